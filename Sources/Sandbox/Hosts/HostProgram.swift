import Grading

/// The program of a submission's host, and what its workers get.
package struct HostProgram: Sendable {
  /// The absolute path of the program.
  package var executable: String
  /// The absolute path of the submission's library, which every worker opens.
  package var library: String
  /// Files and folders it needs besides those and the system's: the libraries of the toolchain and of the runtime.
  package var readable: [String]
  /// Libraries of ours that the host loads besides its own, by their files' names.
  package var preloads: [String]
  /// How long one worker may compute.
  package var processorSeconds: Int
  /// How much address space one worker may use.
  package var memoryMegabytes: Int

  /// Sets every property.
  package init(
    executable: String, library: String, readable: [String], preloads: [String],
    processorSeconds: Int, memoryMegabytes: Int
  ) {
    self.executable = executable
    self.library = library
    self.readable = readable
    self.preloads = preloads
    self.processorSeconds = processorSeconds
    self.memoryMegabytes = memoryMegabytes
  }
}

extension Jail {
  /// The program that runs a host inside the jail.
  ///
  /// The host gets no limits, since it sets those of its workers itself.
  package func confining(host: HostProgram) throws(SystemError) -> ProcessSpecification {
    var cell = Cell(readable: [host.executable, host.library] + host.readable)
    cell.isForHost = true
    let arguments =
      [
        host.library, "\(host.processorSeconds)", "\(host.memoryMegabytes << 20)", "\(16 << 20)",
        isolation == .unconfined ? "0" : "1",
      ] + host.preloads
    return try confining(
      ProcessSpecification(
        executable: host.executable, arguments: arguments,
        environment: ["LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"], workingDirectory: "/"),
      to: cell)
  }
}
