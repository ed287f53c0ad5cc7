import Grading
import SuiteSupport
import Testing

/// Stands in for the learner's sorter.
typealias CardSorter = RemoteMessageSorter
/// Stands in for the learner's desk over a row.
typealias RowDesk = RemoteRowDesk
/// Stands in for the learner's desk over facts.
typealias FactDesk = RemoteFactDesk

/// The public examples, compiled from the exercise's own file.
@Suite("FrontDesk examples", .exercise(.frontDesk), .examples(points: 1))
struct FrontDeskExamples {}
