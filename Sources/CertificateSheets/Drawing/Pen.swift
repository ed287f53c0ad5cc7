/// What the drawing is made with: its colours, its typefaces, and how its numbers are written.
enum Pen {
  /// The colour of what matters: a blue that is nearly black, 14 : 1 on white.
  static let ink = "#16273d"
  /// The colour of the words around it, 7 : 1 on white.
  static let quiet = "#4a5a70"
  /// The one accent, a bronze, 5.6 : 1 on white.
  static let accent = "#8a5a14"
  /// The lines of ornaments, too pale to disturb a text over them.
  static let pale = "#e3e9ef"

  /// The face of the text.
  static let serif = "EB Garamond, Garamond, Georgia, Noto Serif, DejaVu Serif, serif"
  /// The face of numbers that matter, whose figures are all as high: the old ones of the other face have a 1 like an I.
  static let figures =
    "Palatino Linotype, Libertinus Serif, Times New Roman, Noto Serif, DejaVu Serif, serif"
  /// The face of what is compared letter by letter.
  static let monospace = "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono, monospace"

  /// A number with at most two digits after the point, the same everywhere.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    if rest.isMultiple(of: 10) { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
