/// The argument of one method that one side can ask the other to run.
///
/// A provided protocol crosses the border as a family of calls, one type per requirement. Both sides compile this
/// same declaration, so a call and its reply cannot drift apart.
package protocol WireCall: Codable, Sendable {
  /// What the method answers. Refusals by the domain are part of it, as an `Outcome`.
  associatedtype Reply: Codable & Sendable
  /// The method's name in the frame, unique over all calls.
  static var method: String { get }
}
