package import EventSourcing

/// Why a certificate is not issued or taken back.
package enum CertificateRejection: Error, Hashable, Codable, Sendable {
  /// Something that a certificate demands is missing; every such thing, in words.
  case missing([String])
  /// The certificate was taken back, for good.
  case revoked
  /// There is no certificate to take back.
  case notIssued
  /// Nobody took responsibility for a revocation, or gave no reason.
  case revocationWithoutReason
  /// The clock shows an earlier time than what is recorded.
  case clockRanBackward(now: Timestamp, recorded: Timestamp)
}

extension CertificateRejection: GradebookRejection {
  /// What is refused, in sentences.
  package var description: String {
    switch self {
    case .missing(let reasons): "No certificate: \(reasons.joined(separator: "; "))."
    case .revoked: "The certificate of this taking was revoked. The course may be taken again."
    case .notIssued: "There is no certificate of this taking."
    case .revocationWithoutReason:
      "A revocation needs both who decides it and why."
    case .clockRanBackward(let now, let recorded): clockSentence(now: now, recorded: recorded)
    }
  }

  /// What to do.
  package var remedy: Remedy? {
    switch self {
    case .revocationWithoutReason: .takeResponsibility
    case .missing, .revoked, .notIssued, .clockRanBackward: nil
    }
  }
}
