/// One look at a whole gradebook, within one transaction.
struct Examination {
  private let connection: Connection
  /// A head that was kept elsewhere.
  private let pinned: Head?

  /// Prepares to examine a file, which is read as one transaction sees it.
  init(of connection: Connection, expecting pinned: Head?) {
    self.connection = connection
    self.pinned = pinned
  }

  /// Looks at everything.
  ///
  /// - Throws: What keeps the file from being examined at all.
  func verdict() throws -> Verification {
    do {
      try checkSchema()
      let head = try head()
      var walk = ChainWalk(in: connection, to: head, passing: pinned)
      try walk.run()
      try checkStreams()
      try checkPages()
      return .sound(head)
    } catch let flaw as Flaw {
      return .broken(flaw)
    }
  }

  /// Looks for tables, indices, triggers and views that are not ours: any of them could make the rest a lie.
  private func checkSchema() throws {
    try flawing(.schema, "The schema cannot be read") {
      if let difference = try Schema.difference(in: connection) {
        throw Flaw(.schema, "The file is not as the grader made it: \(difference).")
      }
    }
  }

  /// The head as the file states it.
  private func head() throws -> Head {
    try flawing(.head, "The head is not as the grader wrote it") { try Head.read(from: connection) }
  }

  /// Looks at each stream in its own order, through the index.
  ///
  /// The chain proves that rows are as they were written; this proves that a store wrote them.
  private func checkStreams() throws {
    try flawing(.order, "The order of a stream cannot be read") {
      var stream: [UInt8]?
      var last: (version: Int64, position: Int64) = (0, 0)
      try connection.scan("SELECT stream, version, position FROM event ORDER BY stream, version") {
        row in
        let name = try row.utf8(0)
        if name != stream { (stream, last) = (name, (0, 0)) }
        let next = (version: try row.integer(1), position: try row.integer(2))
        guard next.version == last.version + 1, next.position > last.position else {
          throw Flaw(
            .order, at: next.position,
            "The event at position \(next.position) is version \(next.version) of the stream "
              + "\"\(String(decoding: name, as: UTF8.self))\", which follows version \(last.version) "
              + "at position \(last.position).")
        }
        last = next
        return true
      }
    }
  }

  /// Lets SQLite look at every page and index.
  private func checkPages() throws {
    try flawing(.file, "The file cannot be checked") {
      let found = try connection.first("PRAGMA integrity_check(1)") { $0.shown(0) } ?? ""
      if found != "ok" { throw Flaw(.file, "SQLite finds the file damaged: \(found).") }
    }
  }

  /// Runs a body and makes a flaw of what it finds damaged.
  private func flawing<Result>(
    _ kind: Flaw.Kind, _ place: String, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as StoreFileError {
      throw Flaw(error, kind, place) ?? error as any Error
    }
  }
}
