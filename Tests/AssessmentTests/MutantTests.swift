import Foundation
import Testing

@testable import Assessment

@Suite("A mutant is a right solution with a small mistake")
struct MutantTests {
  private static let text = """
    Row: M6
    Caught by: B4, B13
    Misconception: It: ends late.

    --- A.swift
      a >= b
    +++
      a > b
    ===

    --- B.swift
    let x = 1
    +++
    ===
    """

  private func files(_ a: String, _ b: String) -> [SourceFile] {
    [("Sources/A.swift", a), ("Sources/B.swift", b)].map {
      SourceFile(path: $0.0, content: Data($0.1.utf8))
    }
  }

  @Test("Its head names row, behaviours, base and misconception")
  func head() throws {
    let mutant = try Mutant(parsing: Self.text)
    #expect(mutant.row == "M6")
    #expect(mutant.caughtBy == ["B4", "B13"])
    #expect(mutant.base == "Sources")
    #expect(mutant.misconception == "It: ends late.")
    #expect(mutant.edits.count == 2)
    let based = try Mutant(parsing: "Base: Alternatives/X/Sources\n" + Self.text)
    #expect(based.base == "Alternatives/X/Sources")
  }

  @Test("Its edits replace what stands once, and change nothing else")
  func applying() throws {
    let mutant = try Mutant(parsing: Self.text)
    let result = try mutant.applied(to: files("if\n  a >= b\nend", "let x = 1\nlet y = 2\n"))
    #expect(result == files("if\n  a > b\nend", "\nlet y = 2\n"))
  }

  @Test("A text that stands not once, or a file that is not there, is noticed")
  func misfit() throws {
    let mutant = try Mutant(parsing: Self.text)
    for (a, b) in [("  a >= b\n  a >= b\n", "let x = 1"), ("nothing", "let x = 1")] {
      #expect(throws: MutantError.self) { try mutant.applied(to: files(a, b)) }
    }
    #expect(throws: MutantError.self) {
      try mutant.applied(to: [SourceFile(path: "Sources/A.swift", content: Data("  a >= b".utf8))])
    }
  }

  @Test(
    "A text that is no mutant is refused",
    arguments: [
      "", "Row: M1\n", "Row: M1\nCaught by: B1\nMisconception: x\n",
      "Row: M1\nCaught by: ,\nMisconception: x\n\n--- A\na\n+++\nb\n===\n",
      "Row: M1\nCaught by: B1\nMisconception: x\n\n--- A\na\n+++\nb\n",
      "Row: M1\nCaught by: B1\nMisconception: x\nMood: y\n\n--- A\na\n+++\nb\n===\n",
      "Row: M1\nCaught by: B1\nMisconception: x\n\n--- A\na\n+++\nb\n===\nstray\n",
      "just text",
    ])
  func malformed(text: String) {
    #expect(throws: MutantError.self) { try Mutant(parsing: text) }
  }
}
