import Grading
import SuiteSupport
import Testing

/// Stands in for the learner's chain.
typealias TarnholtChain = RemoteUpcasterChain<Worker>
/// Stands in for the learner's codec.
typealias TarnholtCodec = RemoteLotEventCodec<Worker>

/// The public examples, run against the learner's types in a worker.
@Suite("OldLabels examples", .exercise(.oldLabels), .examples(points: 1))
struct OldLabelsExamples {}
