import FoundationEssentials
import Glibc
import Grading
import Sandbox
import Testing

/// The main program of a suite process: the grader executing itself, with every hidden suite linked in.
///
/// A process of its own for each submission, so that a trap in a suite costs one grading and not a batch. **No code of
/// a learner ever runs in it.**
package enum SuiteProcess {
  /// Reads the request, runs what it asks for, and reports on standard output.
  ///
  /// - Returns: The status to exit with: 0 whenever the report is complete.
  package static func run() async -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    let output = SuiteOutput(takingOverStandardOutput: ())
    guard let request = readRequest() else {
      output.write(.broke(reason: "The suite process got no request it could read."))
      return 1
    }
    if let build = request.build,
      build != BuildIdentifier(ofProgramAt: "/proc/self/exe")?.description
    {
      output.write(.broke(reason: "The grader was built anew while it graded. Grade again."))
      return 1
    }
    endWithTheGrader()
    try? ProcessTable.shared.adoptOrphans()
    let run: SuiteRun
    do throws(JailError) {
      run = try SuiteRun(request: request, output: output)
    } catch {
      output.write(.broke(reason: error.description))
      return 1
    }
    SuiteRun.begin(run)

    var arguments = __CommandLineArguments_v0()
    arguments.verbosity = .min
    arguments.parallel = true
    if let submission = request.submission {
      arguments.filter = ["^\(submission.exercise)Suite\\."]
    }
    let status: CInt = await Testing.__swiftPMEntryPoint(passing: arguments)
    run.finish(status: status)
    return 0
  }

  /// Reads one line of JSON from standard input.
  private static func readRequest() -> SuiteRequest? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(STDIN_FILENO, &byte, 1) == 1 && byte != UInt8(ascii: "\n") { line.append(byte) }
    return try? JSONDecoder().decode(SuiteRequest.self, from: Data(line))
  }

  /// Ends this process, and with their pipes its workers, as soon as the grader is gone.
  private static func endWithTheGrader() {
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var byte: UInt8 = 0
        while read(STDIN_FILENO, &byte, 1) > 0 {}
        _exit(1)
      }, nil)
  }
}
