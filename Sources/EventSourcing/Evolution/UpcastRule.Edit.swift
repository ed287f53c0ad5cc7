extension UpcastRule {
  /// One change to the fields of a payload's outermost object.
  public enum Edit: Hashable, Codable, Sendable {
    /// Moves the value of a field to another name; the field must be present.
    case rename(String, to: String)

    /// Gives a field a value if it is absent or null.
    case setDefault(String, JSONValue)

    /// Removes a field if it is present.
    case drop(String)

    /// Makes the change.
    ///
    /// - Parameters:
    ///   - fields: The fields to change.
    ///   - key: The schema to name in an error.
    /// - Throws: `missingField` if a field to be renamed is absent.
    func apply(to fields: inout [String: JSONValue], of key: SchemaKey) throws(EvolutionError) {
      switch self {
      case .rename(let name, let newName):
        guard let value = fields.removeValue(forKey: name) else {
          throw .missingField(key, field: name)
        }
        fields[newName] = value
      case .setDefault(let name, let value):
        if fields[name, default: .null] == .null {
          fields[name] = value
        }
      case .drop(let name):
        fields.removeValue(forKey: name)
      }
    }
  }
}
