import Arguments
import Foundation
import PlainText
import Reports
import Synchronization

/// What the program is connected to: prints results, complaints and progress where each belongs.
final class Terminal: Sendable {
  private let hasProgress = Mutex(false)
  private let environment = ProcessInfo.processInfo.environment

  /// The columns to fill: those of the terminal, else `COLUMNS`, else 80.
  var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return min(Int(size.ws_col), 120)
    }
    return environment["COLUMNS"].flatMap { Int($0) }.map { min(max($0, 40), 120) } ?? 80
  }

  /// Whether to colour what goes to standard output.
  private func isColoured(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
        && environment["TERM"] != "dumb"
    }
  }

  /// The style of what a command line prints to standard output.
  func style(_ given: Invocation) -> Style { Style(isColoured: isColoured(given[Options.color])) }

  /// Prints a result to standard output.
  func print(_ text: String) {
    endProgress()
    write(text.hasSuffix("\n") ? text : text + "\n", to: .standardOutput)
  }

  /// Prints a text of ours to standard output, broken into lines of the terminal's width.
  func print(wrapped text: String) {
    print(text.wrapped(to: width).joined(separator: "\n"))
  }

  /// Prints a document to standard output.
  func print(json document: some Encodable) {
    do { print(try document.documentText()) } catch {
      preconditionFailure("documents are made of plain values and always encode: \(error)")
    }
  }

  /// Asks for a line, whose input follows on the same line.
  func prompt(_ text: String) {
    endProgress()
    write(text + " ", to: .standardOutput)
  }

  /// Prints a complaint or a notice to standard error.
  func complain(_ text: String) {
    endProgress()
    write(text.hasSuffix("\n") ? text : text + "\n", to: .standardError)
  }

  /// Prints a notice to standard error, broken into lines of the terminal's width.
  func complain(wrapped text: String) {
    complain(text.printable.wrapped(to: width).joined(separator: "\n"))
  }

  /// Says in words what went wrong; whatever of it came from outside cannot steer the terminal.
  func complain(error: String) {
    let lines = error.split(separator: "\n", omittingEmptySubsequences: false)
    complain("Error: " + lines.map { String($0).printable }.joined(separator: "\n"))
  }

  /// Says why the first grading takes longer than any other.
  func tellOfCompilation() {
    complain("Compiling the provided modules for this toolchain, once …")
  }

  /// Whether progress can be one line that is written over.
  var overwritesProgress: Bool { isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb" }

  /// The columns that a line of progress may fill; one less than there are, so that it never wraps.
  var progressWidth: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 79 }
    return Int(size.ws_col) - 1
  }

  /// Writes over the line of progress; only where ``overwritesProgress`` holds.
  func showProgress(_ text: String) {
    guard overwritesProgress else { return }
    hasProgress.withLock { $0 = true }
    write("\r\u{1B}[K\(text)", to: .standardError)
  }

  /// Takes the progress line away.
  private func endProgress() {
    let had = hasProgress.withLock { has in
      defer { has = false }
      return has
    }
    if had { write("\r\u{1B}[K", to: .standardError) }
  }

  /// Writes a text; a reader that has gone away, such as `head`, is no fault.
  private func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
