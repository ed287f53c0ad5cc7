import PlainText

extension Terminal {
  /// Says how far an interrupted batch came and how it goes on.
  func tellOfHalt(after done: Int, of total: Int) -> ExitCode {
    complain(
      "Interrupted after \(done) of \(counted(total, "exercise")). The same command goes on with the rest; "
        + "what is recorded is not graded again.")
    return .interrupted
  }
}
