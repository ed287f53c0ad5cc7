/// Why an issuer's keys cannot be used.
package struct KeyFolderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is concerned.
  package enum Kind: Hashable, Sendable {
    /// There is no such folder, register or key.
    case notFound
    /// There is a key already.
    case exists
    /// A file does not hold what it should.
    case damaged
    /// Others can read or change it.
    case tooOpen
    /// Nothing can be written there.
    case notWritable
  }

  /// What is concerned.
  package let kind: Kind
  /// What is wrong and what to do, in sentences.
  package let description: String

  /// Sets both.
  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
