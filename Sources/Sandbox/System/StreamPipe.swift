import CSandbox

/// The two ends of a new pipe, which no spawned process inherits unless it is told to.
package struct StreamPipe: Sendable {
  /// The end that reads.
  package let reading: Descriptor
  /// The end that writes.
  package let writing: Descriptor

  /// Opens a pipe.
  package init() throws(SystemError) {
    var ends: (Int32, Int32) = (-1, -1)
    let code = withUnsafeMutableBytes(of: &ends) { bytes in
      csandbox_pipe(bytes.assumingMemoryBound(to: Int32.self).baseAddress)
    }
    guard code == 0 else { throw SystemError("open a pipe", code: code) }
    reading = Descriptor(ends.0)
    writing = Descriptor(ends.1)
  }
}
