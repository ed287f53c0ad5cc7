/// A smallest part of a list for which something still fails: no single element can be left out of it.
///
/// Leaves out halves first, then quarters, down to single elements; the order is kept. So a property that fails on a
/// long random history is reported with the few steps that matter.
///
/// - Parameters:
///   - elements: A list for which it fails.
///   - fails: Whether it fails for a part of the list; asked one part at a time.
package func smallest<Element>(
  of elements: [Element], where fails: ([Element]) async throws -> Bool
) async rethrows -> [Element] {
  var smallest = elements
  var size = max(elements.count / 2, 1)
  while true {
    var start = 0
    var hasShrunk = false
    while start < smallest.count {
      var candidate = smallest
      candidate.removeSubrange(start..<min(start + size, candidate.count))
      if try await fails(candidate) {
        smallest = candidate
        hasShrunk = true
      } else {
        start += size
      }
    }
    if size > 1 {
      size /= 2
    } else if !hasShrunk {
      return smallest
    }
  }
}
