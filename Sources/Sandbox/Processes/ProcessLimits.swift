import CSandbox

/// What one process may use; its descendants start with the same.
///
/// `nil` leaves the grader's own limit.
package struct ProcessLimits: Sendable {
  /// Processor time, in seconds.
  package var processorSeconds: Int?
  /// Address space, in mebibytes.
  package var memoryMegabytes: Int?
  /// The largest file it may write, in mebibytes.
  package var fileMegabytes: Int?

  /// Sets every limit.
  package init(
    processorSeconds: Int? = nil, memoryMegabytes: Int? = nil, fileMegabytes: Int? = nil
  ) {
    self.processorSeconds = processorSeconds
    self.memoryMegabytes = memoryMegabytes
    self.fileMegabytes = fileMegabytes
  }

  /// The limits as options of the program `prlimit`, which sets them before it becomes another program.
  var options: [String] {
    var options: [String] = []
    if let processorSeconds { options.append("--cpu=\(processorSeconds):\(processorSeconds + 1)") }
    if let memoryMegabytes { options.append("--as=\(memoryMegabytes << 20)") }
    if let fileMegabytes { options.append("--fsize=\(fileMegabytes << 20)") }
    return options
  }

  /// Applies the limits to a process that was just started.
  ///
  /// Core files are always off.
  ///
  /// They are set from outside, an instant after the start, so that no helper program has to run first. A process
  /// that has already ended needs none.
  func apply(to process: Int32) {
    _ = csandbox_limit(process, csandbox_limit_core, 0, 0)
    if let processorSeconds {
      // The hard limit is later than the soft one: where they are equal, the kernel sends SIGKILL and not SIGXCPU,
      // and nobody could tell why the process died.
      let seconds = UInt64(processorSeconds)
      _ = csandbox_limit(process, csandbox_limit_cpu, seconds, seconds + 1)
    }
    for (resource, megabytes) in [
      (csandbox_limit_memory, memoryMegabytes), (csandbox_limit_file, fileMegabytes),
    ] {
      guard let megabytes else { continue }
      let bytes = UInt64(megabytes) << 20
      _ = csandbox_limit(process, resource, bytes, bytes)
    }
  }
}
