import Assessment
import Foundation
import Testing

/// Hands in every hostile submission and looks at what came of it.
///
/// One class for all, so that they also attack each other, and one grading.
@Suite("A hostile submission reaches nothing and earns nothing")
struct HostileTests {
  private static let submissions =
    HostileSubmission.reaching + HostileSubmission.exhausting + HostileSubmission.forging
    + HostileSubmission.inMachineCode + HostileSubmission.building

  @Test("Each ends with its exact verdict; nothing of it lives on and no file has changed")
  func verdicts() async throws {
    #expect(Set(Self.submissions.map(\.name)).count == Self.submissions.count)
    let before = try Self.files()
    let results = try await HostileClass.grade(Self.submissions)
    for submission in Self.submissions {
      check(submission, try results.exercise(of: submission.name))
    }
    #expect(try Self.files() == before)
    #expect(try WorkerProcesses.left() == [])
    #expect(results.isolation == "bubblewrap")
  }

  /// Checks what came of one submission.
  private func check(
    _ submission: HostileSubmission, _ result: ResultsJSON.Learner.Exercise
  ) {
    let attacked = result.behaviours.filter { BadInputTests.asking.contains($0.id) }
    let got =
      "\(submission.name): \(result.outcome) \(result.messages.joined(separator: " / ").prefix(600)) "
      + result.behaviours.map { "\($0.id) \($0.verdict) \($0.detail ?? "")" }.joined(
        separator: "; ")
    switch submission.ending {
    case .contained:
      #expect(
        attacked.count == 4
          && attacked.allSatisfy {
            $0.verdict == "exited" && $0.detail?.contains("status 42.") == true
          },
        "\(got)")
    case .verdict(let verdict):
      #expect(attacked.count == 4 && attacked.allSatisfy { $0.verdict == verdict }, "\(got)")
    case .loses(let ids):
      let lost = result.behaviours.filter { $0.verdict == "failed" }.map(\.id)
      #expect(
        Set(lost) == ids
          && result.behaviours.allSatisfy { ["passed", "failed"].contains($0.verdict) }, "\(got)")
    case .everyVerdict(let verdict):
      #expect(result.outcome == "graded" && result.earned == 0, "\(got)")
      #expect(result.behaviours.allSatisfy { $0.verdict == verdict }, "\(got)")
    case .notBuilt(let text):
      #expect(result.outcome == "notBuilt" && result.earned == 0, "\(got)")
      #expect(text.isEmpty || result.messages.contains { $0.contains(text) }, "\(got)")
    case .refused(let text):
      #expect(result.outcome == "refused" && result.earned == 0, "\(got)")
      #expect(result.messages.contains { $0.contains(text) }, "\(got)")
    case .fullMarks:
      #expect(result.outcome == "graded" && result.earned == result.points, "\(got)")
    }
  }

  /// Every file that an attack could be after, with its size and when it last changed.
  private static func files() throws -> [String: String] {
    let root = try GraderProgram.course().root
    var files: [String: String] = [:]
    for folder in ["Sources", "Tests", "Exercises", "Solutions", "grading.json"] {
      for path in [folder]
        + (FileManager.default.enumerator(atPath: "\(root)/\(folder)")?
          .compactMap { ($0 as? String).map { "\(folder)/\($0)" } } ?? [])
      {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
        files[path] = "\(attributes[.size] ?? 0) \(attributes[.modificationDate] ?? 0)"
      }
    }
    for place in [
      "/planted", "/tmp/planted", "/dev/shm/planted", "/usr/planted", "/tmp/link", "/tmp/fifo",
    ] {
      files[place] = "\(FileManager.default.fileExists(atPath: place))"
    }
    return files
  }
}
