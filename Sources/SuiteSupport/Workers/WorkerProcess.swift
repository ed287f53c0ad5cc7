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
    let confined = try jail.confining(
      worker: submission.worker, libraries: submission.libraries,
      processorSeconds: limits.behaviourSeconds * 2, memoryMegabytes: limits.workerMegabytes)
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
