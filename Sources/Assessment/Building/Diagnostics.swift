import Grading
import PlainText
import Sandbox

/// Makes what a compiler or linker printed fit for the learner: their files by their own names, and nothing of ours.
struct Diagnostics {
  /// The most diagnostics that are shown; later ones mostly follow from earlier ones.
  private static let limit = 20

  /// What the exercise asks for, to explain errors in our entry point.
  let exercise: ExerciseSpecification
  /// Our entry point, as the compiler names it.
  let entryFile: String
  /// Paths that are replaced wherever they appear.
  let hidden: [String]

  /// What a failed compilation tells the learner; at least one line.
  func ofCompiler(_ run: CapturedRun, limits: Limits) -> [String] {
    let lines = lines(of: run)
    let blocks = lines.reduce(into: [], add)
    // A compiler that gets as far as naming an error in a file quotes the file, which may speak of memory.
    let hasOwnError = blocks.contains { $0.kind == "error" && $0.path.hasPrefix("Sources/") }
    if let reason = overLimit(
      run, doing: "Compiling", printing: hasOwnError ? [] : lines, limits: limits)
    {
      return [reason]
    }
    let missing = exercise.requires.filter { type in
      blocks.contains {
        $0.path == entryFile && $0.message == "cannot find '\(type.name)' in scope"
      }
    }
    var shown = missing.map { type in
      "\(exercise.name) asks for a type named \(type.name) that conforms to \(type.conformance); "
        + "no file declares it."
    }
    var isShowing = false
    for block in blocks {
      if block.kind != "note" { isShowing = false }
      switch (block.kind, block.path) {
      case ("error", entryFile):
        // What else is wrong in our file follows from a missing type.
        guard missing.isEmpty else { continue }
        let explanation = explained(block.message)
        if !shown.contains(explanation) { shown.append(explanation) }
        isShowing = true
      case ("error", let path):
        shown.append(path.hasPrefix("Sources/") ? block.text : "error: \(block.message)")
        isShowing = true
      case ("note", let path) where isShowing:
        shown.append(path.hasPrefix("Sources/") ? block.text : "note: \(block.message)")
      default: break
      }
    }
    guard !shown.isEmpty else {
      return ["The compiler failed on these files without naming an error."]
    }
    let rest = shown.count - Self.limit
    return Array(shown.prefix(Self.limit)) + (rest > 0 ? ["… and \(rest) more."] : [])
  }

  /// What a failed link tells the learner; at least one line.
  func ofLinker(_ run: CapturedRun, limits: Limits) -> [String] {
    let lines = lines(of: run)
    if let reason = overLimit(run, doing: "Linking", printing: lines, limits: limits) {
      return [reason]
    }
    let errors = lines.filter { $0.contains("error:") }
      .filter { !$0.contains("linker command failed") }.prefix(Self.limit)
    return ["The files compile and do not link."] + errors
  }

  /// The sentence for a run that was ended at a limit.
  private func overLimit(
    _ run: CapturedRun, doing step: String, printing lines: [String], limits: Limits
  ) -> String? {
    let speaksOfMemory = lines.contains {
      $0.contains("out of memory") || $0.contains("bad_alloc") || $0.contains("Cannot allocate")
    }
    return switch run.ending {
    case .timedOut, .ended(.signalled(24)):
      "\(step) took longer than \(limits.buildSeconds) s. Split long expressions and literals."
    case .printedTooMuch:
      "\(step) printed more than 1 MiB of diagnostics."
    case .ended where speaksOfMemory:
      "\(step) needed more than \(limits.buildMegabytes) MiB of memory."
    case .ended: nil
    }
  }

  /// What an error in our entry point means for the submission.
  private func explained(_ message: String) -> String {
    for type in exercise.requires where message.contains("'\(type.name)'") {
      if message.contains("conform") {
        return "\(type.name) must conform to \(type.conformance): \(message)."
      }
      return "\(type.name) does not fit what \(exercise.name) asks for: \(message)."
    }
    return "The files do not fit what \(exercise.name) asks for: \(message)."
  }

  // MARK: - Reading

  /// One diagnostic with the lines that belong to it.
  private struct Block {
    var path: String
    var kind: String
    var message: String
    var text: String
  }

  /// What was printed, without our paths and without anything a terminal could act on.
  private func lines(of run: CapturedRun) -> [String] {
    var text = String(decoding: run.error, as: UTF8.self)
      .replacing("\r\n", with: "\n")
    for path in hidden { text = text.replacing("\(path)/", with: "").replacing(path, with: "") }
    return text.split(separator: "\n").map { line in
      // Scalars are counted and not characters, one of which can be as long as a file.
      String(line.unicodeScalars.prefix(500)).replacing("\t", with: "  ").printable
    }
  }

  /// Adds a line: a head begins a new diagnostic, and any other line belongs to the last one.
  private func add(to blocks: inout [Block], _ line: String) {
    if let block = Self.block(beginningWith: line) {
      blocks.append(block)
    } else if let last = blocks.indices.last, blocks[last].text.utf8.count < 2_000 {
      blocks[last].text += "\n\(line)"
    }
  }

  /// The diagnostic of which a line is the head: `path:line:column: kind: message`, or `kind: message`.
  ///
  /// Read by hand, since a regular expression takes a minute for as much as a compiler may print.
  private static func block(beginningWith line: String) -> Block? {
    let fields = line.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map(Substring.init)
    func isNumber(_ index: Int) -> Bool {
      fields.indices.contains(index) && !fields[index].isEmpty
        && fields[index].utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    for index in fields.indices {
      // Before the kind stands nothing, or a path and one or two numbers.
      let kindIndex = index == 0 ? 0 : isNumber(index + 1) ? index + 2 : index + 1
      guard index == 0 || isNumber(index), fields.indices.contains(kindIndex + 1) else { continue }
      let kinds = index == 0 ? ["error", "warning"] : [" error", " warning", " note"]
      guard kinds.contains(String(fields[kindIndex])), fields[kindIndex + 1].hasPrefix(" ")
      else { continue }
      return Block(
        path: fields[..<index].joined(separator: ":"),
        kind: fields[kindIndex].trimmingPrefix(" ").description,
        message: String(fields[(kindIndex + 1)...].joined(separator: ":").dropFirst()), text: line)
    }
    return nil
  }
}
