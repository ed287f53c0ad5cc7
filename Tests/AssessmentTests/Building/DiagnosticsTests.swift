import Foundation
import Grading
import SeededRandom
import Testing

@testable import Assessment
@testable import Sandbox

@Suite("Diagnostics are the learner's own, without anything of ours")
struct DiagnosticsTests {
  private static let diagnostics = Diagnostics(
    exercise: sampleExercise, entryFile: "../GraderEntryPoint.swift",
    hidden: ["/tmp/g/7/submission", "/tmp/g/7", "/cache/runtime-1"])

  /// A run that printed to standard error.
  private static func run(
    _ text: String, ending: CapturedRun.Ending = .ended(.exited(status: 1))
  ) -> CapturedRun {
    CapturedRun(ending: ending, output: [], error: Array(text.utf8))
  }

  /// What a failed compilation that printed a text tells.
  private static func shown(_ text: String) -> [String] {
    diagnostics.ofCompiler(run(text), limits: Limits())
  }

  @Test("Errors in the learner's files are shown with the lines quoted below them, and notes")
  func own() {
    let shown = Self.shown(
      """
      Sources/Rules.swift:19:16: error: cannot convert value of type 'String'
          version += "one"
                     ^~~~~
      Sources/Rules.swift:3:7: note: 'version' declared here
        var version = 0
            ^
      Sources/Sub/B.swift:2: error: expected '}'
      """)
    #expect(
      shown == [
        """
        Sources/Rules.swift:19:16: error: cannot convert value of type 'String'
            version += "one"
                       ^~~~~
        """,
        """
        Sources/Rules.swift:3:7: note: 'version' declared here
          var version = 0
              ^
        """, "Sources/Sub/B.swift:2: error: expected '}'",
      ])
  }

  @Test("Warnings are not shown, nor are the notes on them")
  func warnings() {
    let shown = Self.shown(
      """
      Sources/A.swift:1:1: warning: never used
      let a = 1
      Sources/A.swift:1:5: note: replace with '_'
      warning: something else
      Sources/A.swift:9:1: error: real
      Sources/A.swift:2:1: warning: again
      Sources/A.swift:2:2: note: about the warning
      """)
    #expect(shown == ["Sources/A.swift:9:1: error: real"])
  }

  @Test("A missing type is said once, and what follows from it in our file is not")
  func missingType() {
    let shown = Self.shown(
      """
      ../GraderEntryPoint.swift:7:60: error: cannot find 'TarnholtRules' in scope
        static func main() async { await serve(.lotRules(TarnholtRules.self)) }
      ../GraderEntryPoint.swift:7:40: error: generic parameter 'Rules' could not be inferred
      ../GraderEntryPoint.swift:7:60: error: cannot find 'TarnholtRules' in scope
      Sources/A.swift:1:1: error: another
      """)
    #expect(
      shown == [
        "LotRules asks for a type named TarnholtRules that conforms to LotRules; "
          + "no file declares it.",
        "Sources/A.swift:1:1: error: another",
      ])
  }

  @Test(
    "Other errors in our file are explained by what the exercise asks for",
    arguments: [
      (
        "type 'TarnholtRules' does not conform to protocol 'LotRules'",
        "TarnholtRules must conform to LotRules: "
          + "type 'TarnholtRules' does not conform to protocol 'LotRules'."
      ),
      (
        "'TarnholtRules' is inaccessible due to 'private' protection level",
        "TarnholtRules does not fit what LotRules asks for: "
          + "'TarnholtRules' is inaccessible due to 'private' protection level."
      ),
      (
        "'main' attribute cannot apply",
        "The files do not fit what LotRules asks for: 'main' attribute cannot apply."
      ),
    ])
  func entryPoint(message: String, explanation: String) {
    let head = "../GraderEntryPoint.swift:7:60: error: \(message)"
    let shown = Self.shown(
      """
      \(head)
        static func main() async { await secret() }
      \(head)
      Sources/A.swift:4:8: note: candidate
      ../GraderEntryPoint.swift:1:1: note: here
      """)
    #expect(shown == [explanation, "Sources/A.swift:4:8: note: candidate", "note: here"])
  }

  @Test("Errors elsewhere are shown without their place")
  func elsewhere() {
    let shown = Self.shown(
      """
      /usr/lib/swift/Foo.swiftinterface:3:1: error: broken module
      <unknown>:0: error: unable to load
      error: no such module 'UIKit'
      """)
    #expect(
      shown == [
        "error: broken module", "error: unable to load", "error: no such module 'UIKit'",
      ])
  }

  @Test("Our folders are hidden wherever they are named, and the learner's paths stay their own")
  func paths() {
    let shown = Self.shown(
      """
      /tmp/g/7/submission/Sources/A.swift:1:1: error: see /tmp/g/7/submission.o
      /tmp/g/7/submission/Sources/A.swift:1:1: note: in /cache/runtime-1/modules/Border.swiftmodule
      /tmp/g/7/GraderEntryPoint.swift:1:1: error: odd /tmp/g/7
      """)
    #expect(
      shown == [
        "Sources/A.swift:1:1: error: see .o",
        "Sources/A.swift:1:1: note: in modules/Border.swiftmodule", "error: odd ",
      ])
  }

  @Test("Nothing that a terminal would obey is left, and tabs are spaces")
  func controls() {
    let shown = Self.shown(
      "Sources/A.swift:1:1: error: x\u{1B}[2J\u{7}\u{9B}\u{7F}\r\n\tlet a\u{202E} = \"\u{0}\u{2028}\"\n"
    )
    #expect(shown.count == 1)
    for line in shown.flatMap({ $0.split(separator: "\n") }) {
      #expect(!String(line).hasControls, "\(String(line).debugDescription)")
    }
    #expect(
      Self.shown("Sources/A.swift:1:1: error: x\n\tlet a\n") == [
        "Sources/A.swift:1:1: error: x\n  let a"
      ])
  }

  @Test("Files with line ends of other systems do not change what is read")
  func lineEnds() {
    let shown = Self.shown(
      "Sources/A.swift:1:1: error: one\r\nlet a\r\nSources/A.swift:2:1: error: two\r\n")
    #expect(shown.count == 2)
    #expect(shown.last == "Sources/A.swift:2:1: error: two")
  }

  @Test("Twenty are shown, and the rest is counted")
  func limit() {
    for (count, more) in [(20, nil), (21, "… and 1 more."), (500, "… and 480 more.")] {
      let shown = Self.shown(
        (0..<count).map { "Sources/A.swift:\($0 + 1):1: error: e" }.joined(separator: "\n"))
      #expect(shown.count == 20 + (more == nil ? 0 : 1))
      #expect(shown[19] == "Sources/A.swift:20:1: error: e")
      if let more { #expect(shown.last == more) }
    }
  }

  @Test(
    "What is shown stays short, however long the lines are",
    arguments: [
      "a", "e\u{301}\u{302}", "🌾", "\u{1B}", "Z" + String(repeating: "\u{301}", count: 5_000),
    ])
  func longLines(piece: String) {
    let long = String(repeating: piece, count: 50_000 / piece.unicodeScalars.count)
    let text = "Sources/A.swift:1:1: error: \(long)\n" + String(repeating: long + "\n", count: 20)
    let shown = Self.shown(text)
    #expect(shown.count == 1)
    #expect(shown.allSatisfy { $0.utf8.count < 10_000 })
  }

  @Test(
    "As much as a compiler may print is read within a deadline, whatever it is",
    .timeLimit(.minutes(10)),
    arguments: [
      String(repeating: "a", count: 499), String(repeating: ":1", count: 250), "a", "",
      String(repeating: ":1:1: error", count: 45), String(repeating: "/tmp/g/", count: 60),
      "Sources/A.swift:1:1: error: cannot find x in scope",
    ])
  func megabyte(line: String) {
    let text = String(repeating: line + "\n", count: (1 << 20) / (line.utf8.count + 1))
    #expect((1...21).contains(Self.shown(text).count))
  }

  @Test("A head is a path, one or two numbers and a kind, or a kind alone")
  func heads() {
    // A path may hold colons and numbers itself.
    for (line, isHead) in [
      ("Sources/A.swift:1:2: error: x", true), ("Sources/A.swift:1: error: x", true),
      ("Sources/a:b.swift:1:2: error: x", true), ("error: x", true),
      ("Sources/A.swift: error: x", false), ("Sources/A.swift:a:2: error: x", true),
      ("Sources/A.swift:1:2:3: error: x", true), ("Sources/A.swift:1:2:error: x", false),
      ("Sources/A.swift:1:2: error:x", false), ("Sources/A.swift:1:2: Error: x", false),
      (" error: x", false), ("error:x", false), ("fatal error: x", false),
      ("Sources/A.swift:1:2: error", false), ("Sources/A.swift::2: error: x", true),
    ] {
      // What is no head belongs to the error before it.
      let shown = Self.shown("Sources/First.swift:1:1: error: first\n\(line)")
      #expect(shown.count == (isHead ? 2 : 1), "\(line)")
    }
  }

  @Test("A failure without an error says so")
  func silent() {
    for text in [
      "", "\n\n", "Stack dump:\n0. Program arguments", "Sources/A.swift:1:1: note: alone",
    ] {
      #expect(
        Self.shown(text) == ["The compiler failed on these files without naming an error."])
    }
  }

  @Test("A limit that was reached is named, in place of what was printed")
  func limits() {
    var limits = Limits()
    limits.buildSeconds = 61
    limits.buildMegabytes = 77
    func both(_ run: CapturedRun) -> [[String]] {
      [
        Self.diagnostics.ofCompiler(run, limits: limits),
        Self.diagnostics.ofLinker(run, limits: limits),
      ]
    }
    let text = "Sources/A.swift:1:1: error: x"
    for ending in [.timedOut, .ended(.signalled(24))] as [CapturedRun.Ending] {
      let rest = "took longer than 61 s. Split long expressions and literals."
      #expect(both(Self.run(text, ending: ending)) == [["Compiling \(rest)"], ["Linking \(rest)"]])
    }
    #expect(
      both(Self.run(text, ending: .printedTooMuch)) == [
        ["Compiling printed more than 1 MiB of diagnostics."],
        ["Linking printed more than 1 MiB of diagnostics."],
      ])
    for words in [
      "LLVM ERROR: out of memory", "terminate called after throwing 'std::bad_alloc'",
      "ld.lld: error: Cannot allocate memory",
    ] {
      #expect(
        both(Self.run(words)) == [
          ["Compiling needed more than 77 MiB of memory."],
          ["Linking needed more than 77 MiB of memory."],
        ])
    }
  }

  @Test("A source line that speaks of memory is not a lack of memory")
  func speaksOfMemory() {
    let text = "Sources/A.swift:3:9: error: no\n  throw Fault(\"out of memory\")"
    #expect(Self.shown(text) == [text])
  }

  @Test("What the linker misses is listed without the linker's own summary")
  func linker() {
    let run = Self.run(
      """
      ld.lld: error: undefined symbol: gone
      >>> referenced by /tmp/g/7/submission.o
      clang: error: linker command failed with exit code 1 (use -v to see invocation)
      """)
    #expect(
      Self.diagnostics.ofLinker(run, limits: Limits()) == [
        "The files compile and do not link.", "ld.lld: error: undefined symbol: gone",
      ])
  }

  @Test("Whatever is printed, there is something to show, and nothing of ours in it")
  func anything() {
    let pieces = [
      "Sources/A.swift:1:1: error: a\n",
      "../GraderEntryPoint.swift:7:1: error: 'TarnholtRules' b\n",
      "../GraderEntryPoint.swift:7:9: error: cannot find 'TarnholtRules' in scope\n",
      "secretLine()\n", "Sources/A.swift:1:1: warning: w\n", "note: n\n", "\u{1B}", "\n", ":", "0",
      "/tmp/g/7/submission/", "/tmp/g/7", "error: e\n", "/cache/runtime-1/x.swift:1:1: error: c\n",
    ]
    for seed in 0..<300 {
      var random = SeededGenerator(seed: UInt64(seed))
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in random.pick(pieces) }
      let shown = Self.shown(text.joined())
      #expect((1...21).contains(shown.count), "seed \(seed)")
      for entry in shown {
        #expect(!entry.contains("/tmp/g") && !entry.contains("/cache"), "seed \(seed)")
        let lines = entry.split(separator: "\n")
        #expect(!lines.contains { String($0).hasControls }, "seed \(seed)")
      }
    }
  }
}
