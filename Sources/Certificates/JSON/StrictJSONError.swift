/// Why some bytes are no JSON that a signature can be trusted over.
package struct StrictJSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as a clause that follows "the JSON".
  package let problem: String
  /// The number of bytes before it.
  package let offset: Int

  /// One clause naming what is wrong and where.
  package var description: String { "\(problem) (byte \(offset))" }
}
