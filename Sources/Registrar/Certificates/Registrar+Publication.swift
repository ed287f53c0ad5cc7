import Assessment
import CertificateSheets
package import Certificates
package import Foundation
import Grading
import StrictJSON

extension Registrar {
  /// What an issuer publishes, so that others can verify certificates: static files, to be served as they are.
  package struct Publication: Sendable {
    /// The address at which the files are to be served.
    package let site: String
    /// The files, by their paths below the site.
    package let files: [(name: String, content: Data)]
  }

  /// What verifiers look up: the signed status list, the register of keys, and the page that verifies.
  ///
  /// - Parameters:
  ///   - days: How long the status list may be relied on.
  ///   - keys: The folder of the issuer's keys.
  /// - Throws: A `DocumentError` if `grading.json` names no issuer's site; `KeyFolderError`; ``RegistrarError``.
  package func publication(days: Int, keys: KeyFolder) async throws -> Publication {
    guard let issuer = course.scheme.issuer, let site = issuer.site else {
      throw DocumentError(
        in: Scheme.document, at: "certificates.issuer.site",
        "is missing; without it certificates name no status list")
    }
    let identity = try IssuerIdentity(of: issuer, in: keys)
    let list = try await statusList(at: site, days: days).signed(
      by: identity.did, with: identity.key, verificationMethod: identity.verificationMethod)
    var register = try keys.register()
    register.web = try issuer.webIdentity()
    let pageKeys = register.keys.map { key in
      VerifyPage.Issuer(
        id: register.web ?? "did:key:\(key.key)", key: key.key,
        status: .init(rawValue: key.status.rawValue) ?? .compromised)
    }
    var files = [
      ("status/1.json", Data(list.pretty.utf8)),
      (KeyFolder.registerName, Data(KeyFolder.text(of: register).utf8)),
      ("verify.html", Data(VerifyPage.html(issuers: pageKeys).utf8)),
    ]
    if let did = register.web {
      // The method looks below the well-known folder at a bare host, and in the folder itself elsewhere.
      let isHost = did.split(separator: ":").count == 3
      files.append(
        (
          isHost ? ".well-known/did.json" : "did.json",
          Data(register.didDocument(of: did).pretty.utf8)
        ))
    }
    return Publication(site: site, files: files)
  }
}
