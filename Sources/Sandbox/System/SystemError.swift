import Glibc

/// A call to the operating system that failed because of the environment.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, as a clause: `start /usr/bin/swiftc`.
  package let action: String
  /// The operating system's error number.
  package let code: Int32

  /// Names a failed action.
  package init(_ action: String, code: Int32) {
    self.action = action
    self.code = code
  }

  /// One sentence with the operating system's own words.
  package var description: String {
    "Could not \(action): \(String(cString: strerror(code)))."
  }
}
