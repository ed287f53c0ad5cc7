import Assessment
import Foundation
import Grading
import Testing

@Suite("An audit finds every solution of an exercise")
struct AuditSubjectTests {
  private static let mutant = """
    Row: M1
    Caught by: B1, B2
    Misconception: x
    --- A.swift
    right
    +++
    wrong
    ===
    """

  /// A course with one of each kind of solution.
  private func course() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("grading.json", sampleSchemeText)
    let solutions = "Solutions/Unit1/FrontDesk"
    try folder.write("Exercises/Unit1/FrontDesk/Sources/A.swift", "starter")
    try folder.write("\(solutions)/Sources/A.swift", "right")
    try folder.write("\(solutions)/Alternatives/Map/Sources/A.swift", "right too")
    try folder.write("\(solutions)/Alternatives/List/Sources/A.swift", "also right")
    try folder.write("\(solutions)/Alternatives/.DS_Store")
    try folder.write("\(solutions)/Vacuous/Silent/Sources/A.swift", "nothing")
    try folder.write("\(solutions)/Shortcuts/Quick/Sources/A.swift", "plausible")
    try folder.write("\(solutions)/Mutants/late.mutant", Self.mutant)
    try folder.write(
      "\(solutions)/Mutants/other.mutant", "Base: Alternatives/Map/Sources\n" + Self.mutant)
    try folder.write("\(solutions)/Mutants/README.md")
    return folder
  }

  @Test("Each is there with its demand and its files, and mutants with their edits made")
  func all() throws {
    let folder = try course()
    let course = try Course(at: folder.path)
    let subjects = try AuditSubject.all(of: course.scheme.exercises[0], in: course)
    #expect(
      subjects.map { "\($0.kind) \($0.name)" } == [
        "reference FrontDesk", "starter FrontDesk", "alternative List", "alternative Map",
        "vacuous Silent", "shortcut Quick", "mutant late", "mutant other",
      ])
    #expect(
      subjects.map(\.demand) == [
        .fullMarks, .zero, .fullMarks, .fullMarks, .zero, .underHalf,
        .caught(by: ["B1", "B2"]), .caught(by: ["B1", "B2"]),
      ])
    let texts = try subjects.map { subject in
      try subject.files.get().map { String(decoding: $0.content, as: UTF8.self) }
    }
    #expect(
      texts == [
        ["right"], ["starter"], ["also right"], ["right too"], ["nothing"],
        ["plausible"], ["wrong"], ["wrong too"],
      ])
  }

  @Test("A mutant that does not fit is a subject that says so")
  func unfitting() throws {
    let folder = try course()
    let mutants = "Solutions/Unit1/FrontDesk/Mutants"
    try folder.write("\(mutants)/late.mutant", Self.mutant.replacing("right", with: "left"))
    try folder.write("\(mutants)/other.mutant", "Row: M1")
    try folder.write("\(mutants)/z.mutant", "Base: Alternatives/Gone/Sources\n" + Self.mutant)
    let course = try Course(at: folder.path)
    let subjects = try AuditSubject.all(of: course.scheme.exercises[0], in: course)
    let failures = subjects.suffix(3).map { subject -> String? in
      if case .failure(let error) = subject.files { error.description } else { nil }
    }
    #expect(
      failures == [
        "The text to find stands 0 times in A.swift, not once.",
        "The head must have Row, Caught by and Misconception.",
        "The base Alternatives/Gone/Sources cannot be taken in.",
      ])
  }

  @Test("A course without a solution or a starter is wrong", arguments: ["Solutions", "Exercises"])
  func missing(place: String) throws {
    let folder = try course()
    try FileManager.default.removeItem(atPath: folder("\(place)/Unit1/FrontDesk/Sources"))
    let course = try Course(at: folder.path)
    let error = #expect(throws: AssessmentError.self) {
      try AuditSubject.all(of: course.scheme.exercises[0], in: course)
    }
    #expect(error?.kind == .course)
    #expect(
      error?.description == "\(folder(place))/Unit1/FrontDesk: There is no folder Sources.")
  }
}
