package import CQRS
import EventChain
package import EventSourcing
import StrictJSON

/// The documents and checkpoints of projections, in the file of the events they are made of.
///
/// **One file is the whole gradebook**, so a copy of it is a whole backup. The documents are no part of the chain of
/// digests: they hold nothing that the events do not say, and are made again by `rebuild`.
///
/// **A commit is one transaction.** After a loss of power the last commits may be gone, checkpoint and all, and are
/// made again; what a commit made durable costs the disk nothing more.
///
/// **Each call sees whole commits only**, of this process and of others, and reading waits for nobody.
package final class SQLiteViewStore: ViewStore {
  /// The path of the file.
  package let path: String
  private let reader: SerialConnection
  private let writer: SerialConnection?

  /// Uses connections to one file.
  init(path: String, reader: SerialConnection, writer: SerialConnection?) {
    self.path = path
    self.reader = reader
    self.writer = writer
  }

  // MARK: - Reading

  /// Reads one document.
  package func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    try reading { connection in
      try connection.first(
        "SELECT document FROM view_document WHERE collection = ? AND id = ?",
        .text(key.collection.canonicalForm), .text(key.id.canonicalForm)
      ) { row in
        try row.json(0)
      }
    }
  }

  /// Reads all documents of a collection.
  package func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    try reading { connection in
      var documents: [String: JSONValue] = [:]
      try connection.scan(
        "SELECT id, document FROM view_document WHERE collection = ?",
        [.text(collection.canonicalForm)]
      ) { row in
        documents[try row.text(0)] = try row.json(1)
        return true
      }
      return documents
    }
  }

  /// Reads how far a projection has come.
  package func checkpoint(
    of projection: ProjectionName
  ) async throws(StorageFault) -> GlobalPosition? {
    try reading { connection in
      try connection.first(
        "SELECT position FROM view_checkpoint WHERE projection = ?",
        .text(projection.rawValue.canonicalForm)
      ) { row in
        GlobalPosition(rawValue: try row.integer(0))
      }
    }
  }

  /// Reads something, on the caller's thread.
  private func reading<Result: Sendable>(
    _ body: @Sendable (Connection) throws -> Result
  ) throws(StorageFault) -> Result {
    do {
      return try reader.runHere(body)
    } catch {
      StoreFaults.note(StoreFile.cause(of: error, path))
      throw .unavailable
    }
  }

  // MARK: - Writing

  /// Stores changes and a checkpoint in one transaction.
  package func commit(_ commit: ViewCommit) async throws(StorageFault) {
    try await writing { connection in
      for write in commit.writes {
        try Self.apply(write, of: commit.projection, in: connection)
      }
      if let checkpoint = commit.checkpoint {
        try connection.run(
          """
          INSERT INTO view_checkpoint (projection, position) VALUES (?, ?)
          ON CONFLICT (projection) DO UPDATE SET position = excluded.position
          """,
          .text(commit.projection.rawValue.canonicalForm), .integer(checkpoint.rawValue))
      }
    }
  }

  /// Makes one change; a document that is put belongs to the projection from now on.
  private static func apply(
    _ write: ViewWrite, of projection: ProjectionName, in connection: Connection
  ) throws(StoreFileError) {
    switch write {
    case .put(let key, let document):
      try connection.run(
        """
        INSERT INTO view_document (collection, id, projection, document) VALUES (?, ?, ?, ?)
        ON CONFLICT (collection, id)
        DO UPDATE SET projection = excluded.projection, document = excluded.document
        """,
        .text(key.collection.canonicalForm), .text(key.id.canonicalForm),
        .text(projection.rawValue.canonicalForm), .utf8(try bytes(of: document, key, connection)))
    case .remove(let key):
      try connection.run(
        "DELETE FROM view_document WHERE collection = ? AND id = ?",
        .text(key.collection.canonicalForm), .text(key.id.canonicalForm))
    }
  }

  /// A document as JSON.
  private static func bytes(
    of document: JSONValue, _ key: ViewKey, _ connection: Connection
  ) throws(StoreFileError) -> [UInt8] {
    do throws(UnwritableJSON) {
      return try document.canonicalBytes()
    } catch {
      throw StoreFileError(
        connection.path, .unstorable("the document \(key.id) of \(key.collection): \(error)"))
    }
  }

  /// Removes everything of one projection in one transaction.
  package func clear(_ projection: ProjectionName) async throws(StorageFault) {
    try await writing { connection in
      let name = SQLValue.text(projection.rawValue.canonicalForm)
      try connection.run("DELETE FROM view_document WHERE projection = ?", name)
      try connection.run("DELETE FROM view_checkpoint WHERE projection = ?", name)
    }
  }

  /// Changes something in a transaction on the writer's thread.
  private func writing(
    _ body: @escaping @Sendable (Connection) throws -> Void
  ) async throws(StorageFault) {
    guard let writer else {
      StoreFaults.note(StoreFileError(path, .notPermitted("it was opened for reading only")))
      throw .unavailable
    }
    do {
      try await writer.run { connection in
        try connection.transaction(.immediate, surviving: .processEnd) { try body(connection) }
      }
    } catch {
      StoreFaults.note(StoreFile.cause(of: error, path))
      throw (error as? TransactionFailure)?.fault ?? .notWritten
    }
  }
}
