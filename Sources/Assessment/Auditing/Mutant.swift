import FoundationEssentials

/// One small wrong solution: a few edits to a right one, and the behaviours that must catch it.
///
/// In a file `Mutants/<name>.mutant` beside the solution:
///
/// ```text
/// Row: M6
/// Caught by: B4
/// Base: Sources
/// Misconception: The quarantine ends after its last moment instead of at it.
///
/// --- TarnholtRules.swift
///       guard context.now >= lot.quarantineEndsAt else {
/// +++
///       guard context.now > lot.quarantineEndsAt else {
/// ===
/// ```
///
/// `Base` may be left out and is then the reference solution. **The text to find must stand exactly once in its file**,
/// so a mutant that no longer fits its solution is noticed and never silently right.
package struct Mutant: Hashable, Sendable {
  /// One replacement in one file of the base.
  package struct Edit: Hashable, Sendable {
    /// The file's path below the base.
    package var file: String
    /// Whole lines, which stand once in the file.
    package var find: String
    /// What stands there instead.
    package var replacement: String
  }

  /// The row of the exercise's table of mutants.
  package var row: String
  /// The behaviours that must fail.
  package var caughtBy: [String]
  /// The folder of the solution it is made from, below the exercise's solutions.
  package var base: String
  /// The misconception it stands for.
  package var misconception: String
  /// The replacements.
  package var edits: [Edit]

  /// Reads the text of a mutant file.
  package init(parsing text: String) throws(MutantError) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var header: [String: String] = [:]
    while let line = lines.first, !line.hasPrefix("--- ") {
      lines.removeFirst()
      guard !line.isEmpty else { continue }
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { throw .malformed("The line \"\(line)\" is not `Key: value`.") }
      header[String(parts[0])] = parts[1].drop { $0 == " " }.description
    }
    guard let row = header.removeValue(forKey: "Row"),
      let caughtBy = header.removeValue(forKey: "Caught by"),
      let misconception = header.removeValue(forKey: "Misconception")
    else { throw .malformed("The head must have Row, Caught by and Misconception.") }
    self.row = row
    self.caughtBy = caughtBy.split(separator: ",").map { $0.filter { $0 != " " } }
    self.misconception = misconception
    base = header.removeValue(forKey: "Base") ?? "Sources"
    if let key = header.keys.min() { throw .malformed("The head has an unknown key \(key).") }
    edits = []
    while let line = lines.first {
      lines.removeFirst()
      if line.isEmpty { continue }
      guard line.hasPrefix("--- ") else {
        throw .malformed("\"\(line)\" stands outside of an edit.")
      }
      let find = try Self.take(from: &lines, until: "+++")
      let replacement = try Self.take(from: &lines, until: "===")
      edits.append(
        Edit(file: String(line.dropFirst(4)), find: find, replacement: replacement))
    }
    guard !edits.isEmpty, !self.caughtBy.isEmpty else {
      throw .malformed("A mutant needs at least one edit and one behaviour that catches it.")
    }
  }

  /// The base's files with the edits made.
  ///
  /// - Parameter files: The files of the base, whose paths begin with `Sources/`.
  package func applied(to files: [SourceFile]) throws(MutantError) -> [SourceFile] {
    var files = files
    for edit in edits {
      guard let index = files.firstIndex(where: { $0.path == "Sources/\(edit.file)" }) else {
        throw .doesNotFit("\(base) has no file \(edit.file).")
      }
      let text = String(decoding: files[index].content, as: UTF8.self)
      let count = text.ranges(of: edit.find).count
      guard count == 1 else {
        throw .doesNotFit("The text to find stands \(count) times in \(edit.file), not once.")
      }
      files[index] = SourceFile(
        path: files[index].path,
        content: Data(text.replacing(edit.find, with: edit.replacement).utf8))
    }
    return files
  }

  /// The lines up to a fence, which is dropped.
  private static func take(
    from lines: inout ArraySlice<Substring>, until fence: Substring
  ) throws(MutantError) -> String {
    guard let end = lines.firstIndex(of: fence) else {
      throw .malformed("An edit lacks its \(fence).")
    }
    defer { lines = lines[(end + 1)...] }
    return lines[..<end].joined(separator: "\n")
  }
}

/// Why a mutant file is of no use: a fault of the course's material.
package enum MutantError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is not in the format of mutants.
  case malformed(String)
  /// The edits do not fit the solution any more.
  case doesNotFit(String)

  /// What is wrong, in one sentence.
  package var description: String {
    switch self {
    case .malformed(let problem), .doesNotFit(let problem): problem
    }
  }
}
