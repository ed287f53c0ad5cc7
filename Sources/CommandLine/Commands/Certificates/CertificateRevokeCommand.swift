import Arguments
import Gradebook
import PlainText
import Registrar

/// `grader certificate revoke`: takes a certificate back.
struct CertificateRevokeCommand: GraderCommand {
  private static let by = Option(
    required: "by", .text, help: "Who decides; it stays on record.")
  private static let reason = Option(
    required: "reason", .text, help: "Why; it stays on record.")

  static let command = Command<any GraderCommand>(
    "revoke", abstract: "Take a certificate back, for good.",
    discussion: "Verifiers learn of it when the status list is published next.",
    arguments: [Options.learner, Options.taking, by, reason, Options.gradebook]
  ) { CertificateRevokeCommand(given: $0) }

  let given: Invocation

  /// Revokes, and says how verifiers learn of it.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    let certificate = try await registrar.revokeCertificate(
      of: given[Options.learner], number: given[Options.taking], by: given[Self.by],
      reason: given[Self.reason], as: registrar.ownAct)
    let revoked = certificate.revoked.map { " by \($0.by): \($0.reason)" } ?? ""
    let next =
      certificate.papers.statusIndex == nil
      ? "It names no status list, so verifiers cannot learn of it."
      : "Verifiers learn of it when `grader certificate publish-status` has run and its files are served."
    terminal.print(
      wrapped: "Revoked certificate \(certificate.papers.id) of \(certificate.taking)"
        + "\(revoked.printable). \(next)")
    return .success
  }
}
