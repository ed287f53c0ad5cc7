/// Why a document is none of the fixed form of certificates and status lists.
package struct LinkedDataError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where: `credentialSubject.result[0].value`, or empty for the whole document.
  package let path: String
  /// What is wrong there, as a clause.
  package let problem: String

  /// One clause.
  package var description: String { path.isEmpty ? problem : "`\(path)` \(problem)" }
}
