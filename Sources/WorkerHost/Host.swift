import CSandbox
import WorkerRuntime

/// The program that starts a submission's workers, each by forking, with everything loaded and warm that they need.
///
/// It is built with the provided modules, once for a toolchain, and runs in the jail. **No code of a learner ever runs
/// in it**; how that is kept, and what keeps workers from it, is said in `host.c`.
@main
enum Host {
  /// Serves a suite until it is gone.
  static func main() {
    csandbox_host(CommandLine.argc, CommandLine.unsafeArgv, warmUp)
  }
}

/// Warms up; no closure of `main`, which would belong to the main actor and must not run on another thread.
private func warmUp() { Worker.warmUp() }
