import Foundation
import Testing

@testable import Assessment

@Suite("A mutant is a few edits to a right solution")
struct MutantTests {
  private static let text = """
    Row: M6
    Caught by: B4, B11 ,B5
    Misconception: The quarantine ends after its last moment: instead of at it.

    --- TarnholtRules.swift
      guard now >= end else {
        throw late
    +++
      guard now > end else {
    ===

    --- Sub/Other.swift
    let a = 1
    +++
    ===
    """

  /// A source file of text.
  private static func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: "Sources/\(path)", content: Data(text.utf8))
  }

  /// A mutant with one edit of `A.swift` for each pair.
  private static func mutant(_ edits: (String, String)...) throws -> Mutant {
    let head = "Row: M1\nCaught by: B1\nMisconception: x\n"
    return try Mutant(
      parsing: head + edits.map { "--- A.swift\n\($0.0)\n+++\n\($0.1)\n===\n" }.joined())
  }

  @Test("Head and edits are read as they are written")
  func reading() throws {
    let mutant = try Mutant(parsing: Self.text)
    #expect(mutant.row == "M6")
    #expect(mutant.caughtBy == ["B4", "B11", "B5"])
    #expect(mutant.base == "Sources")
    #expect(
      mutant.misconception == "The quarantine ends after its last moment: instead of at it.")
    #expect(mutant.edits.map(\.file) == ["TarnholtRules.swift", "Sub/Other.swift"])
    #expect(
      mutant.edits.map(\.find) == ["  guard now >= end else {\n    throw late", "let a = 1"])
    #expect(mutant.edits.map(\.replacement) == ["  guard now > end else {", ""])
    let based = try Mutant(parsing: "Base: Alternatives/Map/Sources\n" + Self.text)
    #expect(based.base == "Alternatives/Map/Sources")
    #expect(based.edits == mutant.edits)
  }

  @Test(
    "A text that is not in the format is refused with what is wrong",
    arguments: [
      ("", "The head must have Row, Caught by and Misconception."),
      ("Row: M1\nnonsense\n", "The line \"nonsense\" is not `Key: value`."),
      (
        "Row: M1\nMisconception: x\n--- A\na\n+++\nb\n===",
        "The head must have Row, Caught by and Misconception."
      ),
      (
        "Caught by: B1\nMisconception: x\n--- A\na\n+++\nb\n===",
        "The head must have Row, Caught by and Misconception."
      ),
      (
        "Row: M1\nCaught by: B1\n--- A\na\n+++\nb\n===",
        "The head must have Row, Caught by and Misconception."
      ),
      (
        "Row: M1\nCaught by: B1\nMisconception: x\nCaughtBy: B2\n--- A\na\n+++\nb\n===",
        "The head has an unknown key CaughtBy."
      ),
      (
        "Row: M1\nCaught by: B1\nMisconception: x\n",
        "A mutant needs at least one edit and one behaviour that catches it."
      ),
      (
        "Row: M1\nCaught by: \nMisconception: x\n--- A\na\n+++\nb\n===",
        "A mutant needs at least one edit and one behaviour that catches it."
      ),
      (
        "Row: M1\nCaught by: B1\nMisconception: x\n--- A\na\n===\nb\n",
        "An edit lacks its +++."
      ),
      (
        "Row: M1\nCaught by: B1\nMisconception: x\n--- A\na\n+++\nb\n",
        "An edit lacks its ===."
      ),
      (
        "Row: M1\nCaught by: B1\nMisconception: x\n--- A\na\n+++\nb\n===\nmore",
        "\"more\" stands outside of an edit."
      ),
    ])
  func malformed(text: String, problem: String) {
    let error = #expect(throws: MutantError.malformed(problem)) { try Mutant(parsing: text) }
    #expect(error?.description == problem)
  }

  @Test("Edits replace what they find, in order, and leave every other file alone")
  func applying() throws {
    let mutant = try Self.mutant(("one", "two"), ("two", "three\nfour"))
    let other = Self.file("B.swift", "one\n")
    let files = try mutant.applied(to: [other, Self.file("A.swift", "zero\none\nΩ\n")])
    #expect(files == [other, Self.file("A.swift", "zero\nthree\nfour\nΩ\n")])
  }

  @Test("An edit whose file is not there, or whose text is not there once, does not fit")
  func notFitting() throws {
    let mutant = try Self.mutant(("one", "two"))
    for (path, text, problem) in [
      ("B.swift", "one", "Sources has no file A.swift."),
      ("Sub/A.swift", "one", "Sources has no file A.swift."),
      ("A.swift", "two", "The text to find stands 0 times in A.swift, not once."),
      ("A.swift", "one\none\n", "The text to find stands 2 times in A.swift, not once."),
    ] {
      let error = #expect(throws: MutantError.doesNotFit(problem)) {
        try mutant.applied(to: [Self.file(path, text)])
      }
      #expect(error?.description == problem)
    }
    // An edit of nothing would stand everywhere.
    let nothing = try Self.mutant(("", "two"))
    #expect(throws: MutantError.self) {
      try nothing.applied(to: [Self.file("A.swift", "one\n")])
    }
  }
}
