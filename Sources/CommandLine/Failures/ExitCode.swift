/// The statuses that the grader ends with.
///
/// README lists them for scripts.
enum ExitCode: Int32 {
  /// Everything that was asked for was done, and everything graded has full marks.
  case success = 0
  /// Graded; not everything has full marks.
  case notFullMarks = 2
  /// Audited, verified or checked; the matrix, the chain of recorded events, the question banks, the certificate or a kit
  /// do not hold.
  case auditFailed = 3
  /// The rules of the course do not allow it; nothing was changed.
  case refused = 4
  /// Verified: the certificate was revoked.
  case revoked = 5
  /// Verified: everything but the certificate's status holds, and the status cannot be found out now.
  case statusUnknown = 6
  /// The command line is wrong (EX_USAGE).
  case usage = 64
  /// What was given is not of its form, such as an answer that is none; nothing was changed (EX_DATAERR).
  case malformed = 65
  /// A path or name that was given leads nowhere useful (EX_NOINPUT).
  case noInput = 66
  /// The machine lacks something that grading needs (EX_UNAVAILABLE).
  case unavailable = 69
  /// An internal error: the grader or a suite broke, and something has no score (EX_SOFTWARE).
  case internalError = 70
  /// The gradebook cannot be read or written (EX_IOERR).
  case gradebook = 74
  /// Learners' code cannot be isolated as demanded and nothing was run, or a private key is open to others and nothing
  /// was signed (EX_NOPERM).
  case notIsolated = 77
  /// The course's own files are wrong, `grading.json` for one (EX_CONFIG).
  case course = 78
  /// Interrupted from the keyboard (128 + SIGINT).
  case interrupted = 130
}
