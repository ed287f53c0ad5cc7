import Foundation
import Grading
import Testing

@testable import Assessment

@Suite("Suites run in processes of their own and are read to the end", .timeLimit(.minutes(10)))
struct SuiteLauncherTests {
  /// A program that keeps what it was asked, prints a report and ends as a script says.
  private func program(
    _ folder: TemporaryFolder, printing records: [SuiteRecord], noise: String = "",
    then script: String = "exit 0"
  ) throws -> SuiteLauncher {
    var report = Data(noise.utf8)
    for record in records { report += try JSONEncoder().encode(record) + Data("\n".utf8) }
    try folder.write("report", report)
    try folder.writeProgram(
      "suite",
      """
      echo "$*" > '\(folder("arguments"))'
      read line; echo "$line" > '\(folder("request"))'
      cat '\(folder("report"))'
      \(script)
      """)
    return SuiteLauncher(program: folder("suite"))
  }

  /// What the program was asked.
  private func request(_ folder: TemporaryFolder) throws -> SuiteRequest {
    let data = try Data(contentsOf: URL(filePath: folder("request")))
    return try JSONDecoder().decode(SuiteRequest.self, from: data)
  }

  private static let submission = SuiteRequest.Submission(
    exercise: "LotRules", host: "/no/worker", library: "/no/submission.so", readable: ["/lib"],
    preloads: [], isolation: .unconfined, limits: Limits())

  /// A whole report in which everything passed.
  private static func report(_ catalogue: Catalogue) -> [SuiteRecord] {
    [.planned(catalogue)]
      + catalogue.behaviours.map { .finished(BehaviourResult(behaviour: $0, verdict: .passed)) }
      + [.ended]
  }

  @Test("Catalogues are asked for without a submission, and come by the exercise's name")
  func catalogues() throws {
    let folder = try TemporaryFolder()
    let catalogue = try sampleCatalogue()
    let launcher = try program(folder, printing: [.planned(catalogue), .ended])
    #expect(try launcher.catalogues() == ["LotRules": catalogue])
    #expect(try request(folder).submission == nil)
    let arguments = try String(contentsOfFile: folder("arguments"), encoding: .utf8)
    #expect(arguments == "suite-process\n")
  }

  @Test("Suites that are broken, or do not end well, list nothing")
  func brokenCatalogues() throws {
    let catalogue = try sampleCatalogue()
    let incomplete = "The suites could not list their behaviours."
    for (records, script, reason) in [
      ([.planned(catalogue), .broke(reason: "No trait."), .ended], "exit 0", "No trait."),
      ([.planned(catalogue)], "exit 0", incomplete),
      ([.planned(catalogue), .ended], "exit 1", incomplete),
      ([.planned(catalogue), .ended], "kill -9 $$", incomplete),
      ([.ended, .planned(catalogue)], "exit 0", incomplete),
      ([], "exit 0", incomplete),
    ] as [([SuiteRecord], String, String)] {
      let folder = try TemporaryFolder()
      let launcher = try program(folder, printing: records, then: script)
      let error = #expect(throws: SuiteLaunchError.self) { try launcher.catalogues() }
      #expect(error?.description == reason)
    }
  }

  @Test(
    "Output of a suite process that is no record is a grader fault",
    arguments: ["\n", "{\"forged\":1}\n"])
  func noise(noise: String) throws {
    let folder = try TemporaryFolder()
    let catalogue = try sampleCatalogue()
    let launcher = try program(folder, printing: Self.report(catalogue), noise: noise)
    let result = try launcher.grade(Self.submission, against: catalogue)
    #expect(
      result.outcome
        == .graderFault(reason: "The suite process reported something that cannot be read."))
  }

  @Test("A submission is graded by what its suite reports")
  func grading() throws {
    let folder = try TemporaryFolder()
    let catalogue = try sampleCatalogue()
    let launcher = try program(folder, printing: Self.report(catalogue))
    let result = try launcher.grade(Self.submission, against: catalogue)
    #expect(result.score == .one)
    let asked = try #require(try request(folder).submission)
    #expect(String(reflecting: asked) == String(reflecting: Self.submission))
  }

  @Test(
    "How the suite process ended is said of what it did not report",
    arguments: [
      ("exit 3", .graderFault("The suite process ended with status 3.")),
      ("kill -4 $$", .graderFault("The suite process died of signal 4.")),
      ("exit 0", .graderFault("The suite process ended early.")),
      ("head -c 20000000 /dev/zero", .graderFault("The suite process reported more than 16 MiB.")),
      ("exec sleep 300", .timedOut),
    ] as [(String, Verdict)])
  func endings(script: String, verdict: Verdict) throws {
    let folder = try TemporaryFolder()
    let catalogue = try sampleCatalogue()
    var submission = Self.submission
    submission.limits.exerciseSeconds = script.hasSuffix("300") ? 5 : 60
    let records = Self.report(catalogue).dropLast(2)
    let launcher = try program(
      folder, printing: Array(records), then: "ulimit -c 0\n\(script)")
    let result = try launcher.grade(submission, against: catalogue)
    #expect(result.behaviours.map(\.verdict) == [.passed, .passed, verdict])
  }

  @Test("The request's end tells a suite process that the grader is gone, and not before")
  func openInput() throws {
    let folder = try TemporaryFolder()
    let catalogue = try sampleCatalogue()
    var submission = Self.submission
    submission.limits.exerciseSeconds = 5
    let launcher = try program(
      folder, printing: Array(Self.report(catalogue).dropLast()),
      then: "read more; echo ended > '\(folder("ended"))'")
    _ = try launcher.grade(submission, against: catalogue)
    #expect(!FileManager.default.fileExists(atPath: folder("ended")))
  }
}
