package import EventSourcing

extension ExpectedVersion {
  /// Whether the expectation holds for a stream of this version.
  package func holds(for version: StreamVersion) -> Bool {
    switch self {
    case .any: true
    case .noStream: version == .empty
    case .streamExists: version > .empty
    case .exact(let expected): version == expected
    }
  }
}
