import Grading
import Sandbox

/// A submission's process that was started, with the suite's ends of its pipes.
struct WorkerProcess: Sendable {
  /// The process.
  let process: ChildProcess
  /// Where the suite writes.
  let input: Descriptor
  /// Where the process answers.
  let output: Descriptor
  /// Where it prints.
  let error: Descriptor

  /// Starts a process of a submission in a jail.
  init(_ submission: SuiteRequest.Submission, in jail: any Jail) throws(SystemError) {
    let limits = submission.limits
    let program = ProcessSpecification(
      executable: submission.worker,
      environment: ["LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"],
      workingDirectory: "/",
      limits: ProcessLimits(
        processorSeconds: limits.behaviourSeconds * 2, memoryMegabytes: limits.workerMegabytes,
        fileMegabytes: 16))
    let confined = try jail.confining(
      program, to: Cell(readable: [submission.worker] + submission.libraries))
    let standardInput = try StreamPipe()
    let standardOutput = try StreamPipe()
    let standardError = try StreamPipe()
    process = try ChildProcess(
      starting: confined, input: standardInput.reading, output: standardOutput.writing,
      error: standardError.writing)
    for end in [standardInput.reading, standardOutput.writing, standardError.writing] {
      end.closeNow()
    }
    input = standardInput.writing
    output = standardOutput.reading
    error = standardError.reading
    for end in [input, output, error] { try end.setNonBlocking() }
  }
}
