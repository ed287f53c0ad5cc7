import Foundation
package import Grading
import Sandbox

/// Runs hidden suites in processes of their own: the grader's program, told to be a suite process.
package struct SuiteLauncher: Sendable {
  /// The grader's program.
  private let program: String
  /// The build that the program must still be.
  private let build: String?

  /// Uses the grader's program at a path.
  ///
  /// - Parameters:
  ///   - program: The path.
  ///   - code: The code that must be there still when a suite is run: the program may be built anew meanwhile.
  package init(program: String, code: ProgramCode? = nil) {
    self.program = program
    build = code?.identifier?.description
  }

  /// The catalogue of every linked suite, by the exercise's name.
  package func catalogues() throws -> [String: Catalogue] {
    let (records, ending) = try run(SuiteRequest(nil, build: build), seconds: 60)
    var catalogues: [String: Catalogue] = [:]
    for record in records {
      switch record {
      case .planned(let catalogue): catalogues[catalogue.exercise.name] = catalogue
      case .broke(let reason): throw SuiteLaunchError(description: reason)
      case .finished, .ended: break
      }
    }
    guard ending == .completed, case .ended? = records.last else {
      throw SuiteLaunchError(description: "The suites could not list their behaviours.")
    }
    return catalogues
  }

  /// Grades a built submission.
  package func grade(
    _ submission: SuiteRequest.Submission, against catalogue: Catalogue
  ) throws -> ExerciseResult {
    let (records, ending) = try run(
      SuiteRequest(submission, build: build), seconds: submission.limits.exerciseSeconds)
    return SuiteReport(records).result(for: catalogue, ending: ending)
  }

  /// Starts a suite process and reads its records to the end.
  private func run(
    _ request: SuiteRequest, seconds: Int
  ) throws -> (records: [SuiteRecord], ending: SuiteEnding) {
    var environment = ["LANG": "C.UTF-8"]
    if let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      environment["LD_LIBRARY_PATH"] = libraries
    }
    var input = Array(try JSONEncoder().encode(request))
    input.append(UInt8(ascii: "\n"))
    let run = try CapturedRun.run(
      ProcessSpecification(
        executable: program, arguments: [SuiteRequest.programArgument], environment: environment),
      input: input, keepingInputOpen: true, seconds: seconds, byteLimit: 16 << 20)
    let records = SuiteRecord.all(in: run.output)
    let ending: SuiteEnding =
      switch run.ending {
      case .ended(.exited(status: 0)): .completed
      case .ended(.exited(let status)): .died("ended with status \(status)")
      case .ended(.signalled(let signal)): .died("died of signal \(signal)")
      case .timedOut: .overran
      case .ended(.notJailed), .ended(.abandoned): .died("never started")
      case .printedTooMuch: .died("reported more than 16 MiB")
      }
    return (records, ending)
  }
}

/// The suites themselves are wrong: an internal error of the grader.
package struct SuiteLaunchError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, in one sentence.
  package let description: String
}
