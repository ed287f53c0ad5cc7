package import StrictJSON

extension CompletionCertificate {
  /// The certificate as an Open Badges 3.0 credential, without proofs.
  package var document: OrderedJSON {
    var members: [OrderedJSON.Member] = [
      .init("@context", .array(Vocabulary.badgeContexts.map { .string($0) })),
      .init("id", .string(id)),
      .init("type", .texts("VerifiableCredential", "OpenBadgeCredential")),
      .init("name", .string(title)),
      .init("description", .string(summary)),
      .init("issuer", Self.document(issuer)),
      .init("validFrom", .string(validFrom)),
      .init("credentialSubject", subjectDocument),
    ]
    if !evidence.isEmpty {
      members.append(.init("evidence", .array(evidence.map(Self.document))))
    }
    if let status {
      members.append(.init("credentialStatus", Self.document(status)))
    }
    return .object(members)
  }

  /// The certificate as a signed document.
  ///
  /// - Parameters:
  ///   - key: The issuer's key.
  ///   - verificationMethod: The key's full name.
  /// - Throws: ``LinkedDataError`` if an identity is no absolute address, or two results say the same.
  package func signed(
    with key: SigningKey, verificationMethod: String
  ) throws(LinkedDataError) -> OrderedJSON {
    try ProofSet.sign(
      document, .badge, with: key, verificationMethod: verificationMethod, created: validFrom)
  }

  /// The issuer.
  private static func document(_ issuer: Issuer) -> OrderedJSON {
    let document: OrderedJSON = [
      "id": .string(issuer.id), "type": .texts("Profile"), "name": .string(issuer.name),
    ]
    return issuer.url.map { document.adding("url", .string($0)) } ?? document
  }

  /// The learner with what was achieved.
  private var subjectDocument: OrderedJSON {
    var identifiers: [OrderedJSON] = [
      [
        "type": "IdentityObject", "identityType": "name", "hashed": .bool(false),
        "identityHash": .string(learner),
      ]
    ]
    if let email {
      identifiers.append([
        "type": "IdentityObject", "identityType": "emailAddress", "hashed": .bool(true),
        "salt": .string(email.salt), "identityHash": .string(email.hash),
      ])
    }
    return [
      "id": .string(subject), "type": .texts("AchievementSubject"),
      "identifier": .array(identifiers), "achievement": achievementDocument,
      "result": .array(results.map(Self.resultDocument)),
    ]
  }

  /// What was achieved.
  private var achievementDocument: OrderedJSON {
    [
      "id": .string(achievement.id), "type": .texts("Achievement"),
      "achievementType": "CertificateOfCompletion", "name": .string(achievement.name),
      "description": .string(achievement.description),
      "criteria": [
        "id": .string(achievement.criteriaID), "narrative": .string(achievement.criteria),
      ],
      "inLanguage": .string(achievement.language), "version": .string(achievement.version),
      "tag": .array(achievement.tags.map { .string($0) }),
      "resultDescription": .array(results.map(Self.descriptionDocument)),
    ]
  }

  /// What a result is a result of.
  private static func descriptionDocument(_ outcome: Outcome) -> OrderedJSON {
    var document: OrderedJSON = [
      "id": .string(outcome.id), "type": .texts("ResultDescription"),
      "name": .string(outcome.name), "resultType": .string(outcome.type),
    ]
    if let required = outcome.required {
      document = document.adding("requiredValue", .string(required))
    }
    if let range = outcome.range {
      document = document.adding("valueMin", .string(range.min))
        .adding("valueMax", .string(range.max))
    }
    return document
  }

  /// A result.
  private static func resultDocument(_ outcome: Outcome) -> OrderedJSON {
    let document: OrderedJSON = [
      "type": .texts("Result"), "resultDescription": .string(outcome.id),
      "status": .string(outcome.status),
    ]
    return outcome.value.map { document.adding("value", .string($0)) } ?? document
  }

  /// Something that a result rests on.
  private static func document(_ evidence: Evidence) -> OrderedJSON {
    [
      "id": .string(evidence.id), "type": .texts("Evidence"), "name": .string(evidence.name),
      "genre": .string(evidence.genre), "description": .string(evidence.description),
    ]
  }

  /// Where the status stands.
  private static func document(_ status: StatusEntry) -> OrderedJSON {
    [
      "id": .string("\(status.list)#\(status.index)"), "type": "BitstringStatusListEntry",
      "statusPurpose": "revocation", "statusListIndex": .string("\(status.index)"),
      "statusListCredential": .string(status.list),
    ]
  }
}
