/// The result of a call that may throw one type of error, in a form that can be encoded.
///
/// The standard library's `Result` is not `Codable`; this is, so a typed error can travel between
/// processes and be thrown again on the other side.
///
/// ```swift
/// let outcome = await Outcome { () async throws(EventStoreError) in
///   try await store.read("lot-7", from: 1, limit: 10)
/// }
/// let slice = try outcome.get()
/// ```
public enum Outcome<Value: Codable & Sendable, Failure: Error & Codable & Sendable>: Codable,
  Sendable
{
  /// The call returned this value.
  case success(Value)

  /// The call threw this error.
  case failure(Failure)

  /// Runs the body and keeps what it returns or throws.
  ///
  /// - Parameter body: The call to make; it runs once, where the caller runs.
  public nonisolated(nonsending) init(_ body: () async throws(Failure) -> Value) async {
    do {
      self = .success(try await body())
    } catch {
      self = .failure(error)
    }
  }

  /// Returns the value, or throws the error again.
  ///
  /// - Returns: The value of a success.
  /// - Throws: The error of a failure.
  public func get() throws(Failure) -> Value {
    switch self {
    case .success(let value): return value
    case .failure(let error): throw error
    }
  }
}

extension Outcome: Equatable where Value: Equatable, Failure: Equatable {}

extension Outcome: Hashable where Value: Hashable, Failure: Hashable {}
