import EventChain
import EventSourcing
import Foundation
import Glibc
import Gradebook
import Grading
import QuestionSupport
import Registrar
import SQLiteStore
import Sandbox
import SeededRandom
import TestSupport
import Testing

@Suite("A sitting whose process is killed", .timeLimit(.minutes(10)))
struct KillTests {
  @Test(
    "loses no acknowledged answer and regains no try, 200 kills at random points; the gradebook stays sound"
  )
  func kills() async throws {
    let book = try BookFolder()
    var random = SeededGenerator(seed: 2_026)
    var kills = 0
    while kills < 200 {
      let learner = "learner-\(kills)"
      _ = try await book.registrar.enrol(learner, name: "Learner", email: nil)
      var script = Self.script(try await book.registrar.startExam(of: learner).sitting)
      let whole = script.count
      while !script.isEmpty && kills < 200 {
        let bytes = 200 + random.next(below: 12_000)
        let acknowledged = try await sit(learner, script, at: book.path, killedAfter: bytes)
        kills += 1
        let sitting = try await book.registrar.exam(of: learner)
        let left = Self.script(sitting)
        let recorded = script.count - left.count
        #expect(recorded >= acknowledged, "an acknowledged answer is lost")
        #expect(recorded <= acknowledged + 1, "more is recorded than was ever asked")
        #expect(Array(script.dropFirst(recorded)) == left, "an answer went elsewhere")
        script = left
      }
      if script.isEmpty {
        let tries = try await book.registrar.exam(of: learner).state.tries.values
        #expect(tries.reduce(0) { $0 + $1.list.count } == whole)
      }
    }
    guard case .sound = try await SQLiteEventStore.verify(at: book.path) else {
      Issue.record("the gradebook is not sound")
      return
    }
  }

  /// What is still to be typed in a sitting: to each open question wrong answers until its last try, and then the right
  /// one where there is more than one try.
  private static func script(_ sitting: Registrar.ExamSitting) -> [String] {
    sitting.questions.flatMap { entry -> [String] in
      let tries = sitting.tries(at: entry.item.question.id)
      guard !tries.areOver(under: entry.policy) else { return [] }
      let (right, wrong) = Answer.rightAndWrong(entry.item)
      let text = { (answer: Answer) in answer.text(to: entry.item.question, shown: entry.layout) }
      let left = entry.policy.tries - tries.list.count
      let isSecond = !tries.list.isEmpty || entry.policy.tries > 1
      return Array(repeating: text(wrong), count: left - (isSecond ? 1 : 0))
        + (isSecond ? [text(right)] : [])
    }
  }

  /// Types a script into `grader exam sit` and kills it once it has printed so many bytes.
  ///
  /// - Returns: How many answers it acknowledged.
  private func sit(
    _ learner: String, _ script: [String], at path: String, killedAfter limit: Int
  ) async throws -> Int {
    let variables = ProcessInfo.processInfo.environment
    let program = ProcessSpecification(
      executable: GraderProgram.path,
      arguments: ["exam", "sit", learner, "--gradebook", path, "--color", "never"],
      environment: variables.filter { ["PATH", "LD_LIBRARY_PATH", "HOME"].contains($0.key) })
    let text = Array(script.map { $0 + "\n" }.joined().utf8)
    return try await onThread {
      let (input, output) = (try StreamPipe(), try StreamPipe())
      let process = try ChildProcess(
        starting: program, input: input.reading, output: output.writing, error: .null())
      defer { process.end() }
      output.writing.closeNow()
      input.reading.closeNow()
      _ = text.withUnsafeBytes { write(input.writing.rawValue, $0.baseAddress, $0.count) }
      input.writing.closeNow()
      var printed: [UInt8] = []
      var isAlive = true
      while true {
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = read(output.reading.rawValue, &buffer, buffer.count)
        if count <= 0 { break }
        printed += buffer.prefix(count)
        if isAlive, printed.count >= limit {
          process.end()
          isAlive = false
        }
      }
      // Whole lines only: half a line is no acknowledgement.
      let lines = String(decoding: printed, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).dropLast()
      return lines.count { line in
        // A question that was tried before the last kill also shows what was said then.
        let prompt = "Your answer: "
        guard line.hasPrefix(prompt) else { return false }
        let words = line.dropFirst(prompt.count)
        return words == "Right." || words == "Wrong." || words.hasPrefix("Partly right: ")
      }
    }
  }
}
