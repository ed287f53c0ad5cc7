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
  package enum Name: String, CaseIterable, Sendable {
    case issued = "certificate.issued"
    case revoked = "certificate.revoked"
  }

  /// None: no event of this kind has had another schema.
  package static let upcasters: [any Upcaster] = []

  /// The name, and what is stored under it.
  package var storedForm: (name: Name, content: any Encodable & Sendable) {
    switch self {
    case .issued(let event): (.issued, event)
    case .revoked(let event): (.revoked, event)
    }
  }

  /// Reads what is stored under a name.
  package init(_ name: Name, from content: StoredContent) throws {
    self =
      switch name {
      case .issued: .issued(try content.read())
      case .revoked: .revoked(try content.read())
      }
  }
}
