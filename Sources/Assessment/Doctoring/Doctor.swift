import Foundation
package import Grading
import Sandbox

/// Finds out whether this machine can isolate learners' code, by trying to break out as a submission would.
package struct Doctor: Sendable {
  private let course: Course
  private let jail: any Jail
  private let runtime: PreparedRuntime
  private let scratch: Scratch

  /// Gets ready to examine this machine.
  ///
  /// - Parameters:
  ///   - course: The course, of which nothing may be reached.
  ///   - isolation: The isolation to examine.
  ///   - environment: The environment to find the toolchain with.
  ///   - scratch: Where the canary is built.
  ///   - willCompile: Told before the provided modules are compiled, which happens once.
  /// - Throws: ``AssessmentError`` of the kind `isolation` when it cannot make a jail at all.
  package init(
    course: Course, isolation: Isolation, environment: [String: String], scratch: Scratch,
    willCompile: () -> Void
  ) throws {
    self.course = course
    self.scratch = scratch
    jail = try isolation.workingJail()
    runtime = try PreparedRuntime.prepare(
      for: course, with: try Toolchain.find(environment: environment), willCompile: willCompile)
  }

  /// Tries every attack.
  package func examine() throws -> Examination {
    try scratch.withFolder { folder in
      let build = SubmissionBuild(runtime: runtime, jail: jail, limits: course.scheme.limits)
      var findings = [try steersTheLinker(build, in: folder)]
      let source = "\(folder)/Canary.swift"
      try Data(CanaryProgram.source.utf8).write(to: URL(filePath: source))
      guard case .made(let library) = try build.make(["Canary.swift"], in: folder, folder) else {
        throw AssessmentError(
          .isolation, "The doctor's own program does not build in the jail. Reinstall Swift.")
      }
      let program = try runtime.host(
        of: library, in: folder, processorSeconds: 2,
        memoryMegabytes: course.scheme.limits.workerMegabytes)
      let server = try LoopbackServer()
      for canary in Canary.allCases {
        findings.append(
          Examination.Finding(
            title: canary.title, breach: try breach(of: canary, program, server: server)))
      }
      return Examination(isolation: jail.description, findings: findings)
    }
  }

  /// Lets the canary try one attack, in a worker as those of submissions are.
  ///
  /// - Returns: What it reached, or `nil`.
  private func breach(
    of canary: Canary, _ program: HostProgram, server: LoopbackServer
  ) throws -> String? {
    let host = try WorkerHost(starting: try jail.confining(host: program))
    defer { host.end() }
    let input = try StreamPipe()
    let output = try StreamPipe()
    let worker = try host.start(
      input: input.reading, output: output.writing, error: output.writing)
    let lines = [canary.rawValue] + facts(for: canary, server: server)
    // A worker that is gone already costs no SIGPIPE, since our copy of the reading end is open.
    _ = lines.map { "\($0)\n" }.joined().withCString {
      write(input.writing.rawValue, $0, strlen($0))
    }
    input.writing.closeNow()
    let endedByItself = worker.endsByItself(within: 20_000)
    let termination = worker.end()
    host.end()
    if isRunning(program.executable) { return "something of it is still running" }
    switch termination {
    case .exited(CanaryProgram.contained): return canary.mustBeEnded ? "it ended" : nil
    case .exited(99): return "it could"
    // SIGXCPU: the limit of processor time.
    case .signalled(24) where canary.mustBeEnded: return nil
    case .abandoned(let reason): return "\(reason): \(host.lastWords)"
    default:
      return endedByItself ? "it ended in another way (\(termination))" : "it did not end"
    }
  }

  /// What the canary must know to try.
  private func facts(for canary: Canary, server: LoopbackServer) -> [String] {
    switch canary {
    case .readsHiddenFiles:
      ["grading.json", "Solutions", "Tests", ".build/grader"].map { "\(course.root)/\($0)" }
        + ["/etc/passwd", "/etc/hostname", "/var"]
    // Every grader has one, and no submission.
    case .readsTheEnvironment: ["PATH"]
    case .signalsTheGrader: [String(getpid())]
    case .reachesTheNetwork: [String(server.port)]
    case .writesFiles: [course.root, scratch.path]
    default: []
    }
  }

  /// Whether a process runs a program.
  private func isRunning(_ program: String) -> Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.contains { number in
      let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(number)/exe")
      return path == program
    }
  }

  /// Tries to take a hidden file into a program by a flag for the linker that the source plants in its object file.
  private func steersTheLinker(
    _ build: SubmissionBuild, in folder: String
  ) throws -> Examination.Finding {
    let title = "take a hidden file into its program while it is linked"
    let hidden = "\(course.root)/grading.json"
    let flag = "-Wl,--format=binary -Wl,\(hidden) -Wl,--format=default"
    let source = CanaryProgram.steeringTheLinker(by: flag) + CanaryProgram.source
    try Data(source.utf8).write(to: URL(filePath: "\(folder)/Canary.swift"))
    guard case .made(let library) = try build.make(["Canary.swift"], in: folder, folder) else {
      return Examination.Finding(title: title, breach: nil)
    }
    let made = try Data(contentsOf: URL(filePath: library))
    let stolen = try Data(contentsOf: URL(filePath: hidden))
    return Examination.Finding(
      title: title, breach: made.range(of: stolen) == nil ? nil : "it could")
  }
}
