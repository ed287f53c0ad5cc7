package import EventSourcing

/// What is known of the certificate of one taking.
package struct CertificateState: Hashable, Codable, Sendable {
  /// The certificate; `nil` before it is issued.
  package internal(set) var issued: CertificateEvent.Issued?
  /// How it was taken back, if it was.
  package internal(set) var revoked: CertificateEvent.Revoked?
  /// The latest moment that is recorded.
  package internal(set) var lastAt: Timestamp = 0
}
