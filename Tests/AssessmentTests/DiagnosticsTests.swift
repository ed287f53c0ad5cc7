import Grading
import Testing

@testable import Assessment
@testable import Sandbox

@Suite("Diagnostics are the learner's own")
struct DiagnosticsTests {
  private let diagnostics = Diagnostics(
    exercise: sampleExercise, entryFile: "../Entry.swift",
    hidden: ["/secret/build/submission", "/secret/build"])

  /// What a failed compilation that printed a text tells.
  private func told(_ text: String, ending: CapturedRun.Ending = .ended(.exited(status: 1)))
    -> [String]
  {
    let run = CapturedRun(ending: ending, output: [], error: Array(text.utf8))
    return diagnostics.ofCompiler(run, limits: Limits())
  }

  @Test("Errors and their notes keep file, line and source; warnings and paths of ours do not show")
  func own() {
    let lines = told(
      """
      Sources/A.swift:1:2: warning: never mind
      let a
      Sources/A.swift:3:4: error: no such thing
      let b = /secret/build/x
              ^
      EventSourcing.Decider:7:8: note: protocol requires it
      func secretOfOurs()
      """)
    #expect(
      lines == [
        "Sources/A.swift:3:4: error: no such thing\nlet b = x\n        ^",
        "note: protocol requires it",
      ])
  }

  @Test("A missing type is said once, in a sentence, and what follows from it is not said")
  func missingType() {
    let lines = told(
      """
      ../Entry.swift:5:6: error: cannot find 'TarnholtRules' in scope
      ../Entry.swift:5:6: error: generic parameter 'R' could not be inferred
      WorkerRuntime.Worker:1:1: note: in call to function 'lotRules'
      """)
    #expect(
      lines == [
        "LotRules asks for a type named TarnholtRules that conforms to LotRules; no file declares it."
      ])
  }

  @Test("Nothing that is shown can act on a terminal")
  func controls() {
    let lines = told("Sources/A.swift:1:1: error: \u{1B}[2J\u{202E}\u{7}evil\n")
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { !$0.hasControls })
    #expect(lines[0].contains("evil"))
  }

  @Test("Errors without end are cut, and the rest is counted")
  func cut() {
    let text = (1...100).map { "Sources/A.swift:\($0):1: error: e\($0)\n" }.joined()
    let lines = told(text)
    #expect(lines.count == 21)
    #expect(lines.last == "… and 80 more.")
  }

  @Test("A limit that was met is named, and silence is not taken for success")
  func limits() {
    #expect(told("", ending: .timedOut)[0].contains("60 s"))
    #expect(told("", ending: .printedTooMuch)[0].contains("1 MiB"))
    #expect(told("LLVM ERROR: out of memory\n")[0].contains("4096 MiB"))
    #expect(!told("").isEmpty)
  }
}
