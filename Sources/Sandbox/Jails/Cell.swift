/// What a jailed program finds besides the system's libraries; there is nothing else.
///
/// **It can write nowhere.** What it makes comes back through its pipes, whose readers set the limit.
package struct Cell: Sendable {
  /// Files and folders it may read, each at the same absolute path as outside.
  package var readable: [String]
  /// Whether the program is a host of ours: the jail's first process, which starts others and confines them itself.
  var isForHost = false

  /// Shows some files and folders.
  package init(readable: [String]) {
    self.readable = readable
  }
}
