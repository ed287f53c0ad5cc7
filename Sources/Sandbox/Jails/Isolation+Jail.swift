package import Grading

extension Isolation {
  /// The jail that reaches this level.
  ///
  /// - Throws: ``JailError`` when this machine lacks what it takes.
  package func jail() throws(JailError) -> any Jail {
    switch self {
    case .unconfined: NoJail()
    case .bubblewrap: try BubblewrapJail()
    }
  }
}
