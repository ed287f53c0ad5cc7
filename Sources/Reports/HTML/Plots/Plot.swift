import Foundation
import Markup

/// A picture of numbers, drawn as SVG inside a page.
///
/// **It is as wide as 400 units**, so that it can be read on a phone without scrolling and is not larger than it need be
/// elsewhere. **It has a title and a description**, and whoever shows it puts a table with the same numbers beside it.
/// Nothing in it depends on colour: what is filled differently is hatched differently.
struct Plot {
  /// How wide every plot is.
  static let width = 400.0

  /// The beginning of the identifiers of its parts; unique in the page.
  var id: String
  /// What it shows, as plain text.
  var title: String
  /// What there is to see in it, as plain text, for those who do not.
  var summary: String
  /// How high it is.
  var height: Double
  /// What it is made of.
  var content: String

  /// The whole picture.
  func html() -> String {
    """
    <svg class="plot" viewBox="0 0 \(Self.number(Self.width)) \(Self.number(height))" role="img" \
    aria-labelledby="\(id)-title \(id)-desc">
    <title id="\(id)-title">\(title.html)</title>
    <desc id="\(id)-desc">\(summary.html)</desc>
    \(content)
    </svg>
    """
  }

  /// A coordinate with at most one decimal, which is finer than any screen.
  static func number(_ value: Double) -> String {
    let text = String(format: "%.1f", value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A text at a place; it starts there, ends there, or has its middle there.
  static func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, style: String? = nil
  ) -> String {
    let style = style.map { " class=\"\($0)\"" } ?? ""
    return
      "<text x=\"\(number(x))\" y=\"\(number(y))\"\(anchor.attribute)\(style)>\(text.html)</text>"
  }

  /// Where a text stands to its place.
  enum Anchor: String {
    case start, middle, end

    /// What says so in SVG, where nothing means the start.
    var attribute: String { self == .start ? "" : " text-anchor=\"\(rawValue)\"" }
  }

  /// A straight line.
  static func line(
    _ style: String, x1: Double, y1: Double, x2: Double, y2: Double
  ) -> String {
    "<path class=\"\(style)\" d=\"M\(number(x1)) \(number(y1))L\(number(x2)) \(number(y2))\"/>"
  }

  /// A box.
  static func box(_ style: String, x: Double, y: Double, width: Double, height: Double) -> String {
    "<rect class=\"\(style)\" x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" "
      + "height=\"\(number(height))\"/>"
  }

  /// What plots add to the look of a page.
  static let style = String(embedded: PackageResources.plot_css)

  /// The hatching that `hatched` boxes are filled with; in one plot of a page.
  static let hatch = """
    <defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect class="hatch-back" width="5" height="5"/>\
    <path class="hatch-line" d="M0 0V5"/></pattern></defs>
    """
}
