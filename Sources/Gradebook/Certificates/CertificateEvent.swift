package import EventSourcing
package import Grading

/// What can have happened to the certificate of one taking.
package enum CertificateEvent: Hashable, Codable, Sendable {
  /// It was issued.
  case issued(Issued)
  /// It was taken back; it stays on record.
  case revoked(Revoked)

  /// A certificate that was issued.
  package struct Issued: Hashable, Codable, Sendable {
    /// Its identity.
    package var id: String
    /// The certificate itself, byte for byte as it was handed out.
    package var document: String
    /// The mark that it certifies.
    package var mark: FractionText
    /// When.
    package var at: Timestamp
  }

  /// A certificate that was taken back.
  package struct Revoked: Hashable, Codable, Sendable {
    /// Who decided.
    package var by: String
    /// Why.
    package var reason: String
    /// When.
    package var at: Timestamp
  }

  /// When it happened.
  package var at: Timestamp {
    switch self {
    case .issued(let event): event.at
    case .revoked(let event): event.at
    }
  }
}

extension CertificateEvent: GradebookEvent {
  /// The names under which these events are stored.
  package static let types: Set = ["certificate.issued", "certificate.revoked"]

  /// The stable name.
  package var type: String {
    switch self {
    case .issued: "certificate.issued"
    case .revoked: "certificate.revoked"
    }
  }

  /// What is stored.
  package var content: any Encodable & Sendable {
    switch self {
    case .issued(let event): event
    case .revoked(let event): event
    }
  }

  /// Reads what is stored.
  package init(type: String, content: StoredContent) throws {
    self =
      switch type {
      case "certificate.issued": .issued(try content.read())
      case "certificate.revoked": .revoked(try content.read())
      default: preconditionFailure("the codec passes on the types of this event only")
      }
  }
}
