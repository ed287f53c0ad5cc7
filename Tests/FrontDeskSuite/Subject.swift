import Grading
import SuiteSupport
import Testing

/// Stands in for the learner's sorter.
typealias CardSorter = RemoteMessageSorter<Worker>
/// Stands in for the learner's desk over a row.
typealias RowDesk = RemoteRowDesk<Worker>
/// Stands in for the learner's desk over facts.
typealias FactDesk = RemoteFactDesk<Worker>

/// The public examples, compiled from the exercise's own file.
@Suite("FrontDesk examples", .exercise(.frontDesk), .examples(points: 1))
struct FrontDeskExamples {}
