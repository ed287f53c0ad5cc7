import Digests
import EventChain

extension Head {
  /// Reads the head of a file.
  ///
  /// - Throws: `damaged` if there is not exactly one, or it is none.
  init(in connection: Connection) throws {
    var heads: [Head] = []
    try connection.scan("SELECT count, digest FROM head LIMIT 2") { row in
      guard let digest = Digest(bytes: try row.blob(1)) else {
        throw StoreFileError(connection.path, .damaged("the head's digest has the wrong size"))
      }
      heads.append(Head(count: try row.integer(0), digest: digest))
      return true
    }
    guard heads.count == 1, (0...Self.largestCount).contains(heads[0].count) else {
      throw StoreFileError(connection.path, .damaged("it has no head, or more than one"))
    }
    self = heads[0]
  }

  /// Stores the first head.
  func insert(into connection: Connection) throws(StoreFileError) {
    try connection.run(
      "INSERT INTO head (only, count, digest) VALUES (1, ?, ?)", .integer(count),
      .blob(digest.bytes))
  }

  /// Stores a later head.
  func update(in connection: Connection) throws(StoreFileError) {
    try connection.run(
      "UPDATE head SET count = ?, digest = ? WHERE only = 1", .integer(count), .blob(digest.bytes))
  }
}
