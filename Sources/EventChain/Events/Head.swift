package import Digests

/// The end of a gradebook's chain of digests: all that is needed to tell later whether anything before it was changed.
///
/// **Whoever keeps a head outside the store can prove what the store held**, even against someone who can rewrite the
/// whole of it: `1204:9f86d0…` on paper is enough.
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

  /// The head of a store without any event.
  package static let empty = Head(count: 0, digest: Digest(of: Array("gradebook, format 1".utf8)))

  /// A count above which no store of ours has events, so that numbers can be added without a thought.
  package static let largestCount: Int64 = 1 << 53

  /// Gives the events of one batch their places after this head.
  ///
  /// - Parameters:
  ///   - batch: The events, which have no place yet.
  ///   - version: The version of their stream before them.
  /// - Returns: The events with their digests, and the head after them.
  package func extended(
    by batch: [EventRow], after version: Int64
  ) -> (links: [ChainLink], head: Head) {
    var digest = digest
    let links = batch.enumerated().map { index, row in
      var row = row
      row.position = count + Int64(index) + 1
      row.version = version + Int64(index) + 1
      row.batch = count + 1
      digest = row.digest(after: digest)
      return ChainLink(row, digest: digest.bytes)
    }
    return (links, Head(count: count + Int64(batch.count), digest: digest))
  }
}
