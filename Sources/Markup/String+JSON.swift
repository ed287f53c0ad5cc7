extension String {
  /// The JSON text, of the same value, as it may stand in a CDATA section and in a script element.
  ///
  /// What would end either of them, what XML cannot hold, and what is not seen can only stand in strings of JSON, where
  /// it may be spelled out.
  package var embeddedJSON: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.mayStandInMarkup {
        result.unicodeScalars.append(scalar)
      } else {
        result += scalar.jsonEscapes(uppercase: false)
      }
    }
  }

  /// The JSON text, of the same value, in which marks that reverse the direction of writing and other signs that are not
  /// seen are written as `\u202E`: whoever looks at it is shown what it says.
  package var visibleJSON: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isUnseenInJSON {
        result += scalar.jsonEscapes(uppercase: true)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Is true for what is not seen in a JSON text, where it can stand in strings only.
  fileprivate var isUnseenInJSON: Bool {
    switch properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Is true for what may stand in a JSON text within markup.
  fileprivate var mayStandInMarkup: Bool {
    switch self {
    case "<", ">", "&", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": false
    case "\0"..."\u{7E}", "\u{10000}"...: true
    default: !isUnseenInJSON
    }
  }

  /// The scalar as a string of JSON spells it: one escape, or two for the halves of a surrogate pair.
  fileprivate func jsonEscapes(uppercase: Bool) -> String {
    UTF16.encode(self).map { units in
      units.map { unit in
        let digits = String(unit, radix: 16, uppercase: uppercase)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    } ?? ""
  }
}
