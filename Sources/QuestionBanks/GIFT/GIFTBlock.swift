/// The lines between two empty lines of GIFT: a question, a category, or comments.
struct GIFTBlock {
  /// The number of the first line that is no comment.
  private(set) var line: Int
  /// The lines that are neither comments nor categories.
  private(set) var text = ""
  /// The category that is named, if any.
  private(set) var category: String?
  /// The identifier in a comment, if any.
  private(set) var identifier: String?
  /// The tags in comments.
  private(set) var tags: [String] = []

  /// Where it stands, for notes.
  var place: String { "line \(line)" }

  /// Whether there is no question in it.
  var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

  /// Takes a text apart.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - notes: Receives commands that are not known.
  static func blocks(of text: String, notes: inout [TransferNote]) -> [GIFTBlock] {
    var blocks: [GIFTBlock] = []
    var current: GIFTBlock?
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // A mark of the byte order is no part of the text.
    if let first = lines.first, first.first == "\u{FEFF}" { lines[0] = first.dropFirst() }
    for (index, line) in lines.enumerated() {
      let trimmed = line.drop(while: \.isWhitespace)
      if trimmed.isEmpty {
        if let current { blocks.append(current) }
        current = nil
        continue
      }
      var block = current ?? GIFTBlock(line: index + 1)
      if trimmed.hasPrefix("//") {
        block.readComment(trimmed)
      } else if trimmed.hasPrefix("$CATEGORY:") {
        block.category = String(trimmed.dropFirst(10)).trimmingSpaces
      } else if trimmed.hasPrefix("$") && block.isEmpty {
        notes.append(TransferNote("line \(index + 1)", "a command that is not known; left out."))
      } else {
        if block.isEmpty { block.line = index + 1 }
        block.text += line + "\n"
      }
      current = block
    }
    if let current { blocks.append(current) }
    return blocks
  }

  /// Finds identifier and tags: `[id:U2-1-R01] [tag:apply]`.
  private mutating func readComment(_ comment: Substring) {
    for part in comment.split(separator: "[").dropFirst() {
      guard let end = part.firstIndex(of: "]") else { continue }
      let mark = part[..<end]
      if mark.hasPrefix("id:") { identifier = String(mark.dropFirst(3)).trimmingSpaces }
      if mark.hasPrefix("tag:") { tags.append(String(mark.dropFirst(4)).trimmingSpaces) }
    }
  }
}

extension String {
  /// The text without white space around it.
  fileprivate var trimmingSpaces: String {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
