import Synchronization
public import Testing

/// Adds to every example that fails what is still to be written for it, and where its rules are.
///
/// **It changes no verdict**: whatever fails without it fails with it, and nothing else.
public struct GuideTrait: SuiteTrait, TestTrait, TestScoping {
  /// Every example of the suite is guided.
  public var isRecursive: Bool { true }

  /// Runs an example and adds to the first of its issues where to go on.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard !test.isSuite else { return try await function() }
    let isGuided = Mutex(false)
    let guide: IssueHandlingTrait = .compactMapIssues { issue in
      let isFirst = isGuided.withLock { isGuided in
        defer { isGuided = true }
        return !isGuided
      }
      guard isFirst else { return issue }
      var issue = issue
      issue.comments += Guide(to: test).lines.map { Comment(rawValue: $0) }
      return issue
    }
    try await guide.provideScope(for: test, testCase: testCase) {
      do { try await function() } catch let error where !(error is ExpectationFailedError) {
        // Who throws fails the example, too, and is to be told where to go on.
        Issue.record(error, sourceLocation: test.sourceLocation)
      }
    }
  }
}

extension Trait where Self == GuideTrait {
  /// Examples that fail say what is still to be written.
  public static var guided: Self { GuideTrait() }
}
