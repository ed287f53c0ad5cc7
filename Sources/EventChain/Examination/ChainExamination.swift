/// One look at everything that a store holds of its events.
///
/// **Whatever was changed behind the store's back is found**: an event edited, removed, added, moved or renumbered. **Only
/// someone who rewrites everything from the change on, with all digests and the head, or goes back to an earlier state as
/// a whole, is not found this way; a head that was kept elsewhere finds that too.**
///
/// What else a store may be made to lie with, such as its schema and its pages, is examined by the store.
package struct ChainExamination<Cursor: ChainCursor> {
  private let cursor: Cursor
  /// A head that was kept elsewhere.
  private let pinned: Head?

  /// Prepares to examine what a cursor passes on.
  package init(of cursor: Cursor, expecting pinned: Head?) {
    self.cursor = cursor
    self.pinned = pinned
  }

  /// Looks at everything.
  ///
  /// - Returns: The head.
  /// - Throws: The first ``Flaw``, or what keeps the store from being examined at all.
  package func soundHead() throws -> Head {
    let head = try cursor.flawing(.head, "The head is not as the grader wrote it") {
      try cursor.head()
    }
    var walk = ChainWalk(along: cursor, to: head, passing: pinned)
    try walk.run()
    try checkStreams()
    return head
  }

  /// Looks at each stream in its own order.
  ///
  /// The chain proves that rows are as they were written; this proves that a store wrote them.
  private func checkStreams() throws {
    try cursor.flawing(.order, "The order of a stream cannot be read") {
      var last: StreamPlace?
      try cursor.scanStreams { next in
        let before = last.flatMap { $0.stream == next.stream ? $0 : nil }
        let (version, position) = (before?.version ?? 0, before?.position ?? 0)
        guard next.version == version + 1, next.position > position else {
          throw Flaw(
            .order, at: next.position,
            "The event at position \(next.position) is version \(next.version) of the stream "
              + "\"\(String(decoding: next.stream, as: UTF8.self))\", which follows version \(version) "
              + "at position \(position).")
        }
        last = next
        return true
      }
    }
  }
}
