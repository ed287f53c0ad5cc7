/// The outcome of the examination of a gradebook.
package enum ChainVerdict: Hashable, Sendable {
  /// Everything is as it was written; the head is worth keeping elsewhere.
  case sound(Head)
  /// Something is not, and this is the first place.
  case broken(Flaw)
}
