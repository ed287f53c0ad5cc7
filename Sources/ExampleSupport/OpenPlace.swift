import Foundation

/// A place in your sources that is still to be written: one that is marked `TODO`.
public struct OpenPlace: Hashable, Sendable {
  /// The file, below the folder that was searched: `CardSorter.swift`.
  public let file: String
  /// The line of the mark, from 1.
  public let line: Int
  /// The function, property or type around it, or nil if there is none.
  public let declaration: String?
  /// What the comment says is to be done.
  public let task: String

  /// Finds every place in the Swift files of a folder, in the order of files and lines.
  ///
  /// A folder that cannot be read has no places.
  public static func all(in folder: String) -> [OpenPlace] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().flatMap { name in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
        return [] as [OpenPlace]
      }
      return all(inText: String(decoding: data, as: UTF8.self), of: name)
    }
  }

  /// Finds every place in the text of a file.
  public static func all(inText text: String, of file: String) -> [OpenPlace] {
    // CR LF is one character, of which "\n" is no part.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.indices.compactMap { index in
      guard let mark = lines[index].firstRange(of: "// TODO:") else { return nil }
      // The comment goes on over the next lines, up to the code or to another mark.
      let rest = lines[(index + 1)...].prefix { line in
        let line = line.drop(while: \.isWhitespace)
        return line.hasPrefix("// ") && !line.hasPrefix("// TODO:")
      }
      let parts =
        [lines[index][mark.upperBound...]] + rest.map { $0.drop { $0 == " " || $0 == "/" } }
      let words = parts.flatMap { $0.split(whereSeparator: \.isWhitespace) }
      return OpenPlace(
        file: file, line: index + 1,
        declaration: declaration(around: lines[index], in: lines[..<index]),
        task: words.joined(separator: " "))
    }
  }

  /// Whether one of some names is that of the file, without its ending, or of the declaration.
  public func isNamed(in names: [String]) -> Bool {
    let stem = file.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    return [stem, declaration].contains { $0.map(names.contains) ?? false }
  }

  /// The name of the declaration around a line: the first one on the way up, from block to block.
  private static func declaration(
    around line: Substring, in above: ArraySlice<Substring>
  ) -> String? {
    let introducers = ["func", "var", "let", "struct", "class", "actor", "enum", "extension"]
    let modifiers = ["final", "mutating", "nonisolated", "private", "public", "static"]
    func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
    var depth = indentation(line)
    for candidate in above.reversed() where indentation(candidate) < depth {
      // The end of a signature that goes over several lines stands as far left as its beginning.
      guard let first = candidate.first(where: { $0 != " " }), !")]{".contains(first)
      else { continue }
      depth = indentation(candidate)
      let words = candidate.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      guard let index = words.firstIndex(where: { !modifiers.contains(String($0)) }),
        introducers.contains(String(words[index])), index + 1 < words.count
      else { continue }
      return String(words[index + 1])
    }
    return nil
  }
}
