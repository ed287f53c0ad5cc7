import Grading
import SuiteSupport
import Testing

/// Stands in for the learner's router.
typealias VaultRouter = RemotePartitionRouter<Worker>
/// Stands in for the learner's read side.
typealias VaultReads = RemoteScaledReads<Worker>

/// The public examples, compiled from the exercise's own file.
@Suite("ManyReaders examples", .exercise(.manyReaders), .examples(points: 1))
struct ManyReadersExamples {}
