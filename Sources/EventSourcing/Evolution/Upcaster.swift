/// One step that brings a payload of one schema closer to the present.
///
/// **A step reads nothing but the payload.** No clock, no store, no policy: an old fact means the
/// same whenever it is read.
///
/// **A step yields any number of payloads.** One is a changed payload, several are a split in their
/// order, and none retires the fact.
///
/// **A step advances.** Each payload it yields has another type than its source, or the same type
/// with a higher schema; and no way along several steps leads back.
///
/// ```swift
/// struct ReservedQuantity: Upcaster {
///   let source = SchemaKey("lot.reserved", 1)
///
///   func upcast(_ payload: JSONValue) throws(EvolutionError) -> [StoredPayload] {
///     guard case .object(var fields) = payload, let quantity = fields.removeValue(forKey: "qty")
///     else { throw .missingField(source, field: "qty") }
///     fields["seeds"] = quantity
///     return [StoredPayload(SchemaKey("lot.reserved", 2), .object(fields))]
///   }
/// }
/// ```
public protocol Upcaster: Sendable {
  /// The schema this step starts from.
  var source: SchemaKey { get }

  /// Converts one payload of the source schema.
  ///
  /// - Parameter payload: A payload written in the schema ``source``.
  /// - Returns: The payloads that take its place, in order.
  /// - Throws: `missingField` or `malformed` if the payload is not as its schema promises.
  func upcast(_ payload: JSONValue) throws(EvolutionError) -> [StoredPayload]
}
