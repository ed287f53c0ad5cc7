import Digests
import Foundation
import StrictJSON

/// A cryptosuite of W3C Data Integrity EdDSA 1.0: how a document becomes the bytes that are signed.
package enum Cryptosuite: String, CaseIterable, Sendable {
  /// Over canonical linked data; the one that Open Badges verifiers check, so it stands first.
  case rdfc = "eddsa-rdfc-2022"
  /// Over canonical JSON (RFC 8785); covers every byte of meaning, also what linked data would drop.
  case jcs = "eddsa-jcs-2022"

  /// The bytes to sign: the digest of the proof's configuration, then that of the document.
  ///
  /// - Parameters:
  ///   - document: The document without its proofs.
  ///   - configuration: The proof without its value.
  ///   - kind: What the document is as linked data.
  func message(
    _ document: OrderedJSON, configuration: OrderedJSON, kind: Vocabulary.Kind
  ) throws(LinkedDataError) -> [UInt8] {
    switch self {
    case .jcs: return Self.digest(configuration.canonical) + Self.digest(document.canonical)
    case .rdfc:
      let proof = try CanonicalQuads.text(of: configuration, as: .proof)
      let quads = try CanonicalQuads.text(of: document.without("@context"), as: kind)
      return Self.digest(proof) + Self.digest(quads)
    }
  }

  /// The digest of a text.
  private static func digest(_ text: String) -> [UInt8] { Digest(of: Data(text.utf8)).bytes }
}
