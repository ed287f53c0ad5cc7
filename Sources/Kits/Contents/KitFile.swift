package import FoundationEssentials

/// One file of a kit.
package struct KitFile: Hashable, Sendable {
  /// Its path below the kit's folder: `Exercises/Unit1/FrontDesk/README.md`.
  package let path: String
  /// Its bytes.
  package let content: Data

  /// A file of some bytes.
  package init(path: String, content: Data) {
    self.path = path
    self.content = content
  }

  /// A file of some text.
  package init(path: String, text: String) {
    self.init(path: path, content: Data(text.utf8))
  }

  /// Its bytes as text, with a replacement for whatever is not UTF-8.
  package var text: String { String(decoding: content, as: UTF8.self) }
}
