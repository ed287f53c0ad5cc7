import Digests
package import Foundation
import StrictJSON

/// Verifies certificates as a third party does: with the issuer's public keys and nothing else of the course.
package struct Verifier: Sendable {
  private let issuers: IssuerRegister
  private let now: Moment
  private let statusList: @Sendable (String) async -> Result<Data, InvalidCertificate>

  /// How far clocks may differ, in seconds.
  private static let tolerance: Int64 = 300

  /// Prepares a verification.
  ///
  /// - Parameters:
  ///   - issuers: The keys that are trusted.
  ///   - now: The present time.
  ///   - statusList: Gets a status list from its address, or says why it cannot.
  package init(
    issuers: IssuerRegister, now: Moment,
    statusList: @escaping @Sendable (String) async -> Result<Data, InvalidCertificate>
  ) {
    self.issuers = issuers
    self.now = now
    self.statusList = statusList
  }

  /// Verifies the certificate in a file.
  ///
  /// **Nothing is asked of an address in a certificate before its signatures hold by a trusted key.**
  package func verify(_ data: Data) async -> Verification {
    do throws(InvalidCertificate) {
      let (facts, status) =
        switch try CertificateFile(data) {
        case .credential(let signed): try check(signed)
        case .paper(let text): try check(paper: text)
        }
      return Verification(outcome: await outcome(status), facts: facts)
    } catch {
      return Verification(outcome: .notValid(error.description), facts: nil)
    }
  }

  /// Checks a credential but for its status.
  private func check(
    _ signed: OrderedJSON
  ) throws(InvalidCertificate) -> (Verification.Facts, CompletionCertificate.StatusEntry?) {
    guard signed["@context"]?.elements.map(\.text) == Vocabulary.badgeContexts.map({ $0 }) else {
      throw InvalidCertificate("it is no Open Badges 3.0 credential")
    }
    let proofs = try ProofSet(of: signed, .badge)
    let (key, keyStatus) = try issuers.verify(
      proofs, of: signed["issuer"]?["id"]?.text ?? "")
    let certificate = try CompletionCertificate(signed.without("proof"))
    guard let created = Moment(proofs.created), let validFrom = Moment(certificate.validFrom)
    else { throw InvalidCertificate("its dates cannot be read") }
    for moment in [created, validFrom] where moment.seconds > now.seconds + Self.tolerance {
      throw InvalidCertificate("it is dated \(moment), which is still to come")
    }
    let facts = Verification.Facts(
      learner: certificate.learner, course: certificate.achievement.name,
      issued: certificate.validFrom,
      results: certificate.results.map { ($0.name, Self.value(of: $0)) }, id: certificate.id,
      issuerName: certificate.issuer.name, issuer: certificate.issuer.id, key: key,
      keyStatus: keyStatus, isRevocable: certificate.status != nil,
      evidence: certificate.evidence.map { ($0.name, $0.id) })
    return (facts, certificate.status)
  }

  /// Checks what the code on paper says, but for its status.
  private func check(
    paper: String
  ) throws(InvalidCertificate) -> (Verification.Facts, CompletionCertificate.StatusEntry?) {
    let (proof, key) = try PaperProof.read(paper)
    let keyStatus = try issuers.trusted(key)
    guard let day = Moment("\(proof.day)T00:00:00Z") else {
      throw InvalidCertificate("its date cannot be read")
    }
    guard day.seconds <= now.seconds + Self.tolerance else {
      throw InvalidCertificate("it is dated \(proof.day), which is still to come")
    }
    let facts = Verification.Facts(
      learner: proof.learner, course: proof.course, issued: proof.day,
      results: [("Mark", "\(proof.mark) %")], id: proof.id, issuerName: nil, issuer: proof.issuer,
      key: key, keyStatus: keyStatus, isRevocable: proof.status != nil,
      evidence: [
        (
          "Credential without proofs, in canonical form",
          "ni:///sha-256;\(Base64URL.text(of: proof.digest.bytes))"
        )
      ])
    return (facts, proof.status)
  }

  /// A result for people.
  private static func value(of outcome: CompletionCertificate.Outcome) -> String {
    guard let value = outcome.value else { return outcome.status }
    switch outcome.type {
    case "Percent": return "\(value) %"
    default: return outcome.range.map { "\(value) of \($0.max)" } ?? value
    }
  }

  /// Finds out whether a certificate was revoked.
  private func outcome(
    _ status: CompletionCertificate.StatusEntry?
  ) async -> Verification.Outcome {
    guard let status else { return .valid }
    switch await statusList(status.list) {
    case .failure(let reason): return .statusUnknown(reason.description)
    case .success(let data):
      do throws(InvalidCertificate) {
        let list = try StatusList(
          data, at: status.list, by: issuers, now: now)
        guard let isRevoked = list.revoked[status.index] else {
          return .statusUnknown("its place is outside of the status list")
        }
        return isRevoked ? .revoked : .valid
      } catch { return .statusUnknown("the status list cannot be relied on: \(error)") }
    }
  }
}
