import Assessment
package import Certificates
import Digests
import EventChain
package import EventSourcing
package import Gradebook
package import Grading
import StrictJSON

extension Registrar {
  /// A certificate as it stands in the gradebook.
  package struct IssuedCertificate: Sendable {
    /// The taking.
    package let taking: TakingID
    /// What was made when it was issued.
    package let papers: CertificateEvent.Papers
    /// When it was issued.
    package let at: Timestamp
    /// How it was taken back, if it was.
    package let revoked: CertificateEvent.Revoked?
  }

  /// Issues the certificate of a taking, or hands out again the one that was issued.
  ///
  /// **Nothing is issued from a gradebook that was changed**: all of it is examined first.
  ///
  /// **The same certificate is handed out for ever, byte for byte**, whatever becomes of marks, keys and course.
  ///
  /// - Parameters:
  ///   - learner: The learner.
  ///   - number: The number of the taking; the last one if `nil`.
  ///   - act: Whose act it is.
  ///   - identity: The issuer's key, asked for only when something is to be signed.
  /// - Returns: The certificate, and whether it is new.
  /// - Throws: ``RegistrarError`` of the kind `refused` that says everything that is missing.
  package func issueCertificate(
    of learner: String, number: Int? = nil, as act: Act,
    by identity: (Scheme.Issuer) throws -> IssuerIdentity
  ) async throws -> (certificate: IssuedCertificate, isNew: Bool) {
    let head = try await soundHead()
    let standing = try await standing(of: learner, number: number)
    let stream = standing.taking.certificate
    let earlier = try await outcome(of: act, on: stream, under: Certification())
    let before = earlier.state
    if before.issued != nil, before.revoked == nil {
      return (try issued(before, of: standing.taking), !earlier.events.isEmpty)
    }
    let eligibility = eligibility(standing)
    // Asked of the rules first, so that nothing is signed and no place is given for what is then refused.
    try checkRules(eligibility, before, act)
    guard let issuer = course.scheme.issuer else {
      throw DocumentError(
        in: Scheme.document, at: "certificates.issuer",
        "is missing; say there who issues certificates")
    }
    let identity = try identity(issuer)
    let index = try await statusIndex(of: standing.taking, of: issuer, act)
    let opened = try await taking(standing.taking)?.opened
    let record = GradingRecord(standing, gradebookHead: head.description).document.pretty
    let certificate = CompletionCertificate(
      standing, email: opened?.email, issuer: issuer, did: identity.did, record: record,
      statusIndex: index, at: Moment(seconds: now().rawValue / 1_000), ids: (uuid(), uuid()),
      salt: hexadecimal(randomNumber()))
    let signed = try certificate.signed(
      with: identity.key, verificationMethod: identity.verificationMethod)
    let jws = PaperProof(of: certificate).signed(with: identity.key)
    let papers = CertificateEvent.Papers(
      id: certificate.id, document: signed.pretty,
      paper: issuer.site.map { "\($0)/verify.html#\(jws)" } ?? jws, record: record,
      statusIndex: index)
    let sent = try await send(
      .issue(papers, eligibility), as: act, to: stream, under: Certification())
    return (try issued(sent.state, of: standing.taking), !sent.events.isEmpty)
  }

  /// Takes back the certificate of a taking, for good.
  ///
  /// - Parameters:
  ///   - learner: The learner.
  ///   - number: The number of the taking; the last one if `nil`.
  ///   - by: Who decides.
  ///   - reason: Why.
  ///   - act: Whose act it is.
  package func revokeCertificate(
    of learner: String, number: Int? = nil, by: String, reason: String, as act: Act
  ) async throws -> IssuedCertificate {
    let id = try await standing(of: learner, number: number).taking
    let sent = try await send(
      .revoke(by: by, reason: reason), as: act, to: id.certificate, under: Certification())
    return try issued(sent.state, of: id)
  }

