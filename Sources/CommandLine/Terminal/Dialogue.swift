import Foundation

/// Questions to somebody at the terminal, one line an answer.
///
/// A word that begins with a colon is for the dialogue and not an answer: `:skip`, `:quit`, `:finish`.
struct Dialogue {
  /// What somebody typed.
  enum Line: Equatable {
    /// An answer.
    case answer(String)
    /// Go on with the next question; also an empty line.
    case skip
    /// Stop for now; also the end of the input.
    case quit
    /// End for good, where that can be.
    case finish
  }

  /// Where it happens.
  let terminal: Terminal

  /// Asks for a line.
  ///
  /// - Parameter prompt: What is asked, without the space after it.
  func ask(_ prompt: String) -> Line {
    terminal.prompt(prompt)
    guard let line = readLine() else {
      terminal.print("")
      return .quit
    }
    let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch text.lowercased() {
    case "", ":skip", ":s": return .skip
    case ":quit", ":q": return .quit
    case ":finish": return .finish
    default: return .answer(text)
    }
  }
}
