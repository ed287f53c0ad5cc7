package import StrictJSON

extension CompletionCertificate {
  /// Reads a credential without proofs.
  ///
  /// - Throws: ``InvalidCertificate`` unless writing what was read gives the same document again.
  package init(_ document: OrderedJSON) throws(InvalidCertificate) {
    let subject = try Self.member("credentialSubject", of: document)
    let achievement = try Self.member("achievement", of: subject)
    let issuer = try Self.member("issuer", of: document)
    let criteria = try Self.member("criteria", of: achievement)
    let identities = subject["identifier"]?.elements ?? []
    guard let name = identities.first(where: { $0["identityType"]?.text == "name" }) else {
      throw InvalidCertificate("it does not say whose it is")
    }
    self.init(
      id: try Self.text("id", of: document), title: try Self.text("name", of: document),
      summary: try Self.text("description", of: document),
      issuer: Issuer(
        id: try Self.text("id", of: issuer), name: try Self.text("name", of: issuer),
        url: issuer["url"]?.text),
      validFrom: try Self.text("validFrom", of: document),
      subject: try Self.text("id", of: subject),
      learner: try Self.text("identityHash", of: name),
      email: try Self.email(in: identities),
      achievement: Achievement(
        id: try Self.text("id", of: achievement), name: try Self.text("name", of: achievement),
        description: try Self.text("description", of: achievement),
        criteriaID: try Self.text("id", of: criteria),
        criteria: try Self.text("narrative", of: criteria),
        language: try Self.text("inLanguage", of: achievement),
        version: try Self.text("version", of: achievement),
        tags: (achievement["tag"]?.elements ?? []).compactMap(\.text)),
      results: try Self.results(
        subject["result"]?.elements ?? [],
        describedBy: achievement["resultDescription"]?.elements ?? []),
      evidence: try Self.evidence(document["evidence"]?.elements ?? []),
      status: try document["credentialStatus"].map(Self.status))
    guard self.document.canonical == document.canonical else {
      throw InvalidCertificate("it has parts that a certificate of completion does not have")
    }
  }

  /// Reads the hashed address.
  private static func email(
    in identities: [OrderedJSON]
  ) throws(InvalidCertificate) -> HashedEmail? {
    guard let email = identities.first(where: { $0["identityType"]?.text == "emailAddress" })
    else { return nil }
    return HashedEmail(
      salt: try text("salt", of: email), hash: try text("identityHash", of: email))
  }

  /// Reads the results, each with its description.
  private static func results(
    _ results: [OrderedJSON], describedBy descriptions: [OrderedJSON]
  ) throws(InvalidCertificate) -> [Outcome] {
    guard results.count == descriptions.count, !results.isEmpty else {
      throw InvalidCertificate("its results and what they are results of do not match")
    }
    var outcomes: [Outcome] = []
    for (result, description) in zip(results, descriptions) {
      var range: Outcome.Range?
      if let min = description["valueMin"]?.text, let max = description["valueMax"]?.text {
        range = Outcome.Range(min: min, max: max)
      }
      outcomes.append(
        Outcome(
          id: try text("id", of: description), name: try text("name", of: description),
          type: try text("resultType", of: description),
          required: description["requiredValue"]?.text, range: range,
          value: result["value"]?.text, status: try text("status", of: result)))
    }
    return outcomes
  }

  /// Reads the evidence.
  private static func evidence(_ values: [OrderedJSON]) throws(InvalidCertificate) -> [Evidence] {
    var evidence: [Evidence] = []
    for value in values {
      evidence.append(
        Evidence(
          id: try text("id", of: value), name: try text("name", of: value),
          genre: try text("genre", of: value), description: try text("description", of: value)))
    }
    return evidence
  }

  /// Reads where the status stands.
  private static func status(_ value: OrderedJSON) throws(InvalidCertificate) -> StatusEntry {
    guard let index = Int(try text("statusListIndex", of: value)), index >= 0 else {
      throw InvalidCertificate("its place in the status list is no number")
    }
    return StatusEntry(list: try text("statusListCredential", of: value), index: index)
  }

  /// A member that is an object.
  private static func member(
    _ name: String, of object: OrderedJSON
  ) throws(InvalidCertificate) -> OrderedJSON {
    guard let member = object[name], case .object = member else {
      throw InvalidCertificate("it is not of the form of a certificate: `\(name)` is missing")
    }
    return member
  }

  /// A member that is a text.
  private static func text(
    _ name: String, of object: OrderedJSON
  ) throws(InvalidCertificate) -> String {
    guard let text = object[name]?.text else {
      throw InvalidCertificate("it is not of the form of a certificate: `\(name)` is missing")
    }
    return text
  }
}
