import Foundation

/// The bytes of a file.
struct FileBytes {
  /// All of them.
  var bytes: [UInt8]

  /// Takes bytes for a file.
  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads a file.
  init(_ path: String) throws {
    bytes = Array(try Data(contentsOf: URL(filePath: path)))
  }

  /// Writes a new file.
  func write(to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }
}
