import Assessment
import EventSourcing
import Foundation
import Glibc
import Gradebook
import GradebookAccess
import Grading
import QuestionSupport
import Registrar
import SQLiteStore

/// Another process that uses the registrar's office, for tests: `registrar-hand FILE COURSE`.
///
/// It does what each line of its input says and prints one line for it, at once: `start LEARNER`, `answer LEARNER QUESTION
/// TEXT`, or `pass LEARNER`, which answers everything rightly and finishes the exam.
@main
struct RegistrarHand {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      say("usage: registrar-hand FILE COURSE")
      exit(64)
    }
    // A crowd of these races among itself and should not keep other tests from the processors.
    _ = nice(10)
    let file = try StoreFile.open(at: arguments[1], patience: .seconds(120))
    let registrar = Registrar(
      course: try Course(at: arguments[2]), gradebook: GradebookStores(file),
      now: { Timestamp(rawValue: Int64(Date().timeIntervalSince1970 * 1_000)) },
      randomNumber: { .random(in: .min ... .max) })
    say("ready")
    while let line = readLine() {
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      do {
        switch (words.first, words.count) {
        case ("start", 2):
          let (sitting, isNew) = try await registrar.startExam(of: words[1])
          say("\(isNew ? "new" : "old") \(sitting.state.started?.form.seed ?? 0)")
        case ("answer", 4):
          let answered = try await registrar.answerExam(
            of: words[1], question: QuestionID(rawValue: words[2]), with: words[3])
          say("\(answered.feedback.verdict?.rawValue ?? "none")")
        case ("pass", 2):
          try await registrar.answerEverythingRightly(of: words[1])
          _ = try await registrar.finishExam(of: words[1])
          say("passed")
        default: say("what?")
        }
      } catch let error as RegistrarError where error.kind == .refused {
        say("refused")
      } catch {
        say("failed \(error)")
      }
    }
  }

  /// Says something, at once.
  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  }
}
