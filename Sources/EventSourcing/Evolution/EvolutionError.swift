/// Why a stored payload cannot be brought to the present, or a chain of upcasters is not sound.
public enum EvolutionError: Error, Hashable, Codable, Sendable {
  /// The type is not known, or its schema is newer than any known one; only strict readers throw
  /// it.
  case unknownType(SchemaKey)

  /// A required field is absent or null.
  case missingField(SchemaKey, field: String)

  /// A field holds a value of the wrong JSON type, or one that cannot be converted.
  case malformed(SchemaKey, field: String)

  /// Two upcasters claim this key as their source.
  case ambiguousStep(SchemaKey)

  /// The step from this key does not lead to a newer schema, or leads back to itself.
  case stepDidNotAdvance(SchemaKey)
}
