import Foundation
import Glibc
import Testing

/// A new folder that is removed with the value that holds it.
final class TemporaryFolder: Sendable {
  /// The folder's path, without links.
  let path: String

  /// Makes the folder.
  init() throws {
    var template = Array("/tmp/sandbox-tests-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}

/// Tells when every process is dead that holds one end of a named pipe.
///
/// A script takes hold of it with ``hold``; what it starts inherits it. The operating system reports the death of the
/// last holder, so that no test has to guess from process numbers.
final class Lifeline: Sendable {
  private let folder: TemporaryFolder
  private let reading: Int32

  /// Makes the pipe.
  init() throws {
    folder = try TemporaryFolder()
    try #require(mkfifo("\(folder.path)/line", 0o600) == 0)
    reading = open("\(folder.path)/line", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    try #require(reading >= 0)
  }

  deinit {
    close(reading)
  }

  /// The shell command that takes hold.
  var hold: String { "exec 9>'\(folder.path)/line'" }

  /// Whether somebody held it and everybody who did is dead, at the latest after a while.
  var isCut: Bool {
    var entry = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 20_000) == 1 && entry.revents & Int16(POLLHUP) != 0
  }

  /// Whether anybody holds it now.
  var isHeld: Bool {
    var byte: UInt8 = 0
    // Without a writer, reading ends; with one, it would wait.
    return read(reading, &byte, 1) < 0 && errno == EAGAIN
  }
}
