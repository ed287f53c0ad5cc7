/// A program to start: everything it gets, and nothing it does not.
package struct ProcessSpecification: Sendable {
  /// The absolute path of the program.
  package var executable: String
  /// The arguments after the program's name.
  package var arguments: [String]
  /// The whole environment; nothing is inherited.
  package var environment: [String: String]
  /// The folder it starts in, or `nil` for the grader's own.
  package var workingDirectory: String?
  /// What it and each of its descendants may use.
  package var limits: ProcessLimits
  /// Open files it gets besides its standard streams, as descriptors 3, 4, 5 …; for the making of jails.
  var inherited: [Descriptor] = []
  /// Where the maker of a jail says how the program inside ended; `nil` without a jail.
  var jailStatus: StreamPipe?

  /// Sets every property.
  package init(
    executable: String, arguments: [String] = [], environment: [String: String] = [:],
    workingDirectory: String? = nil, limits: ProcessLimits = ProcessLimits()
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.limits = limits
  }
}
