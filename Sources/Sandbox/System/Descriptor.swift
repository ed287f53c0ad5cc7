import CSandbox
import Glibc
import Synchronization

/// An open file descriptor that is closed once: when asked, or when nobody holds it any more.
package final class Descriptor: Sendable {
  private let number: Mutex<Int32?>

  /// Takes over an open descriptor.
  package init(_ number: Int32) {
    self.number = Mutex(number)
  }

  deinit {
    closeNow()
  }

  /// The descriptor's number, or -1 once it is closed.
  package var rawValue: Int32 { number.withLock { $0 ?? -1 } }

  /// Closes the descriptor if it is open.
  package func closeNow() {
    number.withLock { number in
      if let open = number { close(open) }
      number = nil
    }
  }

  /// Makes reads and writes return at once when they would wait.
  package func setNonBlocking() throws(SystemError) {
    let flags = try system("read a descriptor's flags") { fcntl(rawValue, F_GETFL) }
    try system("set a descriptor's flags") { fcntl(rawValue, F_SETFL, flags | O_NONBLOCK) }
  }

  /// Whether something can be read, or the other end is closed, within some milliseconds.
  func isReadable(within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: rawValue, events: Int16(POLLIN), revents: 0)
    while true {
      let count = poll(&entry, 1, milliseconds)
      if count >= 0 || errno != EINTR { return count > 0 }
    }
  }

  /// Two connected sockets, which no spawned process inherits unless it is told to.
  ///
  /// - Parameter keepingMessages: Whether what is sent at once is received at once.
  static func socketPair(
    keepingMessages: Bool
  ) throws(SystemError) -> (Descriptor, Descriptor) {
    var ends: (Int32, Int32) = (-1, -1)
    let code = withUnsafeMutableBytes(of: &ends) { bytes in
      csandbox_socket_pair(
        keepingMessages ? 1 : 0, bytes.assumingMemoryBound(to: Int32.self).baseAddress)
    }
    guard code == 0 else { throw SystemError("open a pair of sockets", code: code) }
    return (Descriptor(ends.0), Descriptor(ends.1))
  }

  /// A file in memory with some content, to be read from its start.
  static func memoryFile(_ content: [UInt8]) throws(SystemError) -> Descriptor {
    let file = Descriptor(try system("make a file in memory") { csandbox_memory_file("jail") })
    var rest = content[...]
    while !rest.isEmpty {
      let count = try system("write a file in memory") {
        rest.withUnsafeBytes { write(file.rawValue, $0.baseAddress, $0.count) }
      }
      rest = rest.dropFirst(count)
    }
    try system("rewind a file in memory") { lseek(file.rawValue, 0, SEEK_SET) }
    return file
  }

  /// Opens `/dev/null` for reading.
  package static func null() throws(SystemError) -> Descriptor {
    Descriptor(try system("open /dev/null") { open("/dev/null", O_RDONLY | O_CLOEXEC) })
  }
}
