package import CertificateSheets
package import Certificates

extension CertificateSheet {
  /// What is printed of a certificate.
  ///
  /// - Parameters:
  ///   - certificate: What it says.
  ///   - key: The key that signed it.
  ///   - document: The signed credential, byte for byte.
  ///   - paper: What the code on it says.
  package init(
    _ certificate: CompletionCertificate, key: PublicKey, document: String, paper: String
  ) {
    let results = certificate.results
    self.init(
      course: certificate.achievement.name, learner: certificate.learner,
      issuer: certificate.issuer.name, issuerURL: certificate.issuer.url,
      issuerID: certificate.issuer.id, key: key.multibase,
      date: String(certificate.validFrom.prefix(10)), mark: results.first?.value ?? "",
      passMark: results.first?.required ?? "",
      parts: results.dropFirst().compactMap { part in
        guard let value = part.value, let most = part.range?.max else { return nil }
        return Part(name: part.name, mark: value, most: most)
      },
      id: certificate.id, document: document, paper: paper)
  }
}
