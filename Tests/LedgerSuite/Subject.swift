import Grading
import SuiteSupport
import Testing

/// What the examples call the learner's store.
typealias Ledger = RemoteEventStore<Worker>

/// The public examples, run against the learner's store in a worker.
@Suite("Ledger examples", .exercise(.ledger), .examples(points: 1))
struct LedgerExamples {}
