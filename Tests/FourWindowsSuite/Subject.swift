import Grading
import SuiteSupport
import Testing

/// Stands in for the learner's window on figures.
typealias Cards = RemoteCards<Worker>
/// Stands in for the learner's window on available seeds.
typealias Availability = RemoteAvailability<Worker>
/// Stands in for the learner's window on viability.
typealias Watchlist = RemoteWatchlist<Worker>
/// Stands in for the learner's window on requests.
typealias Requests = RemoteRequests<Worker>
/// Stands in for the learner's runner.
typealias Runner = RemoteProjectionRunner<Worker>

/// The public examples, compiled from the exercise's own file.
@Suite("FourWindows examples", .exercise(.fourWindows), .examples(points: 1))
struct FourWindowsExamples {}
