public import CQRS

/// The process that fills one request from several lots.
public protocol DistributionProcess: ProcessManager
where Input == DistributionInput, Output == DistributionOutput {
  /// Creates the rules of the process.
  init()
}
