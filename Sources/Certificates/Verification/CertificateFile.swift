package import Foundation
package import StrictJSON

/// A file that holds a certificate: JSON, a drawing (SVG) or page (HTML) with the credential in it, or what the code on
/// paper says.
package enum CertificateFile: Sendable {
  /// A signed credential.
  case credential(OrderedJSON)
  /// What the code on paper says.
  case paper(String)

  /// How many bytes a file may have.
  package static let maximumSize = 4_000_000

  /// Finds the certificate in a file.
  ///
  /// **A file with several credentials that differ is refused**: nobody could say which one is meant.
  package init(_ data: Data) throws(InvalidCertificate) {
    guard data.count <= Self.maximumSize else {
      throw InvalidCertificate("the file is longer than \(Self.maximumSize) bytes")
    }
    let first = data.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    switch first {
    case UInt8(ascii: "{"): self = .credential(try Self.json(data))
    case UInt8(ascii: "<"): self = .credential(try Self.embedded(in: data))
    default:
      guard data.count <= 10_000, let text = String(validating: data, as: UTF8.self),
        text.contains(".")
      else {
        throw InvalidCertificate("the file is neither JSON, SVG, HTML nor the text of a code")
      }
      self = .paper(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  /// Reads JSON.
  private static func json(_ data: Data) throws(InvalidCertificate) -> OrderedJSON {
    do { return try OrderedJSON(strictly: data) } catch {
      throw InvalidCertificate("its JSON \(error)")
    }
  }

  /// Finds the credential in a drawing or a page.
  private static func embedded(in data: Data) throws(InvalidCertificate) -> OrderedJSON {
    let places = [
      ("<openbadges:credential><![CDATA[", "]]></openbadges:credential>"),
      ("<script type=\"application/ld+json\" id=\"credential\">", "</script>"),
    ]
    var found: [OrderedJSON] = []
    for (start, end) in places {
      var rest = data[...]
      while let opening = rest.range(of: Data(start.utf8)) {
        guard let closing = rest[opening.upperBound...].range(of: Data(end.utf8)) else {
          throw InvalidCertificate("the credential in the file is cut off")
        }
        guard found.count < 4 else {
          throw InvalidCertificate("the file holds more than one credential")
        }
        found.append(try json(Data(rest[opening.upperBound..<closing.lowerBound])))
        rest = rest[closing.upperBound...]
      }
    }
    guard let first = found.first else {
      throw InvalidCertificate("there is no credential in the file")
    }
    guard found.allSatisfy({ $0.canonical == first.canonical }) else {
      throw InvalidCertificate("the file holds more than one credential")
    }
    return first
  }
}
