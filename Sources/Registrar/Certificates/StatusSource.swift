package import Certificates
package import Foundation
import StrictJSON

/// Where a verifier gets status lists from: a copy that was given, else the address in the certificate.
package struct StatusSource: Sendable {
  /// The size of the largest status list that is read, in bytes.
  package static let maximumSize = OrderedJSON.maximumSize

  /// A copy that was given.
  private let copy: Data?
  /// Whether anything may be fetched.
  private let mayFetch: Bool

  /// Uses a copy, or fetches.
  package init(copy: Data?, mayFetch: Bool) {
    self.copy = copy
    self.mayFetch = mayFetch
  }

  /// The status list at an address, or why it cannot be had.
  package func list(at address: String) -> Result<Data, InvalidCertificate> {
    if let copy { return .success(copy) }
    guard mayFetch else {
      return .failure(InvalidCertificate("nothing is fetched with --offline"))
    }
    return StatusDownload.fetch(address)
  }
}
