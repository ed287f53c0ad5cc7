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
    // The most frequent kinds first: every guess that is wrong throws, which costs more than a right one.
    let scalar = try decoder.singleValueContainer()
    if scalar.decodeNil() {
      self = .null
    } else if let value = try? scalar.decode(String.self) {
      self = .string(value)
    } else if let value = try? scalar.decode(Int64.self) {
      self = .int(value)
    } else if let object = try? decoder.container(keyedBy: Name.self) {
      try Self.checkDepth(of: decoder)
      var members: [String: JSONValue] = [:]
      for key in object.allKeys {
        members[key.stringValue] = try object.decode(JSONValue.self, forKey: key)
      }
      self = .object(members)
    } else if var list = try? decoder.unkeyedContainer() {
      try Self.checkDepth(of: decoder)
      var elements: [JSONValue] = []
      while !list.isAtEnd {
        elements.append(try list.decode(JSONValue.self))
      }
      self = .array(elements)
    } else if let value = try? scalar.decode(Bool.self) {
      self = .bool(value)
    } else {
      self = .number(try scalar.decode(Double.self))
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

  /// Refuses a container that lies too deep.
  private static func checkDepth(of decoder: any Decoder) throws {
    guard decoder.codingPath.count <= maximumDepth else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "JSON is nested too deeply."))
    }
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
