import Arguments
import Certificates

/// What can be asked of an issuer's keys.
enum KeyRequest: Sendable {
  /// Make the first key.
  case new
  /// Show the public halves.
  case show
  /// Replace the key in use.
  case rotate(isCompromised: Bool)
}

/// What can be asked of certificates with a gradebook.
enum CertificateRequest: Sendable {
  /// Issue one, or hand it out again.
  case issue(learner: String, taking: Int?, folder: String?)
  /// Take one back.
  case revoke(learner: String, taking: Int?, by: String, reason: String)
  /// Write what verifiers look up.
  case publish(folder: String, days: Int)
}

/// What `grader certificate verify` was asked.
struct VerifyRequest: Sendable {
  var file: String
  var issuers: [PublicKey]
  var register: String?
  var statusList: String?
  var isOffline: Bool
  var keys: String?
  var format: ResultFormat
  var color: ColorChoice
}

extension GraderCommand {
  private static let keys = Option(
    optional: "keys", .text, valueName: "dir",
    defaultText: "$GRADER_KEYS, else grader/keys in the user's configuration folder",
    help: "The folder of the issuer's keys; outside of any repository, its owner's alone.")
  private static let destination = Option(
    optional: "to", .text, valueName: "dir", defaultText: "certificate-LEARNER-TAKING here",
    help: "The folder to write the files to.")
  private static let by = Option(
    required: "by", .text, help: "Who decides; it stays on record.")
  private static let reason = Option(
    required: "reason", .text, help: "Why; it stays on record.")
  private static let days = Option(
    "days", .integer(in: 1...3_650), valueName: "n", default: 90,
    help: "How long the status list may be relied on before it must be published again.")
  private static let site = Positional(
    "dir", .text, help: "The folder to write to, whose content is then served as the site.")
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
  private static let compromised = Flag(
    "compromised",
    help: "Somebody else may have the key: what it signed is not valid any more.")

  /// `grader certificate …`.
  static let certificate = Command<GraderRequest>(
    "certificate", abstract: "Issue, verify and revoke certificates of completion.",
    subcommands: [
      Command(
        "issue", abstract: "Issue a learner's certificate, or hand it out again.",
        discussion:
          "Examines the whole gradebook first, and issues only what it proves: a mark that "
          + "passes, an exam that is over, and the isolation that certificates demand. Asked again, it "
          + "writes the same certificate byte for byte.",
        arguments: [learner, taking, destination, keys, gradebookFile]
      ) {
        .certificate(
          .issue(learner: $0[learner], taking: $0[taking], folder: $0[destination]), keys: $0[keys],
          textOptions($0))
      },
      Command(
        "verify", abstract: "Find out whether a certificate holds, without gradebook or course.",
        discussion:
          "Exit codes: 0 valid, 3 not valid, 5 revoked, 6 status unknown. Nobody is trusted "
          + "who is not named.",
        arguments: [file, trusted, register, statusList, offline, keys, format]
      ) {
        .verify(
          VerifyRequest(
            file: $0[file], issuers: $0[trusted], register: $0[register],
            statusList: $0[statusList], isOffline: $0[offline], keys: $0[keys], format: $0[format],
            color: $0[color]))
      },
      Command(
        "revoke", abstract: "Take a certificate back, for good.",
        discussion: "Verifiers learn of it when the status list is published next.",
        arguments: [learner, taking, by, reason, gradebookFile]
      ) {
        .certificate(
          .revoke(learner: $0[learner], taking: $0[taking], by: $0[by], reason: $0[reason]),
          keys: nil, textOptions($0))
      },
      Command(
        "publish-status", abstract: "Write the signed status list, and the keys, as static files.",
        discussion:
          "Serve the folder at the site that grading.json names. Publish again after every "
          + "revocation, and before the list is too old.",
        arguments: [site, days, keys, gradebookFile]
      ) {
        .certificate(
          .publish(folder: $0[site], days: $0[days]), keys: $0[keys], textOptions($0))
      },
    ])

  /// `grader key …`.
  static let key = Command<GraderRequest>(
    "key", abstract: "Make, show or replace the key that certificates are signed with.",
    subcommands: [
      Command("new", abstract: "Make the first key.", arguments: [keys]) {
        .key(.new, keys: $0[keys])
      },
      Command("show", abstract: "Show the public keys, past and present.", arguments: [keys]) {
        .key(.show, keys: $0[keys])
      },
      Command(
        "rotate", abstract: "Make a new key and retire the one in use.",
        discussion: "Certificates of a retired key stay valid; with --compromised they do not.",
        arguments: [keys, compromised]
      ) { .key(.rotate(isCompromised: $0[compromised]), keys: $0[keys]) },
    ])
}

extension Syntax where Value == PublicKey {
  /// An Ed25519 key, alone or as a DID.
  fileprivate static var publicKey: Self {
    Self(
      expectation: "an Ed25519 key as the issuer's page has it, did:key:z6Mk… or z6Mk…",
      read: { PublicKey(did: $0) ?? PublicKey(multibase: $0) }, write: \.did)
  }
}
