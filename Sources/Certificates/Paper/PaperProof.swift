package import Digests
import Foundation
import StrictJSON

/// What the code on a printed certificate says: the facts that are printed, signed, so that paper can be verified without
/// the file.
///
/// It is a compact JWS (RFC 7515) with the algorithm `EdDSA` (RFC 8037). The header has `kid`, the key as multibase writes
/// it, only where the issuer is not the key itself, since every character makes the code finer. The payload, in canonical JSON, has `ach` (the course), `iss` (the issuer), `jti` (the certificate's
/// identity), `name`, `nbf` (the day, as `2026-11-24`), `res` (the mark in hundredths), `vch` (base64url of the SHA-256
/// of the canonical JSON of the credential without proofs), and, if it can be revoked, `sta` (the address of its place in
/// the status list).
package struct PaperProof: Hashable, Sendable {
  /// The course.
  package let course: String
  /// The issuer's DID.
  package let issuer: String
  /// The certificate's identity.
  package let id: String
  /// The learner's full name.
  package let learner: String
  /// The day it was issued.
  package let day: String
  /// The mark.
  package let mark: String
  /// The digest of the credential without proofs.
  package let digest: Digest
  /// Where its status stands.
  package let status: CompletionCertificate.StatusEntry?

  /// Says what is printed of a certificate.
  package init(of certificate: CompletionCertificate) {
    course = certificate.achievement.name
    issuer = certificate.issuer.id
    id = certificate.id
    learner = certificate.learner
    day = String(certificate.validFrom.prefix(10))
    mark = certificate.results.first?.value ?? ""
    digest = Digest(of: Data(certificate.document.canonical.utf8))
    status = certificate.status
  }

  /// The signed text.
  package func signed(with key: SigningKey) -> String {
    var header: OrderedJSON = ["alg": "EdDSA"]
    if issuer != key.publicKey.did {
      header = header.adding("kid", .string(key.publicKey.multibase))
    }
    let text = [header, payload].map { Base64URL.text(of: $0.canonical.utf8) }
      .joined(separator: ".")
    return text + "." + Base64URL.text(of: key.signature(of: Array(text.utf8)))
  }

  /// The facts.
  private var payload: OrderedJSON {
    let payload: OrderedJSON = [
      "ach": .string(course), "iss": .string(issuer), "jti": .string(id),
      "name": .string(learner), "nbf": .string(day), "res": .string(mark),
      "vch": .string(Base64URL.text(of: digest.bytes)),
    ]
    return status.map { payload.adding("sta", .string("\($0.list)#\($0.index)")) } ?? payload
  }

  /// Reads what a code says, with or without the address before it, and checks its signature.
  ///
  /// - Returns: The facts, and the key that signed them, which is not yet one that anybody trusts.
  package static func read(
    _ text: String
  ) throws(InvalidCertificate) -> (proof: PaperProof, key: PublicKey) {
    let token = text.split(separator: "#").last.map(String.init) ?? ""
    let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard token.utf8.count <= 8_000, parts.count == 3, let header = json(parts[0]),
      let payload = json(parts[1]), let signature = Base64URL.bytes(of: parts[2]),
      header["alg"]?.text == "EdDSA", Set(header.members.map(\.name)).isSubset(of: ["alg", "kid"]),
      let key = header["kid"].map({ PublicKey(multibase: $0.text ?? "") })
        ?? PublicKey(did: payload["iss"]?.text ?? "")
    else { throw InvalidCertificate("it is not what the code of a certificate says") }
    guard key.verifies(signature, of: Array("\(parts[0]).\(parts[1])".utf8)) else {
      throw InvalidCertificate("its signature does not fit: something was changed or misread")
    }
    guard let proof = PaperProof(payload), PublicKey(did: proof.issuer) ?? key == key else {
      throw InvalidCertificate("it is not what the code of a certificate says")
    }
    return (proof, key)
  }

  /// Reads the facts; `nil` unless writing them gives the same again.
  private init?(_ payload: OrderedJSON) {
    guard let course = payload["ach"]?.text, let issuer = payload["iss"]?.text,
      let id = payload["jti"]?.text, let learner = payload["name"]?.text,
      let day = payload["nbf"]?.text, let mark = payload["res"]?.text,
      let digest = payload["vch"]?.text.flatMap(Base64URL.bytes).flatMap(Digest.init(bytes:))
    else { return nil }
    self.course = course
    self.issuer = issuer
    self.id = id
    self.learner = learner
    self.day = day
    self.mark = mark
    self.digest = digest
    let place = payload["sta"]?.text?.split(separator: "#").map(String.init) ?? []
    status =
      place.count == 2
      ? Int(place[1]).map { CompletionCertificate.StatusEntry(list: place[0], index: $0) } : nil
    guard self.payload.canonical == payload.canonical else { return nil }
  }

  /// Reads a part of the token.
  private static func json(_ part: String) -> OrderedJSON? {
    Base64URL.bytes(of: part).flatMap { try? OrderedJSON(strictly: Data($0)) }
  }
}
