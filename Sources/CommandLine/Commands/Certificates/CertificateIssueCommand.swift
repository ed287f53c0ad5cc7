import Arguments
import Certificates
import Gradebook
import Registrar
import Reports

/// `grader certificate issue`: issues a certificate, or hands it out again.
struct CertificateIssueCommand: GraderCommand {
  private static let destination = Option(
    optional: "to", .text, valueName: "dir", defaultText: "certificate-LEARNER-TAKING here",
    help: "The folder to write the files to.")

  static let command = Command<any GraderCommand>(
    "issue", abstract: "Issue a learner's certificate, or hand it out again.",
    discussion:
      "Examines the whole gradebook first, and issues only what it proves: a mark that "
      + "passes, an exam that is over, and the isolation that certificates demand. Asked again, it "
      + "writes the same certificate byte for byte.",
    arguments: [Options.learner, Options.taking, destination, Options.keys, Options.gradebook]
  ) { CertificateIssueCommand(given: $0) }

  let given: Invocation

  /// Issues and writes the files.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    let keys = given.keyFolder
    let (certificate, isNew) = try await registrar.issueCertificate(
      of: given[Options.learner], number: given[Options.taking], as: registrar.ownAct
    ) { try IssuerIdentity(of: $0, in: keys) }
    let name = "certificate-\(certificate.taking.learner)-\(certificate.taking.number)"
    let target = OutputFolder(given[Self.destination] ?? name)
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
    return .success
  }
}
