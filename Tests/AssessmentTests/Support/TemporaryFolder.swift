import Foundation
import Glibc
import Testing

/// A new folder that is removed with the value that holds it.
final class TemporaryFolder: Sendable {
  /// The folder's path, without links.
  let path: String

  /// Makes the folder.
  init() throws {
    var template = Array("/tmp/assessment-tests-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in the folder.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a folder, with those above it.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: self(name), withIntermediateDirectories: true)
  }

  /// Writes a file of bytes, with the folders above it.
  func write(_ name: String, _ content: Data) throws {
    try makeFolder(name.split(separator: "/").dropLast().joined(separator: "/"))
    try content.write(to: URL(filePath: self(name)))
  }

  /// Writes a file of text, with the folders above it.
  func write(_ name: String, _ text: String = "// Nothing.\n") throws {
    try write(name, Data(text.utf8))
  }

  /// Writes a file that can be run.
  func writeProgram(_ name: String, _ script: String) throws {
    try write(name, "#!/bin/sh\n\(script)\n")
    try #require(chmod(self(name), 0o755) == 0)
  }

  /// Makes a link, with the folders above it.
  func link(_ name: String, to target: String) throws {
    try makeFolder(name.split(separator: "/").dropLast().joined(separator: "/"))
    try FileManager.default.createSymbolicLink(
      atPath: self(name), withDestinationPath: target)
  }
}

extension String {
  /// Whether a terminal would obey any of it, or show it in another order than it was written.
  var hasControls: Bool {
    unicodeScalars.contains { scalar in
      [.control, .format, .lineSeparator, .paragraphSeparator]
        .contains(scalar.properties.generalCategory)
    }
  }
}
