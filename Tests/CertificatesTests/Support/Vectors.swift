import Foundation
import Testing

/// Published test data, which is not part of the project: it lies in `shared/vectors` beside the checkout, or nowhere.
enum Vectors {
  /// What is said of a test that needs them where they are missing.
  static let missing: Comment = "there is no folder shared/vectors beside the checkout"

  private static let folder: URL = {
    var folder = URL(filePath: #filePath)
    for _ in 1...5 { folder.deleteLastPathComponent() }
    return folder.appending(path: "shared/vectors")
  }()

  /// Whether they are there.
  static var arePresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// The bytes of one file.
  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  /// The text of one file, without a line break at its end.
  static func text(_ name: String) throws -> String {
    String(decoding: try data(name), as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