  /// Every certificate that was issued, sorted by learner and taking, revoked ones among them.
  package func certificates() async throws -> [IssuedCertificate] {
    var certificates: [IssuedCertificate] = []
    for summary in try await takings() {
      let state = try await state(of: summary.taking.certificate, under: Certification())
      if state.issued != nil { certificates.append(try issued(state, of: summary.taking)) }
    }
    return certificates
  }

  /// The status list of every certificate of this gradebook.
  ///
  /// - Parameters:
  ///   - site: Where it is served.
  ///   - days: How long it may be relied on.
  package func statusList(at site: String, days: Int) async throws -> StatusList {
    var bits = Bitstring()
    for certificate in try await certificates() where certificate.revoked != nil {
      if let index = certificate.papers.statusIndex { bits.set(index) }
    }
    let from = now().rawValue / 1_000
    return StatusList(
      address: Self.statusAddress(at: site), validFrom: Moment(seconds: from).description,
      validUntil: Moment(seconds: from + Int64(days) * 86_400).description, revoked: bits)
  }

  /// The address of the status list at a site.
  static func statusAddress(at site: String) -> String { "\(site)/status/1.json" }

  /// The head of the gradebook's chain of events, all of which has just been examined.
  private func soundHead() async throws -> Head {
    switch try await gradebook.examine(nil) {
    case .sound(let head): return head
    case .broken(let flaw):
      throw RegistrarError(
        .gradebook,
        "The gradebook \(gradebook.name) was changed; nothing is issued from it. \(flaw)")
    }
  }

  /// What the gradebook says of a taking now.
  private func eligibility(_ standing: Standing) -> CertificateCommand.Eligibility {
    CertificateCommand.Eligibility(
      mark: standing.mark.total, passMark: standing.mark.passMark,
      isExamOver: standing.exam.phase == .over, weaklyIsolated: standing.weaklyIsolated.map(\.name))
  }

  /// Asks the rules whether a certificate may be issued, and changes nothing.
  private func checkRules(
    _ eligibility: CertificateCommand.Eligibility, _ state: CertificateState, _ act: Act
  ) throws(RegistrarError) {
    let papers = CertificateEvent.Papers(
      id: "", document: "", paper: "", record: "", statusIndex: nil)
    let context = DecisionContext(commandID: act.id, now: now(), actor: act.actor)
    do throws(CertificateRejection) {
      _ = try Certification().decide(.issue(papers, eligibility), in: state, context: context)
    } catch { throw RegistrarError(.refused, error) }
  }

  /// The place of a taking's certificate in the status list; `nil` where nobody serves one.
  private func statusIndex(
    of taking: TakingID, of issuer: Scheme.Issuer, _ act: Act
  ) async throws -> Int? {
    guard issuer.site != nil else { return nil }
    let places = try await send(
      StatusAllotment.Command(taking: taking, start: randomNumber()), as: act, "place-\(taking)",
      to: StatusAllotment.stream, under: StatusAllotment(size: Bitstring.count)
    ).state
    return places.first { $0.value == taking }?.key
  }

  /// A certificate out of what is recorded of it.
  private func issued(
    _ state: CertificateState, of taking: TakingID
  ) throws(RegistrarError) -> IssuedCertificate {
    guard let issued = state.issued else {
      throw RegistrarError(.refused, CertificateRejection.notIssued)
    }
    return IssuedCertificate(
      taking: taking, papers: issued.papers, at: issued.at, revoked: state.revoked)
  }

  /// A random identity (RFC 9562, version 4).
  private func uuid() -> String {
    let high = randomNumber() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = randomNumber() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    return Self.uuid(hexadecimal(high) + hexadecimal(low))
  }

  /// 32 hexadecimal digits as an identity.
  static func uuid(_ digits: String) -> String {
    var rest = digits[...]
    let groups = [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }
    return "urn:uuid:\(groups.joined(separator: "-"))"
  }
}
