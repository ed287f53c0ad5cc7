/// The credential that a certificate's drawing or page carries.
///
/// It is found where ``CertificateSheet`` puts it; drawings of other makers may carry theirs otherwise.
package enum EmbeddedCredential {
  /// The JSON text in a drawing or a page, of the same value as what was issued.
  ///
  /// **Nothing is obeyed**: the text is searched, not read as XML or HTML.
  ///
  /// - Returns: nil if there is none, or more than one, which would leave open which of them is meant.
  package static func find(in text: String) -> String? {
    let places = [
      ("<openbadges:credential><![CDATA[", "]]></openbadges:credential>"),
      ("<script type=\"application/ld+json\" id=\"credential\">", "</script>"),
    ]
    let bytes = text.utf8
    let found = places.flatMap { opening, closing in
      bytes.ranges(of: opening.utf8).map { range in
        let rest = bytes[range.upperBound...]
        return rest.firstRange(of: closing.utf8).map { String(rest[..<$0.lowerBound]) }
      }
    }
    guard found.count == 1, let credential = found[0] else { return nil }
    return credential
  }
}
