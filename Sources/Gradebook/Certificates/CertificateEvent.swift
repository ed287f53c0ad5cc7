package import EventSourcing
package import Grading

/// What can have happened to the certificate of one taking.
package enum CertificateEvent: Hashable, Codable, Sendable {
  /// It was issued.
  case issued(Issued)
  /// It was taken back; it stays on record.
  case revoked(Revoked)

  /// What was made when a certificate was issued, each byte for byte as it is handed out.
  package struct Papers: Hashable, Codable, Sendable {
    /// The certificate's identity.
    package var id: String
    /// The signed credential.
    package var document: String
    /// What the code on the printed sheet says.
    package var paper: String
    /// The record of what the mark is made of, whose digest the certificate names.
    package var record: String
    /// Its place in the status list; `nil` if it cannot be revoked for others to see.
    package var statusIndex: Int?

    /// Sets every property.
    package init(id: String, document: String, paper: String, record: String, statusIndex: Int?) {
      self.id = id
      self.document = document
      self.paper = paper
      self.record = record
      self.statusIndex = statusIndex
    }
  }

  /// A certificate that was issued.
  package struct Issued: Hashable, Codable, Sendable {
    /// What was made.
    package var papers: Papers
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
