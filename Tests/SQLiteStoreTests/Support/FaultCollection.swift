import EventChain
import SQLiteStore
import Testing

/// Lets each test ask for the words of the faults that its stores met.
struct FaultCollection: SuiteTrait, TestTrait, TestScoping {
  /// Every test of a suite is an operation of its own.
  let isRecursive = true

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await StoreFaults.collecting { try await function() }
  }
}

extension Trait where Self == FaultCollection {
  /// Lets each test ask for the words of the faults that its stores met.
  static var collectingFaults: Self { FaultCollection() }
}

extension StoreFaults {
  /// The last trouble that a file made in this test.
  static var ofFile: StoreFileError? { last as? StoreFileError }
}
