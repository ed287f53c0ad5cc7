import Assessment
import Foundation
import Grading
import Sandbox
import TestSupport
import Testing

@Suite("The doctor tries to break out as a submission would")
struct DoctorTests {
  /// Lets the doctor examine this machine.
  fileprivate func examination(under isolation: Isolation) async throws -> Examination {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let course = try Course.locate(named: nil, program: program, currentFolder: ".")
    let scratch = try Scratch()
    defer { scratch.remove() }
    let doctor = try await onThread {
      try Doctor(
        course: course, isolation: isolation, environment: ProcessInfo.processInfo.environment,
        scratch: scratch
      ) {}
    }
    return try await onThread { try doctor.examine() }
  }

  @Test("In a jail, every attack is contained")
  func jailed() async throws {
    let examination = try await examination(under: .bubblewrap)
    #expect(examination.findings.count == 16)
    for finding in examination.findings {
      #expect(finding.breach == nil, "\(finding.title): \(finding.breach ?? "")")
    }
    #expect(examination.isContained)
  }

  @Test("Without a jail, every attack succeeds that limits alone do not stop")
  func unjailed() async {
    // In a process of its own, which adopts and ends whatever the attacks leave behind.
    await #expect(processExitsWith: .success) {
      try ProcessTable.shared.adoptOrphans()
      let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let course = try Course.locate(named: nil, program: program, currentFolder: ".")
      // What the attack writes where it may.
      defer { try? FileManager.default.removeItem(atPath: "\(course.root)/grader-canary") }
      let examination = try await DoctorTests().examination(under: .unconfined)
      let contained = Set(examination.findings.filter { $0.breach == nil }.map(\.title))
      // Limits and the way programs are started and linked hold without any jail.
      let expected: Set = [
        "take a hidden file into its program while it is linked",
        "use a file that the grader left open", "fill the memory", "run for ever",
      ]
      precondition(contained == expected, "\(contained)")
      precondition(!examination.isContained)
    }
  }
}
