/// What a jailed program finds besides the system's libraries; there is nothing else.
package struct Cell: Sendable {
  /// Files and folders it may read, each at the same absolute path as outside.
  package var readable: [String]
  /// The size of an empty `/tmp` that it may write to and that ends with it; `nil` if it may write nowhere.
  package var scratchMegabytes: Int?

  /// Sets both properties.
  package init(readable: [String], scratchMegabytes: Int? = nil) {
    self.readable = readable
    self.scratchMegabytes = scratchMegabytes
  }
}
