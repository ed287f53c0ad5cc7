import EventSourcing

extension Outcome {
  /// Runs a body that does not suspend, and keeps what it returns or throws.
  init(catching body: () throws(Failure) -> Value) {
    do throws(Failure) { self = .success(try body()) } catch { self = .failure(error) }
  }
}
