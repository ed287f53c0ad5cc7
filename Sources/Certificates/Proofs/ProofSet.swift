import StrictJSON

/// The two proofs of a document, as they are written in it: `eddsa-rdfc-2022` first, `eddsa-jcs-2022` second.
///
/// **Both must hold, by the same key and of the same moment.** The first is what other programs verify; the second is over
/// everything in the document, so nothing can be added that the first would pass over.
package struct ProofSet: Sendable {
  /// The key that is said to have signed: the issuer's identifier, `#`, and the key's name.
  package let verificationMethod: String
  /// When it was signed, as written.
  package let created: String
  /// What is signed.
  private let document: OrderedJSON
  private let kind: Vocabulary.Kind
  private let proofs: [(suite: Cryptosuite, configuration: OrderedJSON, signature: [UInt8])]

  /// Signs a document.
  ///
  /// - Parameters:
  ///   - document: The document, without proofs.
  ///   - kind: What it is as linked data.
  ///   - key: The issuer's key.
  ///   - verificationMethod: The key's full name.
  ///   - created: The moment, as `2026-11-24T18:40:00Z`.
  /// - Returns: The document with its proofs.
  /// - Throws: ``LinkedDataError`` if the document is not of its fixed form.
  static func sign(
    _ document: OrderedJSON, _ kind: Vocabulary.Kind, with key: SigningKey,
    verificationMethod: String, created: String
  ) throws(LinkedDataError) -> OrderedJSON {
    var proofs: [OrderedJSON] = []
    for suite in Cryptosuite.allCases {
      var configuration: OrderedJSON = [
        "type": "DataIntegrityProof", "cryptosuite": .string(suite.rawValue),
        "created": .string(created), "verificationMethod": .string(verificationMethod),
        "proofPurpose": "assertionMethod",
      ]
      if suite == .jcs, let context = document["@context"] {
        configuration = configuration.adding("@context", context)
      }
      let message = try suite.message(document, configuration: configuration, kind: kind)
      let value = "z" + Base58.text(of: key.signature(of: message))
      proofs.append(configuration.adding("proofValue", .string(value)))
    }
    return document.adding("proof", .array(proofs))
  }

  /// Takes the proofs out of a document and checks their form, not yet their signatures.
  init(of signed: OrderedJSON, _ kind: Vocabulary.Kind) throws(InvalidCertificate) {
    guard case .array(let values) = signed["proof"], values.count == Cryptosuite.allCases.count
    else {
      throw InvalidCertificate("it must have exactly two proofs, and one is missing or too many")
    }
    document = signed.without("proof")
    self.kind = kind
    var proofs: [(suite: Cryptosuite, configuration: OrderedJSON, signature: [UInt8])] = []
    for (suite, value) in zip(Cryptosuite.allCases, values) {
      guard value["cryptosuite"]?.text == suite.rawValue else {
        throw InvalidCertificate("its proofs must be eddsa-rdfc-2022 and eddsa-jcs-2022, in order")
      }
      let known: Set = [
        "type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue",
      ]
      let names = Set(value.members.map(\.name))
      guard names == (suite == .jcs ? known.union(["@context"]) : known),
        value["type"]?.text == "DataIntegrityProof",
        value["proofPurpose"]?.text == "assertionMethod"
      else { throw InvalidCertificate("a proof has members that it must not have, or lacks some") }
      guard
        suite != .jcs || value["@context"]?.canonical == document["@context"]?.canonical
      else { throw InvalidCertificate("a proof is of another context than the document") }
      guard let text = value["proofValue"]?.text, text.first == "z",
        let signature = Base58.bytes(of: text.dropFirst()),
        signature.count == PublicKey.signatureSize
      else { throw InvalidCertificate("a proof's value is no Ed25519 signature in base58") }
      proofs.append((suite, value.without("proofValue"), signature))
    }
    let methods = Set(values.compactMap { $0["verificationMethod"]?.text })
    let moments = Set(values.compactMap { $0["created"]?.text })
    guard let method = methods.first, methods.count == 1, let created = moments.first,
      moments.count == 1
    else { throw InvalidCertificate("its proofs are of different keys or moments") }
    verificationMethod = method
    self.created = created
    self.proofs = proofs
  }

  /// Checks both signatures.
  func verify(by key: PublicKey) throws(InvalidCertificate) {
    for proof in proofs {
      let message: [UInt8]
      do {
        message = try proof.suite.message(
          document, configuration: proof.configuration, kind: kind)
      } catch { throw InvalidCertificate("it is not of the form of a certificate: \(error)") }
      guard key.verifies(proof.signature, of: message) else {
        throw InvalidCertificate(
          "the \(proof.suite.rawValue) signature does not fit: something was changed after it was "
            + "signed, or another key signed it")
      }
    }
  }
}
