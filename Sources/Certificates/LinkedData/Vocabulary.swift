/// What the terms of a certificate mean as linked data: the part of two JSON-LD contexts that certificates use.
///
/// Sources: `https://www.w3.org/ns/credentials/v2` (W3C Verifiable Credentials 2.0) and
/// `https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json` (1EdTech Open Badges 3.0). The form of a certificate is
/// fixed, so a table says what a JSON-LD processor would find out; **a term that is not in it is an error, never passed
/// over**. Contexts are never fetched: their owners change them in place.
enum Vocabulary {
  /// The contexts of a certificate, in the order that Open Badges fixes.
  static let badgeContexts = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  ]
  /// The context of a status list.
  static let credentialContexts = ["https://www.w3.org/ns/credentials/v2"]

  /// A kind of node: which types it has and which terms it knows.
  enum Kind: Hashable {
    case badge, issuer, subject, identity, achievement, criteria, resultDescription, result
    case evidence, statusEntry, statusCredential, statusList, proof
  }

  /// What a term stands for.
  struct Term {
    /// The predicate's IRI.
    var predicate: String
    /// What its value is.
    var value: Value
    /// Whether the value is a list, of which the order has no meaning.
    var isSet = false
  }

  /// What the value of a term is.
  enum Value {
    /// A text, or a literal of a datatype.
    case text(datatype: String? = nil)
    /// True or false.
    case bool(datatype: String)
    /// The IRI of something.
    case reference
    /// One of a few words that stand for IRIs.
    case word([String: String])
    /// Another node.
    case node(Kind)
  }

  private static let badges = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
  private static let credentials = "https://www.w3.org/2018/credentials#"
  private static let schema = "https://schema.org/"
  private static let security = "https://w3id.org/security#"
  private static let status = "https://www.w3.org/ns/credentials/status#"
  private static let dateTime = "http://www.w3.org/2001/XMLSchema#dateTime"
  // Open Badges writes these two datatypes with `https`; that is what is signed.
  private static let anyURI = "https://www.w3.org/2001/XMLSchema#anyURI"
  private static let boolean = "https://www.w3.org/2001/XMLSchema#boolean"

  /// The types that a node of a kind must have, exactly these; their IRIs.
  static func types(of kind: Kind) -> [String: String] {
    switch kind {
    case .badge:
      [
        "VerifiableCredential": credentials + "VerifiableCredential",
        "OpenBadgeCredential": badges + "OpenBadgeCredential",
      ]
    case .issuer: ["Profile": badges + "Profile"]
    case .subject: ["AchievementSubject": badges + "AchievementSubject"]
    case .identity: ["IdentityObject": badges + "IdentityObject"]
    case .achievement: ["Achievement": badges + "Achievement"]
    case .criteria: [:]
    case .resultDescription: ["ResultDescription": badges + "ResultDescription"]
    case .result: ["Result": badges + "Result"]
    case .evidence: ["Evidence": badges + "Evidence"]
    case .statusEntry: ["BitstringStatusListEntry": status + "BitstringStatusListEntry"]
    case .statusCredential:
      [
        "VerifiableCredential": credentials + "VerifiableCredential",
        "BitstringStatusListCredential": status + "BitstringStatusListCredential",
      ]
    case .statusList: ["BitstringStatusList": status + "BitstringStatusList"]
    case .proof: ["DataIntegrityProof": security + "DataIntegrityProof"]
    }
  }

  /// The terms of a kind of node.
  static func terms(of kind: Kind) -> [String: Term] { table[kind] ?? [:] }

  private static let name = Term(predicate: schema + "name", value: .text())
  private static let description = Term(predicate: schema + "description", value: .text())
  private static let url = Term(predicate: schema + "url", value: .text(datatype: anyURI))

  private static let table: [Kind: [String: Term]] = [
    .badge: [
      "name": name, "description": description,
      "issuer": Term(predicate: credentials + "issuer", value: .node(.issuer)),
      "validFrom": Term(predicate: credentials + "validFrom", value: .text(datatype: dateTime)),
      "credentialSubject":
        Term(predicate: credentials + "credentialSubject", value: .node(.subject)),
      "evidence": Term(predicate: credentials + "evidence", value: .node(.evidence), isSet: true),
      "credentialStatus":
        Term(predicate: credentials + "credentialStatus", value: .node(.statusEntry)),
    ],
    .issuer: ["name": name, "url": url],
    .subject: [
      "achievement": Term(predicate: badges + "achievement", value: .node(.achievement)),
      "identifier": Term(predicate: badges + "identifier", value: .node(.identity), isSet: true),
      "result": Term(predicate: badges + "result", value: .node(.result), isSet: true),
    ],
    .identity: [
      "hashed": Term(predicate: badges + "hashed", value: .bool(datatype: boolean)),
      "identityHash": Term(predicate: badges + "identityHash", value: .text()),
      "identityType": Term(predicate: badges + "identityType", value: .text()),
      "salt": Term(predicate: badges + "salt", value: .text()),
    ],
    .achievement: [
      "name": name, "description": description,
      "achievementType": Term(predicate: badges + "achievementType", value: .text()),
      "criteria": Term(predicate: badges + "Criteria", value: .node(.criteria)),
      "inLanguage": Term(predicate: schema + "inLanguage", value: .text()),
      "resultDescription":
        Term(
          predicate: badges + "resultDescription", value: .node(.resultDescription), isSet: true),
      "tag": Term(predicate: schema + "keywords", value: .text(), isSet: true),
      "version": Term(predicate: badges + "version", value: .text()),
    ],
    .criteria: ["narrative": Term(predicate: badges + "narrative", value: .text())],
    .resultDescription: [
      "name": name,
      "requiredValue": Term(predicate: badges + "requiredValue", value: .text()),
      "resultType": Term(predicate: badges + "resultType", value: .text()),
      "valueMax": Term(predicate: badges + "valueMax", value: .text()),
      "valueMin": Term(predicate: badges + "valueMin", value: .text()),
    ],
    .result: [
      "resultDescription":
        Term(predicate: badges + "resultDescription", value: .text(datatype: anyURI)),
      "status": Term(predicate: badges + "status", value: .text()),
      "value": Term(predicate: schema + "value", value: .text()),
    ],
    .evidence: [
      "name": name, "description": description,
      "genre": Term(predicate: schema + "genre", value: .text()),
    ],
    .statusEntry: [
      "statusListCredential": Term(predicate: status + "statusListCredential", value: .reference),
      "statusListIndex": Term(predicate: status + "statusListIndex", value: .text()),
      "statusPurpose": Term(predicate: status + "statusPurpose", value: .text()),
    ],
    .statusCredential: [
      "issuer": Term(predicate: credentials + "issuer", value: .reference),
      "validFrom": Term(predicate: credentials + "validFrom", value: .text(datatype: dateTime)),
      "validUntil": Term(predicate: credentials + "validUntil", value: .text(datatype: dateTime)),
      "credentialSubject":
        Term(predicate: credentials + "credentialSubject", value: .node(.statusList)),
    ],
    .statusList: [
      "encodedList":
        Term(predicate: status + "encodedList", value: .text(datatype: security + "multibase")),
      "statusPurpose": Term(predicate: status + "statusPurpose", value: .text()),
    ],
    .proof: [
      "created": Term(
        predicate: "http://purl.org/dc/terms/created", value: .text(datatype: dateTime)),
      "cryptosuite":
        Term(
          predicate: security + "cryptosuite",
          value: .text(datatype: security + "cryptosuiteString")),
      "proofPurpose":
        Term(
          predicate: security + "proofPurpose",
          value: .word(["assertionMethod": security + "assertionMethod"])),
      "verificationMethod": Term(predicate: security + "verificationMethod", value: .reference),
    ],
  ]
}
