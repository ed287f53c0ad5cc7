import Foundation

extension String {
  /// The text in Unicode's form NFC.
  ///
  /// Swift calls texts equal that differ only in how accents are composed, and stores do not. In this form they are
  /// the same bytes, so that all agree on what is the same stream.
  package var canonicalForm: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }
}
