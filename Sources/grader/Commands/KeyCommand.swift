import Certificates
import Foundation

/// `grader key …`.
struct KeyCommand {
  private let request: KeyRequest
  private let folder: KeyFolder

  /// Takes the request.
  init(_ request: KeyRequest, keys: String?) {
    self.request = request
    folder = KeyFolder(Self.path(keys))
  }

  /// The folder of keys: the one named, else that of the environment, else one in the user's configuration folder.
  static func path(_ named: String?) -> String {
    let environment = ProcessInfo.processInfo.environment
    let values = [named, environment["GRADER_KEYS"]].compactMap { $0 }.filter { !$0.isEmpty }
    if let path = values.first { return path }
    let home = environment["HOME"] ?? NSHomeDirectory()
    let configuration = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return "\(configuration ?? "\(home)/.config")/grader/keys"
  }

  /// Does what was asked and prints.
  func run() throws -> ExitCode {
    let terminal = Terminal()
    let now = Moment(seconds: Int64(Date().timeIntervalSince1970))
    switch request {
    case .new:
      show(try folder.makeFirstKey(at: now), on: terminal)
      terminal.complain(
        "The private key is in \(folder.path), readable by you alone. Keep a copy in a safe place; who has "
          + "it can issue certificates.")
    case .show: show(try folder.register(), on: terminal)
    case .rotate(let isCompromised):
      show(try folder.rotate(isCompromised: isCompromised, at: now), on: terminal)
    }
    return .success
  }

  /// Prints the public halves, as verifiers need them.
  private func show(_ register: IssuerRegister, on terminal: Terminal) {
    let lines = register.keys.map { key in
      let until = key.until.map { " until \($0)" } ?? ""
      return "\(key.name)  \(key.status.rawValue) from \(key.from)\(until)\n  did:key:\(key.key)"
    }
    terminal.print(lines.joined(separator: "\n"))
  }
}
