/// What grading one submission may cost.
///
/// Time is wall time in seconds unless a name says otherwise.
package struct Limits: Hashable, Codable, Sendable {
  /// Compiling and linking one exercise.
  package var buildSeconds = 60
  /// One call into the learner's code.
  package var callSeconds = 5
  /// One behaviour, all its calls together.
  package var behaviourSeconds = 20
  /// All behaviours of one exercise.
  package var exerciseSeconds = 180
  /// Memory of one worker, in mebibytes of address space.
  package var workerMegabytes = 2048
  /// Memory of one compiler process, in mebibytes of address space.
  package var buildMegabytes = 4096
  /// Source files of one exercise.
  package var files = 64
  /// One source file, in kibibytes.
  package var fileKilobytes = 256

  /// Processor time of one worker, in seconds: it may use both processors of a small machine for a whole behaviour.
  package var workerProcessorSeconds: Int { behaviourSeconds * 2 }

  /// The limits that a scheme without any has.
  package init() {}
}
