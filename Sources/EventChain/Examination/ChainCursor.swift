/// The rows of a store as they lie there, for whoever examines its chain.
///
/// **All that a cursor passes on is from one moment**: a store makes it within one transaction.
///
/// **A cursor judges nothing**: it passes on whatever it finds, and a row that it cannot read as the error it met.
package protocol ChainCursor {
  /// The head as the store states it.
  func head() throws -> Head

  /// Passes on the rows at some positions, in their order, until a body returns false.
  ///
  /// Rows are found by nothing but their position: an index may have been made to say anything.
  func scan(_ positions: ClosedRange<Int64>, _ body: (FoundRow) throws -> Bool) throws

  /// Passes on the place of every event in its stream, in the order of streams and versions, until a body returns
  /// false.
  func scanStreams(_ body: (StreamPlace) throws -> Bool) throws

  /// The finding that an error of this cursor is: a clause that says what the store holds.
  ///
  /// - Returns: nil if it says only what keeps us from looking.
  func finding(in error: any Error) -> String?
}

extension ChainCursor {
  /// Runs a body and makes a flaw of what it finds unreadable.
  ///
  /// - Parameters:
  ///   - kind: The kind of flaw.
  ///   - position: The position concerned, if it is one.
  ///   - place: Where it would be met, as the beginning of a sentence.
  package func flawing<Value>(
    _ kind: Flaw.Kind, at position: Int64? = nil, _ place: String, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch {
      guard !(error is Flaw), let found = finding(in: error) else { throw error }
      throw Flaw(kind, at: position, "\(place): \(found).")
    }
  }
}
