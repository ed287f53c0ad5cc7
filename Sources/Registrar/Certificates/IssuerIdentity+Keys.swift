package import Certificates
package import Grading

extension IssuerIdentity {
  /// The identity of a course's issuer, with the key in use.
  ///
  /// - Parameters:
  ///   - issuer: Who issues.
  ///   - keys: The folder of the issuer's keys.
  /// - Throws: `KeyFolderError`; a `DocumentError` if the issuer's site cannot be an identity.
  package init(of issuer: Scheme.Issuer, in keys: KeyFolder) throws {
    let (key, name) = try keys.signingKey()
    self.init(key, named: name, web: try issuer.webIdentity())
  }
}

extension Scheme.Issuer {
  /// The issuer's DID of the method `web`, if it is to be used.
  func webIdentity() throws(DocumentError) -> String? {
    guard identity == .web, let site else { return nil }
    guard let did = IssuerIdentity.web(of: site) else {
      throw DocumentError(
        in: Scheme.document, at: "certificates.issuer.site",
        "must be a plain https address of a host and folders to be the issuer's identity")
    }
    return did
  }
}
