package import Digests

/// The end of a gradebook's chain of digests: all that is needed to tell later whether anything before it was changed.
///
/// **Whoever keeps a head outside the file can prove what the file held**, even against someone who can rewrite the
/// whole file: `1204:9f86d0…` on paper is enough.
package struct Head: Hashable, Sendable, CustomStringConvertible {
  /// How many events there are, which is also the position of the last.
  package let count: Int64
  /// The digest of the last event, which covers all before it.
  package let digest: Digest

  /// Names a head.
  package init(count: Int64, digest: Digest) {
    self.count = count
    self.digest = digest
  }

  /// Takes a head from its ``description``.
  ///
  /// - Returns: nil if the text is anything else.
  package init?(_ description: String) {
    let parts = description.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Int64(parts[0]), count >= 0,
      let digest = Digest(String(parts[1]))
    else { return nil }
    self.init(count: count, digest: digest)
  }

  /// The count and the digest, joined by a colon.
  package var description: String { "\(count):\(digest)" }

  /// The head of a file without any event.
  static let empty = Head(count: 0, digest: Digest(of: Array("gradebook, format 1".utf8)))

  /// A count above which no file of ours has events, so that numbers can be added without a thought.
  static let largestCount: Int64 = 1 << 53

  // MARK: - The file

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

  /// Reads the head.
  ///
  /// - Throws: `damaged` if there is not exactly one, or it is none.
  static func read(from connection: Connection) throws -> Head {
    var heads: [Head] = []
    try connection.scan("SELECT count, digest FROM head LIMIT 2") { row in
      guard let digest = Digest(bytes: try row.blob(1)) else {
        throw StoreFileError(connection.path, .damaged("the head's digest has the wrong size"))
      }
      heads.append(Head(count: try row.integer(0), digest: digest))
      return true
    }
    guard heads.count == 1, (0...largestCount).contains(heads[0].count) else {
      throw StoreFileError(connection.path, .damaged("it has no head, or more than one"))
    }
    return heads[0]
  }
}
