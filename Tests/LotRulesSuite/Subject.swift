import Grading
import SuiteSupport
import Testing

/// What the examples call the learner's rules.
typealias TarnholtRules = RemoteLotRules<Worker>

/// The public examples, run against the learner's rules in a worker.
@Suite("LotRules examples", .exercise(.lotRules), .examples(points: 1))
struct LotRulesExamples {}
