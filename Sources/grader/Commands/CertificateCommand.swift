import Assessment
import CertificateSheets
import Certificates
import EventChain
import EventSourcing
import Foundation
import Gradebook
import Grading
import PlainText
import Registrar
import Reports
import SQLiteStore
import StrictJSON

/// `grader certificate issue`, `revoke` and `publish-status`.
struct CertificateCommand {
  private let request: CertificateRequest
  private let keys: KeyFolder
  private let options: GradebookOptions

  /// Takes the request.
  init(_ request: CertificateRequest, keys: String?, _ options: GradebookOptions) {
    self.request = request
    self.keys = KeyFolder(KeyCommand.path(keys))
    self.options = options
  }

  /// Does what was asked and prints.
  func run() async throws -> ExitCode {
    let terminal = Terminal()
    let session = try GradebookSession(options)
    switch request {
    case .issue(let learner, let taking, let folder):
      try await issue(to: learner, taking, folder, session.registrar, terminal)
    case .revoke(let learner, let taking, let by, let reason):
      let certificate = try await session.registrar.revokeCertificate(
        of: learner, number: taking, by: by, reason: reason)
      terminal.print(wrapped: revocationText(certificate))
    case .publish(let folder, let days):
      try await publish(to: folder, days: days, session, terminal)
    }
    return .success
  }

  // MARK: - Issuing

  /// Issues a certificate, or hands it out again.
  private func issue(
    to learner: String, _ taking: Int?, _ folder: String?, _ registrar: Registrar,
    _ terminal: Terminal
  ) async throws {
    let head = try await verifiedHead()
    let (certificate, isNew) = try await registrar.issueCertificate(
      of: learner, number: taking, gradebookHead: head, by: identity)
    let name = "certificate-\(certificate.taking.learner)-\(certificate.taking.number)"
    let target = OutputFolder(folder ?? name)
    let files = try CertificateFiles(certificate.papers)
    try target.write(files.files.map { ($0.name, $0.content) })
    let verb = isNew ? "Issued" : "Already issued; handed out again:"
    terminal.print(
      "\(verb) certificate \(certificate.papers.id) of \(certificate.taking).\n"
        + files.files.map { "  \(target.path)/\($0.name)" }.joined(separator: "\n"))
    if certificate.papers.statusIndex == nil {
      terminal.complain(
        wrapped:
          "It cannot be revoked for others to see, since certificates.issuer in grading.json names no site."
      )
    }
    if let reason = files.missingPDF { terminal.complain(wrapped: "No PDF. \(reason)") }
  }

  /// The head of the gradebook's chain of events, all of which has just been examined.
  private func verifiedHead() async throws -> String {
    let path = GradebookSession.path(options)
    switch try await SQLiteEventStore.verify(at: path) {
    case .sound(let head): return head.description
    case .broken(let flaw):
      throw RegistrarError(
        .gradebook, "The gradebook \(path) was changed; nothing is issued from it. \(flaw)")
    }
  }

  /// The issuer's identity and key.
  private func identity(_ issuer: Scheme.Issuer) throws -> IssuerIdentity {
    let (key, name) = try keys.signingKey()
    return IssuerIdentity(key, named: name, web: try web(issuer))
  }

  /// The issuer's DID of the method `web`, if it is to be used.
  private func web(_ issuer: Scheme.Issuer) throws -> String? {
    guard issuer.identity == .web, let site = issuer.site else { return nil }
    guard let did = IssuerIdentity.web(of: site) else {
      throw DocumentError(
        in: Scheme.document, at: "certificates.issuer.site",
        "must be a plain https address of a host and folders to be the issuer's identity")
    }
    return did
  }

  // MARK: - Revoking

  /// What is said of a revocation.
  private func revocationText(_ certificate: Registrar.IssuedCertificate) -> String {
    let revoked = certificate.revoked.map { " by \($0.by): \($0.reason)" } ?? ""
    let next =
      certificate.papers.statusIndex == nil
      ? "It names no status list, so verifiers cannot learn of it."
      : "Verifiers learn of it when `grader certificate publish-status` has run and its files are served."
    return "Revoked certificate \(certificate.papers.id) of \(certificate.taking)"
      + "\(revoked.printable). \(next)"
  }

  /// Writes what verifiers look up.
  private func publish(
    to folder: String, days: Int, _ session: GradebookSession, _ terminal: Terminal
  ) async throws {
    guard let issuer = session.preparation.course.scheme.issuer, let site = issuer.site else {
      throw DocumentError(
        in: Scheme.document, at: "certificates.issuer.site",
        "is missing; without it certificates name no status list")
    }
    let identity = try identity(issuer)
    let list = try await session.registrar.statusList(at: site, days: days).signed(
      by: identity.did, with: identity.key, verificationMethod: identity.verificationMethod)
    var register = try keys.register()
    register.web = try web(issuer)
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
    try OutputFolder(folder).replace(files)
    terminal.print(
      "Written, to be served at \(site):\n"
        + files.map { "  \(folder)/\($0.0)" }.joined(separator: "\n"))
  }
}
