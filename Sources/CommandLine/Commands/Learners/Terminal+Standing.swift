import Arguments
import Gradebook
import Reports

extension Terminal {
  /// Prints where a taking stands, in the format that a command line asks for.
  func show(_ standing: Standing, as given: Invocation) {
    switch given[Options.format] {
    case .json: print(json: StandingDocument(standing))
    case .text: print(StandingText(standing, style: style(given), width: width).text())
    }
  }
}
