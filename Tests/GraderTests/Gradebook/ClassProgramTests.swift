import EventChain
import EventSourcing
import Foundation
import Gradebook
import Grading
import QuestionSupport
import Registrar
import SQLiteStore
import TestSupport
import Testing

@testable import Sandbox

@Suite("Handing in at the command line", .timeLimit(.minutes(10)))
struct ClassProgramTests {
  private static let learners = ["ada", "ben", "cleo", "dora"]

  /// A gradebook and a class of which every learner has another submission of FrontDesk.
  private func makeClass() async throws -> (BookFolder, ClassFolder) {
    let book = try BookFolder()
    let folder = try ClassFolder()
    for learner in Self.learners {
      _ = try await book.registrar.enrol(learner, name: learner, email: nil)
      try folder.add(
        learner,
        [
          .init(
            "FactDesk.swift", BadInputTests.countsTests,
            "/* \(learner) */ \(BadInputTests.countsTests)")
        ])
    }
    return (book, folder)
  }

  /// The command that hands in the class.
  private func command(_ folder: ClassFolder) -> [String] {
    ["submit-class", folder.path, "--exercise", "FrontDesk", "--jobs", "1"]
  }

  /// The types of the events of every learner's taking.
  private func events(in book: BookFolder) async throws -> [String: [String]] {
    let store = try SQLiteEventStore.open(at: book.path, mode: .readOnly)
    var types: [String: [String]] = [:]
    for learner in Self.learners {
      let stream = TakingID(learner: learner, number: 1).enrolment
      types[learner] = try await store.read(stream, from: 1, limit: 100).events.map(\.event.type)
    }
    return types
  }

  /// How many results are recorded.
  private func resultCount(in book: BookFolder) async throws -> Int {
    try await events(in: book).values.joined().count { $0 == "submission.graded" }
  }

  @Test(
    "Killed or interrupted once something is recorded, and handed in again: nothing is lost and nothing is graded twice",
    arguments: [[SIGKILL], [SIGINT], [SIGINT, SIGINT], [SIGTERM]])
  func interruption(by signals: [Int32]) async throws {
    let (book, folder) = try await makeClass()
    let output = try StreamPipe()
    // What a killed grader leaves behind goes with the class.
    let scratch = "\(folder.path)/.scratch"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    var variables = ["LANG": "C.UTF-8", "TMPDIR": scratch]
    for name in ["PATH", "LD_LIBRARY_PATH", "HOME"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    let program = ProcessSpecification(
      executable: GraderProgram.path,
      arguments: command(folder) + ["--gradebook", book.path],
      environment: variables)
    let grader = try ChildProcess(
      starting: program, input: .null(), output: output.writing, error: output.writing)
    defer { grader.end() }
    output.writing.closeNow()
    while try await resultCount(in: book) == 0, !grader.endsByItself(within: 1) {}
    let before = try await events(in: book)
    for signal in signals {
      kill(grader.id, signal)
      // Two that come at once are one.
      if signals.count > 1 { _ = grader.endsByItself(within: 100) }
    }
    let (printed, ending) = try await onThread {
      var printed: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 4 << 10)
      while true {
        let count = read(output.reading.rawValue, &piece, piece.count)
        guard count > 0 else { break }
        printed += piece.prefix(count)
      }
      _ = grader.endsByItself(within: 60_000)
      return (String(decoding: printed, as: UTF8.self), grader.end())
    }
    #expect(ending == (signals == [SIGKILL] ? .signalled(Int(SIGKILL)) : .exited(status: 130)))
    #expect(!printed.contains("\u{1B}"), "no line is written over where there is no terminal")
    if signals == [SIGINT] {
      let count = try await resultCount(in: book)
      #expect(printed.contains("Interrupted after \(count) of 4 exercises."), "\(printed)")
    }

    let left = try FileManager.default.contentsOfDirectory(atPath: scratch)
    #expect(left.isEmpty || signals == [SIGKILL], "\(left)")

    let rest = try await book.run(command(folder))
    #expect(rest.status == 0, "\(rest.error)\(rest.output)")
    let after = try await events(in: book)
    for learner in Self.learners {
      #expect(
        after[learner] == ["enrolment.opened", "submission.received", "submission.graded"],
        "\(learner)")
      let earlier = before[learner] ?? []
      #expect(after[learner]?.starts(with: earlier) == true)
    }
    let last = try await book.run(command(folder))
    #expect(last.output.contains("4 exercises: 4 answered from the record\n"), "\(last.output)")
    guard case .sound = try await SQLiteEventStore.verify(at: book.path) else {
      Issue.record("the gradebook is not sound")
      return
    }
  }

  @Test(
    "An unchanged submission is answered from the record and says so; under another grading.json, another isolation or with --again it is graded"
  )
  func answers() async throws {
    let (book, folder) = try await makeClass()
    let submit = ["submit", "ada", "\(folder.path)/ada", "--exercise", "FrontDesk"]
    let answered = "FrontDesk: unchanged; answered from the record"
    let graded = "FrontDesk: recorded with"
    let hasty = try folder.hastyCourse()
    for (more, expected) in [
      ([], graded), ([], answered), (["--course", hasty], graded),
      (["--course", hasty], answered), ([], graded), (["--isolation", "none"], graded),
      (["--isolation", "none"], answered), (["--isolation", "none", "--again"], graded),
    ] {
      let run = try await book.run(submit + more)
      #expect(run.status == 0, "\(more): \(run.error)")
      #expect(run.output.contains(expected), "\(more): \(run.output)")
      #expect(!(run.output + run.error).contains("\u{1B}"))
    }
    let json = try await book.run(submit + ["--isolation", "none", "--format", "json"])
    #expect(json.output.contains(#""record" : "known""#), "\(json.output)")
  }

  @Test("A class is printed as one JSON document that names what a person must look at")
  func document() async throws {
    let (book, folder) = try await makeClass()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/nobody/Unit1/FrontDesk", withIntermediateDirectories: true)
    let run = try await book.run(command(folder) + ["--format", "json"])
    #expect(run.status == 2, "\(run.error)")
    let document = try JSONDecoder().decode(JSONValue.self, from: Data(run.output.utf8))
    guard case .object(let members) = document, case .array(let concerns)? = members["concerns"],
      case .array(let exercises)? = members["exercises"],
      case .object(let concern)? = concerns.first
    else {
      Issue.record("\(run.output)")
      return
    }
    #expect(members["format"] == .string("grader.class-submission"))
    #expect(members["isComplete"] == .bool(true))
    #expect(exercises.count == 4 && concerns.count == 1)
    #expect(concern["name"] == .string("nobody"))
  }
}
