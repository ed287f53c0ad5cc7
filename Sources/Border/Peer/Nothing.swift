/// The reply of a method that has nothing to say but that it is done.
package struct Nothing: Hashable, Codable, Sendable {
  /// The one value.
  package init() {}
}
