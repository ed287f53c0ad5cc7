import SQLiteStore

/// Why a gradebook cannot be opened, made or examined.
package struct GradebookAccessError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is concerned.
  package enum Kind: Hashable, Sendable {
    /// There is none at the place.
    case notFound
    /// What is at the place is no gradebook, or the place is taken.
    case notOne
    /// There is one, and it cannot be used.
    case unusable
  }

  /// What is concerned.
  package let kind: Kind
  /// Sentences naming the place and the remedy.
  package let description: String

  /// What a store says of its file.
  init(_ error: StoreFileError) {
    kind =
      switch error.problem {
      case .notFound: .notFound
      case .isDirectory, .notAGradebook, .alreadyExists: .notOne
      case .newerFormat, .notPermitted, .busy, .full, .tooLarge, .unstorable, .damaged,
        .inputOutput, .failed:
        .unusable
      }
    description = error.description
  }
}
