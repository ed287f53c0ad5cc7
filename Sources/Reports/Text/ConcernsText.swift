package import Grading
import PlainText

/// All that a person must look at, as text: a heading with their number, then a paragraph each; empty if there is none.
package struct ConcernsText {
  private let concerns: [Concern]
  private let style: Style
  private let width: Int

  /// Prepares the text.
  package init(_ concerns: [Concern], style: Style, width: Int) {
    self.concerns = concerns
    self.style = style
    self.width = max(width, 40)
  }

  /// The lines.
  package func lines() -> [String] {
    guard !concerns.isEmpty else { return [] }
    let count = counted(concerns.count, "entry", "entries")
    var lines = [style(.warning, "\(count) for a person to look at")]
    for concern in concerns {
      let what = [concern.name, concern.exercise].compactMap(\.self).joined(separator: " ")
      lines += paragraph(
        "\(what): \(concern.reason)".split(separator: "\n").joined(separator: " "), indent: 2,
        width: width)
    }
    return lines
  }
}
