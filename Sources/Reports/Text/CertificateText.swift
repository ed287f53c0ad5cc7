package import Certificates
import PlainText

/// What came of verifying a certificate, as text: the outcome first, then what it says, one fact a line.
package struct CertificateText {
  private let verification: Verification
  private let isDrawnAsIssued: Bool?
  private let style: Style
  private let width: Int

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - verification: What came of it.
  ///   - isDrawnAsIssued: Whether the file's drawing is what was issued; `nil` if it has none.
  ///   - style: Coloured or not.
  ///   - width: The columns of the terminal; narrow ones down to 40 stay readable.
  package init(
    _ verification: Verification, isDrawnAsIssued: Bool?, style: Style, width: Int
  ) {
    self.verification = verification
    self.isDrawnAsIssued = isDrawnAsIssued
    self.style = style
    self.width = max(width, 40)
  }

  /// The whole text.
  package func text() -> String {
    var lines = heading
    guard let facts = verification.facts else { return lines.joined(separator: "\n") + "\n" }
    if isDrawnAsIssued == false {
      let warning =
        "Believe what is listed here and not the drawing: it is not the one that this grader makes "
        + "of the certificate."
      lines.append(style(.warning, warning.wrapped(to: width).joined(separator: "\n")))
    }
    var rows = [
      ("Learner", facts.learner), ("Course", facts.course), ("Issued", facts.issued),
    ]
    rows += facts.results.map { ($0.name, $0.value) }
    rows.append(("Certificate", facts.id))
    if let name = facts.issuerName { rows.append(("Issuer", name)) }
    rows.append(("Issuer’s DID", facts.issuer))
    rows.append(("Signed with", facts.key.multibase + keyRemark(facts.keyStatus)))
    rows += facts.evidence.map { ($0.name, $0.id) }
    lines += rows.flatMap { label, value in
      paragraph("\(label): \(value.printable)", indent: 2, width: width)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The outcome.
  private var heading: [String] {
    let (role, word, reason): (Style.Role, String, String) =
      switch verification.outcome {
      case .valid:
        (
          .good, "VALID.",
          verification.facts?.isRevocable == false
            ? "Both signatures hold, by a key that you trust. It cannot be revoked." : ""
        )
      case .revoked: (.bad, "REVOKED.", "The issuer has taken this certificate back.")
      case .statusUnknown(let reason):
        (
          .warning, "STATUS UNKNOWN.",
          "The signatures hold, by a key that you trust; whether it was revoked cannot be found out "
            + "now: \(reason)."
        )
      case .notValid(let reason): (.bad, "NOT VALID:", "\(reason).")
      }
    let said =
      verification.outcome == .valid && reason.isEmpty
      ? "Everything holds, by a key that you trust, and it was not revoked." : reason
    var lines = paragraph("\(word) \(said.printable)", indent: 0, width: width)
    lines[0] = lines[0].replacing(word, with: style(role, word), maxReplacements: 1)
    return lines
  }

  /// What is to be said of a key.
  private func keyRemark(_ status: IssuerRegister.Status) -> String {
    status == .retired ? " (a key that was retired since, which is fine)" : ""
  }
}
