import EventChain
import PlainText
import Registrar
import Reports
import SQLiteStore

/// `grader gradebook …`.
struct GradebookCommand {
  private let request: GradebookRequest
  private let options: GradebookOptions

  /// Takes the request.
  init(_ request: GradebookRequest, _ options: GradebookOptions) {
    self.request = request
    self.options = options
  }

  /// Does what was asked and prints.
  func run() async throws -> ExitCode {
    let terminal = Terminal()
    let path = GradebookSession.path(options)
    switch request {
    case .create:
      _ = try SQLiteEventStore.create(at: path)
      terminal.print("Created the gradebook \(path).")
    case .verify(let head): return try await verify(path, expecting: head, on: terminal)
    case .rebuild:
      try await GradebookSession(options).registrar.rebuildViews()
      terminal.print("Made the read models of \(path) anew.")
    }
    return .success
  }

  /// Examines the chain of events.
  private func verify(
    _ path: String, expecting text: String?, on terminal: Terminal
  ) async throws -> ExitCode {
    var expected: Head?
    if let text {
      guard let head = Head(text) else {
        throw RegistrarError(
          .input,
          "“\(text.prefix(80))” is no head. Give the number and digest that an earlier verification "
            + "printed, joined by a colon.")
      }
      expected = head
    }
    let verification = try await SQLiteEventStore.verify(at: path, expecting: expected)
    switch (options.format, verification) {
    case (.json, .sound(let head)):
      terminal.print(json: VerificationDocument(soundUpTo: head.description))
    case (.json, .broken(let flaw)):
      terminal.print(
        json: VerificationDocument(
          brokenAt: flaw.kind.rawValue, position: flaw.position, flaw.description))
    case (.text, .sound(let head)):
      terminal.print(
        "The gradebook \(path) is as it was written: \(counted(Int(head.count), "event")).\n"
          + "Head: \(head)")
    case (.text, .broken(let flaw)):
      terminal.print("The gradebook \(path) was changed. \(flaw)")
    }
    if case .broken = verification { return .auditFailed }
    return .success
  }
}
