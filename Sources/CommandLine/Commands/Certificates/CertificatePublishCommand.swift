import Arguments
import Registrar

/// `grader certificate publish-status`: writes what verifiers look up.
struct CertificatePublishCommand: GraderCommand {
  private static let site = Positional(
    "dir", .text, help: "The folder to write to, whose content is then served as the site.")
  private static let days = Option(
    "days", .integer(in: 1...3_650), valueName: "n", default: 90,
    help: "How long the status list may be relied on before it must be published again.")

  static let command = Command<any GraderCommand>(
    "publish-status", abstract: "Write the signed status list, and the keys, as static files.",
    discussion:
      "Serve the folder at the site that grading.json names. Publish again after every "
      + "revocation, and before the list is too old.",
    arguments: [site, days, Options.keys, Options.gradebook]
  ) { CertificatePublishCommand(given: $0) }

  let given: Invocation

  /// Writes the files.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let publication = try await given.registrar().publication(
      days: given[Self.days], keys: given.keyFolder)
    let folder = given[Self.site]
    try OutputFolder(folder).replace(publication.files)
    terminal.print(
      "Written, to be served at \(publication.site):\n"
        + publication.files.map { "  \(folder)/\($0.name)" }.joined(separator: "\n"))
    return .success
  }
}
