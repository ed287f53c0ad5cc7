import Grading
import Markup

/// A mark as a bar: what each part adds, what is still open, and where the pass mark is.
///
/// It shows no more than the table beside it says, and is described in words for those who do not see it.
struct MarkBar {
  private let outlook: Outlook

  /// Prepares the bar.
  init(_ outlook: Outlook) {
    self.outlook = outlook
  }

  /// The drawing.
  func svg() -> String {
    var parts: [String] = []
    var start = Rational.zero
    for (index, part) in outlook.mark.parts.enumerated() where part.contribution > .zero {
      parts.append(bar("part\(index + 1)", from: start, part.contribution))
      start = start + part.contribution
    }
    let open = outlook.most - outlook.mark.total
    if open > .zero { parts.append(bar("open", from: start, open)) }
    let pass = Rational(outlook.mark.passMark, over: 100)
    let anchor =
      pass < Rational(1, over: 8) ? "start" : pass > Rational(7, over: 8) ? "end" : "middle"
    return """
      <svg class="bar" viewBox="0 0 640 76" role="img" aria-labelledby="bar-title bar-text">
      <title id="bar-title">The mark as a bar</title>
      <desc id="bar-text">\(words.html)</desc>
      <rect class="track" x="0" y="30" width="640" height="36"/>
      \(parts.joined(separator: "\n"))
      <line class="border" x1="\(place(pass))" x2="\(place(pass))" y1="24" y2="72"/>
      <text x="\(place(pass))" y="18" text-anchor="\(anchor)">\(outlook.mark.passMark) % pass</text>
      </svg>
      """
  }

  /// What the drawing shows.
  private var words: String {
    let parts = outlook.mark.parts.map { part in
      "\(part.contribution.percentage) % of the \(part.kind.title.lowercased())"
    }
    return "\(outlook.mark.total.percentage) %: \(parts.joined(separator: ", ")). At most "
      + "\(outlook.most.percentage) % can be reached; \(outlook.mark.passMark) % pass."
  }

  /// One part of the bar.
  private func bar(_ kind: String, from start: Rational, _ length: Rational) -> String {
    "<rect class=\"\(kind)\" x=\"\(place(start))\" y=\"30\" width=\"\(place(length))\" height=\"36\"/>"
  }

  /// A share of the whole in the drawing's units, of which there are 640.
  private func place(_ share: Rational) -> String {
    (share * Rational(64, over: 10)).percentage
  }
}
