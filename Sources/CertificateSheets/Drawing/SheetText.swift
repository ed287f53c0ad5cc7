import Markup

/// One text of the drawing: where it stands, how it looks, and what it says.
struct SheetText {
  /// A stretch of a text.
  enum Run {
    /// Words of ours.
    case words(String)
    /// A text from outside, safe to show, written in its own direction whatever is around it.
    case field(String)
  }

  /// Which end of a line is at its place.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// The place of the first line.
  var x: Double
  /// The line that the letters stand on.
  var y: Double
  /// The size of type.
  var size: Double
  /// The lines.
  var lines: [[Run]]
  /// Which end of a line is at its place.
  var anchor: Anchor = .middle
  /// The colour.
  var colour = Pen.ink
  /// The typefaces.
  var face = Pen.serif
  /// Further attributes, such as `font-style="italic"`.
  var attributes = ""
  /// The fact that the text states, by which a page's script compares it with the credential.
  var fact: String?

  /// One line of words of ours.
  static func words(
    _ words: String, x: Double, y: Double, size: Double, anchor: Anchor = .middle,
    colour: String = Pen.quiet, face: String = Pen.serif, attributes: String = ""
  ) -> SheetText {
    SheetText(
      x: x, y: y, size: size, lines: [[.words(words)]], anchor: anchor, colour: colour,
      face: face, attributes: attributes)
  }

  /// The element.
  var svg: String {
    var element =
      "<text x=\"\(Pen.number(x))\" y=\"\(Pen.number(y))\" font-size=\"\(Pen.number(size))\""
    element += " fill=\"\(colour)\" font-family=\"\(face)\""
    if anchor != .start { element += " text-anchor=\"\(anchor.rawValue)\"" }
    if !attributes.isEmpty { element += " \(attributes)" }
    if let fact { element += " data-fact=\"\(fact)\"" }
    element += ">"
    for (index, line) in lines.enumerated() {
      let runs = line.map { run in
        switch run {
        case .words(let words): words.markup
        case .field(let text): "<tspan\(Self.direction(of: text))>\(text.markup)</tspan>"
        }
      }.joined()
      if lines.count == 1 { return element + runs + "</text>" }
      let baseline = y + Double(index) * size * TextFit.leading
      element += "<tspan x=\"\(Pen.number(x))\" y=\"\(Pen.number(baseline))\">\(runs)</tspan>"
    }
    return element + "</text>"
  }

  /// The attributes that keep a text's direction of writing to itself.
  ///
  /// They stand at a stretch within the text element: at that element itself they would also turn round which end of
  /// the line is its start.
  private static func direction(of text: String) -> String {
    " direction=\"\(text.isRightToLeft ? "rtl" : "ltr")\" unicode-bidi=\"isolate\""
  }
}
