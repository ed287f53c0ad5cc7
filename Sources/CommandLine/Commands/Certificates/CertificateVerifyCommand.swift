import Arguments
import Assessment
import Certificates
import Foundation
import Registrar
import Reports

/// `grader certificate verify`: finds out whether a certificate holds; needs neither gradebook nor course.
struct CertificateVerifyCommand: GraderCommand {
  private static let file = Positional(
    "file", .text,
    help: "The certificate: JSON, SVG, HTML, or the text of a printed code; - reads standard input."
  )
  private static let trusted = Option(
    repeating: "issuer", .publicKey, valueName: "did", defaultText: "the issuers of --issuers",
    help: "A key that you trust, as did:key:z6Mk… or z6Mk…, from the issuer's own page.")
  private static let register = Option(
    optional: "issuers", .text, valueName: "file",
    defaultText: "issuers.json in the folder of keys, if there is one",
    help: "The issuer's register of keys, issuers.json, from the issuer's own page.")
  private static let statusList = Option(
    optional: "status-list", .text, valueName: "file", defaultText: "fetched from its address",
    help: "A copy of the status list.")
  private static let offline = Flag(
    "offline", help: "Fetch nothing; the status is unknown then, unless --status-list is given.")

  static let command = Command<any GraderCommand>(
    "verify", abstract: "Find out whether a certificate holds, without gradebook or course.",
    discussion:
      "Exit codes: 0 valid, 3 not valid, 5 revoked, 6 status unknown. Nobody is trusted "
      + "who is not named.",
    arguments: [
      file, trusted, register, statusList, offline, Options.keys, Options.format,
    ]
  ) { CertificateVerifyCommand(given: $0) }

  let given: Invocation

  /// Verifies and prints.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let issuers = try IssuerRegister(
      trusting: given[Self.trusted], register: given[Self.register], keys: given.keyFolder,
      isFolderNamed: given[Options.keys] != nil)
    let data = try Self.content(of: given[Self.file], atMost: CertificateFile.maximumSize)
    let status = StatusSource(
      copy: try given[Self.statusList].map {
        try Self.content(of: $0, atMost: StatusSource.maximumSize)
      }, mayFetch: !given[Self.offline])
    let verifier = Verifier(issuers: issuers, now: .present) { status.list(at: $0) }
    let verification = await verifier.verify(data)
    let isDrawnAsIssued = CertificateFiles.isDrawnAsIssued(data)
    switch given[Options.format] {
    case .json:
      terminal.print(json: CertificateDocument(verification, isDrawnAsIssued: isDrawnAsIssued))
    case .text:
      terminal.print(
        CertificateText(
          verification, isDrawnAsIssued: isDrawnAsIssued, style: terminal.style(given),
          width: terminal.width
        ).text())
    }
    return switch verification.outcome {
    case .valid: .success
    case .revoked: .revoked
    case .statusUnknown: .statusUnknown
    case .notValid: .auditFailed
    }
  }

  /// The bytes of a file or of standard input, never more than one byte beyond a limit.
  private static func content(of path: String, atMost limit: Int) throws -> Data {
    guard path != "-" else {
      return try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
    }
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: limit + 1) ?? Data()
    else {
      throw AssessmentError(
        .input, "\(path) cannot be read. Name the file of a certificate.")
    }
    return data
  }
}

extension Syntax where Value == PublicKey {
  /// An Ed25519 key, alone or as a DID.
  fileprivate static var publicKey: Self {
    Self(
      expectation: "an Ed25519 key as the issuer's page has it, did:key:z6Mk… or z6Mk…",
      read: { PublicKey(did: $0) ?? PublicKey(multibase: $0) }, write: \.did)
  }
}
