import Registrar
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
    case .verify: break
    case .rebuild:
      try await GradebookSession(options).registrar.rebuildViews()
      terminal.print("Made the read models of \(path) anew.")
    }
    return .success
  }
}
