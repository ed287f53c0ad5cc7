/// Upcasters joined by their keys, so that a payload of any age reaches the present.
///
/// **Steps are found by their keys.** The result does not depend on the order in which they were
/// given.
///
/// **Every payload goes as far as it can.** While a step's source equals the payload's key, the
/// step is applied; a payload no step claims is finished and is returned untouched. A payload that
/// is current from the beginning passes unchanged.
///
/// **Every branch of a split goes on by itself.** The results stand in the order of the branches,
/// each branch in its own place. A branch that is retired disappears and leaves the others as they
/// are; if all are retired the result is empty.
///
/// **A source has one step.** If two steps have the same source, ``make(_:)`` throws
/// `ambiguousStep` with that key.
///
/// **Every step advances.** A step that yields a payload with its own key, or with its own type and
/// a lower schema, and steps that lead in a circle, cause `stepDidNotAdvance` with the source of
/// such a step, any one of the circle. This may be noticed when the chain is made or when a payload
/// meets the step; it never loops. Branches that meet at the same key are no circle.
///
/// **An error of a step is passed on as it is.** The result is then all or nothing.
///
/// ```swift
/// let chain = try Chain.make([two, one])  // lot.reserved 1 → 2, 2 → 3
/// let now = try chain.upcast(StoredPayload(SchemaKey("lot.reserved", 1), payload))
/// // now[0].key == SchemaKey("lot.reserved", 3)
/// ```
public protocol UpcasterChain: Sendable {
  /// Joins steps into a chain.
  ///
  /// - Parameter steps: The steps in any order; none makes a chain that changes nothing.
  /// - Returns: The chain.
  /// - Throws: `ambiguousStep`, or `stepDidNotAdvance` if that can be seen without a payload.
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> Self

  /// Brings a payload to the newest schemas the chain knows.
  ///
  /// - Parameter stored: The payload and its key as they were stored.
  /// - Returns: The payloads it has become, in order; empty if it is retired.
  /// - Throws: The error of a step, or `stepDidNotAdvance`.
  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload]
}
