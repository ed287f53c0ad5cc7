/// Why a repository could not load or append.
public enum RepositoryError: Error, Hashable, Codable, Sendable {
  /// The event store refused or failed; a version conflict arrives as this case too.
  case store(EventStoreError)

  /// The stored event of this version cannot be decoded.
  case history(EvolutionError, at: StreamVersion)
}
