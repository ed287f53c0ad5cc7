import Testing

/// The tests in which a worker's thread waits for the suite, in one process with the suite.
///
/// One at a time: tests share as few threads as there are processors, and when all of them wait there is none left to
/// answer.
@Suite(.serialized) enum BlockingTests {}
