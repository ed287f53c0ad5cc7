/// Any JSON value: the weakly typed form in which payloads and documents are stored.
///
/// **A whole number decodes as an integer.** JSON does not tell `1` from `1.0`, so both decode as
/// `.int(1)`; only a number with a fraction, or one outside the range of `Int64`, decodes as
/// `.number`. Hence `.number(1)` does not survive encoding and decoding. Quantities of the domain
/// are integers (seeds, permille, milliseconds) and stay clear of this.
///
/// **Decoding stops at the first fault and never decodes an element twice.**
///
/// **Nesting is limited.** A list or object more than ``maximumDepth`` levels below the outermost
/// value being decoded throws a `DecodingError`: input may be hostile, and decoders spend far more
/// than linear time on deep input.
///
/// **A number that JSON cannot express does not encode.** Infinities and NaN throw an
/// `EncodingError` from a JSON encoder with its usual settings.
///
/// ```swift
/// let payload: JSONValue = .object(["request": .string("r-1"), "seeds": .int(40)])
/// ```
public enum JSONValue: Hashable, Sendable {
  /// The value null.
  case null

  /// True or false.
  case bool(Bool)

  /// A whole number that fits 64 bits.
  case int(Int64)

  /// Any other number.
  case number(Double)

  /// A text.
  case string(String)

  /// A list of values.
  case array([JSONValue])

  /// Values under names; the order of names has no meaning.
  case object([String: JSONValue])
}

extension JSONValue: Codable {
  /// The number of levels that a list or object may lie below the outermost value being decoded.
  public static let maximumDepth = 64

  /// Decodes whatever value the decoder holds.
  ///
  /// - Parameter decoder: The decoder to read from.
  /// - Throws: A `DecodingError` if the input is no JSON value.
  public init(from decoder: any Decoder) throws {
    if let scalar = try Self.scalar(in: decoder) {
      self = scalar
      return
    }
    guard decoder.codingPath.count <= Self.maximumDepth else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "JSON is nested too deeply."))
    }
    if var list = try? decoder.unkeyedContainer() {
      var elements: [JSONValue] = []
      while !list.isAtEnd {
        elements.append(try list.decode(JSONValue.self))
      }
      self = .array(elements)
    } else {
      let container = try decoder.container(keyedBy: Name.self)
      var members: [String: JSONValue] = [:]
      for key in container.allKeys {
        members[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
      }
      self = .object(members)
    }
  }

  /// Encodes the value as plain JSON.
  ///
  /// - Parameter encoder: The encoder to write to.
  /// - Throws: An `EncodingError` for a number that JSON cannot express.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    }
  }

  /// Returns the value if it is not a container.
  private static func scalar(in decoder: any Decoder) throws -> JSONValue? {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() { return .null }
    if let value = try? container.decode(String.self) { return .string(value) }
    if let value = try? container.decode(Int64.self) { return .int(value) }
    if let value = try? container.decode(Bool.self) { return .bool(value) }
    if let value = try? container.decode(Double.self) { return .number(value) }
    return nil
  }

  /// The name of a member of an object.
  private struct Name: CodingKey {
    let stringValue: String

    var intValue: Int? {
      nil
    }

    init(stringValue: String) {
      self.stringValue = stringValue
    }

    init?(intValue: Int) {
      nil
    }
  }
}
