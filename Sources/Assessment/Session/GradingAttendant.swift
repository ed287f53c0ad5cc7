/// Whoever waits for a grading: is told what takes long, and cleans up if it is ended before it is over.
package struct GradingAttendant: Sendable {
  /// Told before the provided modules are compiled, which happens once for a toolchain.
  package let willCompile: @Sendable () -> Void
  /// Given the folder that is to be removed if the program is ended early; else it is removed by the session.
  package let didMakeScratch: @Sendable (Scratch) -> Void

  /// Somebody who is told.
  package init(
    willCompile: @escaping @Sendable () -> Void,
    didMakeScratch: @escaping @Sendable (Scratch) -> Void
  ) {
    self.willCompile = willCompile
    self.didMakeScratch = didMakeScratch
  }
}
