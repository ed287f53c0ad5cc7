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

  /// Applies the limits to a process that was just started.
  ///
  /// Core files are always off.
  ///
  /// They are set from outside, an instant after the start, so that no helper program has to run first. A process
  /// that has already ended needs none.
  func apply(to process: Int32) {
    _ = csandbox_limit(process, csandbox_limit_core, 0)
    if let processorSeconds {
      _ = csandbox_limit(process, csandbox_limit_cpu, UInt64(processorSeconds))
    }
    if let memoryMegabytes {
      _ = csandbox_limit(process, csandbox_limit_memory, UInt64(memoryMegabytes) << 20)
    }
    if let fileMegabytes {
      _ = csandbox_limit(process, csandbox_limit_file, UInt64(fileMegabytes) << 20)
    }
  }
}
