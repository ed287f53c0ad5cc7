package import Foundation
package import StrictJSON

/// A signed list of which certificates were revoked (W3C Bitstring Status List 1.0).
package struct StatusList: Sendable {
  /// The address at which it is found, as certificates name it.
  package let address: String
  /// When it was signed, as `2026-11-24T18:40:00Z`.
  package let validFrom: String
  /// Until when it may be relied on.
  package let validUntil: String
  /// A bit for each certificate, set if it was revoked.
  package let revoked: Bitstring

  /// Sets every property.
  package init(address: String, validFrom: String, validUntil: String, revoked: Bitstring) {
    self.address = address
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.revoked = revoked
  }

  /// The list as a signed credential.
  ///
  /// - Parameters:
  ///   - issuer: The issuer's DID.
  ///   - key: The issuer's key.
  ///   - verificationMethod: The key's full name.
  package func signed(
    by issuer: String, with key: SigningKey, verificationMethod: String
  ) throws(LinkedDataError) -> OrderedJSON {
    let document: OrderedJSON = [
      "@context": .array(Vocabulary.credentialContexts.map { .string($0) }),
      "id": .string(address),
      "type": .texts("VerifiableCredential", "BitstringStatusListCredential"),
      "issuer": .string(issuer), "validFrom": .string(validFrom),
      "validUntil": .string(validUntil),
      "credentialSubject": [
        "id": .string("\(address)#list"), "type": "BitstringStatusList",
        "statusPurpose": "revocation", "encodedList": .string(revoked.encoded),
      ],
    ]
    return try ProofSet.sign(
      document, .statusCredential, with: key, verificationMethod: verificationMethod,
      created: validFrom)
  }

  /// Reads a signed list and checks it.
  ///
  /// - Parameters:
  ///   - data: The credential.
  ///   - address: Where it was asked for; another list is refused.
  ///   - issuers: The keys that may have signed it.
  ///   - now: The present time.
  package init(
    _ data: Data, at address: String, by issuers: IssuerRegister, now: Moment
  ) throws(InvalidCertificate) {
    let signed: OrderedJSON
    do { signed = try OrderedJSON(strictly: data) } catch {
      throw InvalidCertificate("its JSON \(error)")
    }
    guard
      signed["@context"]?.elements.map(\.text) == Vocabulary.credentialContexts.map({ $0 })
    else { throw InvalidCertificate("it is no status list") }
    let proofs = try ProofSet(of: signed, .statusCredential)
    _ = try issuers.verify(proofs, of: signed["issuer"]?.text ?? "")
    guard signed["id"]?.text == address, let subject = signed["credentialSubject"],
      subject["statusPurpose"]?.text == "revocation",
      let bits = subject["encodedList"]?.text.flatMap(Bitstring.init(encoded:)),
      let from = signed["validFrom"]?.text, let until = signed["validUntil"]?.text
    else { throw InvalidCertificate("it is not the list that the certificate names") }
    guard Moment(from) != nil, let end = Moment(until) else {
      throw InvalidCertificate("its dates cannot be read")
    }
    guard now <= end else {
      throw InvalidCertificate("it held until \(until) only; the issuer has to publish a new one")
    }
    self.init(address: address, validFrom: from, validUntil: until, revoked: bits)
  }
}
