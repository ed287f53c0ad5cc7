import EventChain

/// The events of a gradebook's file, as one transaction sees them.
struct FileCursor: ChainCursor {
  private let connection: Connection

  /// Looks at a file through a connection that is within a transaction.
  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The head as the file states it.
  func head() throws -> Head { try Head(in: connection) }

  /// Passes on the rows at some positions.
  func scan(_ positions: ClosedRange<Int64>, _ body: (FoundRow) throws -> Bool) throws {
    try connection.scan(
      """
      SELECT \(EventRow.columns), digest FROM event NOT INDEXED
      WHERE position BETWEEN ? AND ? ORDER BY position
      """, [.integer(positions.lowerBound), .integer(positions.upperBound)]
    ) { row in
      try body(
        FoundRow(
          at: try row.integer(0),
          Result { ChainLink(try EventRow(row), digest: try row.blob(10)) }))
    }
  }

  /// Passes on the order of every stream, through the index that appends rely on.
  func scanStreams(_ body: (StreamPlace) throws -> Bool) throws {
    try connection.scan("SELECT stream, version, position FROM event ORDER BY stream, version") {
      row in
      try body(
        StreamPlace(
          stream: try row.utf8(0), version: try row.integer(1), position: try row.integer(2)))
    }
  }

  /// The finding that an error is, if it tells of the file's content.
  func finding(in error: any Error) -> String? {
    guard let error = error as? StoreFileError else { return nil }
    return switch error.problem {
    case .damaged(let what), .notAGradebook(let what), .failed(let what): what
    case .tooLarge: "a value is too large"
    default: nil
    }
  }
}
