import EventChain

/// One look at a whole gradebook, within one transaction.
struct FileExamination {
  private let connection: Connection
  private let cursor: FileCursor
  /// A head that was kept elsewhere.
  private let pinned: Head?

  /// Prepares to examine a file, which is read as one transaction sees it.
  init(of connection: Connection, expecting pinned: Head?) {
    self.connection = connection
    cursor = FileCursor(connection)
    self.pinned = pinned
  }

  /// Looks at everything.
  ///
  /// - Throws: What keeps the file from being examined at all.
  func verdict() throws -> ChainVerdict {
    do {
      try checkSchema()
      let head = try ChainExamination(of: cursor, expecting: pinned).soundHead()
      try checkPages()
      return .sound(head)
    } catch let flaw as Flaw {
      return .broken(flaw)
    }
  }

  /// Looks for tables, indices, triggers and views that are not ours: any of them could make the rest a lie.
  private func checkSchema() throws {
    try cursor.flawing(.schema, "The schema cannot be read") {
      if let difference = try Schema.difference(in: connection) {
        throw Flaw(.schema, "The file is not as the grader made it: \(difference).")
      }
    }
  }

  /// Lets SQLite look at every page and index.
  private func checkPages() throws {
    try cursor.flawing(.file, "The file cannot be checked") {
      let found = try connection.first("PRAGMA integrity_check(1)") { $0.shown(0) } ?? ""
      if found != "ok" { throw Flaw(.file, "SQLite finds the file damaged: \(found).") }
    }
  }
}
