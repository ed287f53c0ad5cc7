extension Jail {
  /// The program that runs a submission's worker inside the jail.
  ///
  /// - Parameters:
  ///   - worker: The path of the worker's program.
  ///   - arguments: What it is told.
  ///   - libraries: The folders of libraries it needs besides the system's.
  ///   - processorSeconds: How long it may compute.
  ///   - memoryMegabytes: How much address space it may use.
  package func confining(
    worker: String, arguments: [String] = [], libraries: [String], processorSeconds: Int,
    memoryMegabytes: Int
  ) throws(SystemError) -> ProcessSpecification {
    try confining(
      ProcessSpecification(
        executable: worker, arguments: arguments,
        environment: ["LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"], workingDirectory: "/",
        limits: ProcessLimits(
          processorSeconds: processorSeconds, memoryMegabytes: memoryMegabytes, fileMegabytes: 16)),
      to: Cell(readable: [worker] + libraries))
  }
}
