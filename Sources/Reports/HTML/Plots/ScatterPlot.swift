/// Points in a square of facility and discrimination; round and hollow ones, and filled ones on their tips.
struct ScatterPlot {
  /// One question.
  struct Point {
    /// How easy it is, from 0 to 1.
    var facility: Double
    /// How well it tells learners apart, from -1 to 1.
    var discrimination: Double
    /// Whether it is drawn filled, on its tip.
    var isFilled: Bool
    /// What stands beside it, if anything.
    var label: String?
  }

  /// The points.
  var points: [Point]

  private static let left = 34.0
  private static let top = 22.0
  private static let bottom = 246.0

  /// How high the picture is.
  static let height = 282.0

  /// The lowest discrimination on the scale: -0.2, or what the lowest point needs.
  private var floor: Double {
    let lowest = points.map(\.discrimination).min() ?? 0
    return lowest < -0.6 ? -1 : lowest < -0.2 ? -0.6 : -0.2
  }

  /// The picture's content.
  func content() -> String {
    var parts = [Plot.text("discrimination", x: 0, y: 10, style: "quiet")]
    for tenths in stride(from: Int((floor * 10).rounded()), through: 10, by: 2) {
      let value = Double(tenths) / 10
      let style = tenths == 0 ? "axis" : tenths == 2 ? "guide" : "grid"
      parts.append(
        Plot.line(style, x1: Self.left, y1: y(value), x2: Plot.width, y2: y(value)))
      parts.append(
        Plot.text(
          "\(tenths < 0 ? "−" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)", x: Self.left - 5,
          y: y(value) + 4, anchor: .end, style: "quiet"))
    }
    for percent in stride(from: 0, through: 100, by: 20) {
      parts.append(
        Plot.text(
          "\(percent)", x: x(Double(percent) / 100), y: Self.bottom + 15,
          anchor: percent == 100 ? .end : .middle, style: "quiet"))
    }
    parts.append(
      Plot.text("facility, %", x: Plot.width, y: Self.bottom + 31, anchor: .end, style: "quiet"))
    for point in points {
      let (x, y) = (x(point.facility), y(point.discrimination))
      let (px, py) = (Plot.number(x), Plot.number(y))
      parts.append(
        point.isFilled
          ? "<path class=\"bar\" d=\"M\(px) \(Plot.number(y - 5))l5 5l-5 5l-5 -5z\"/>"
          : "<circle class=\"hollow\" cx=\"\(px)\" cy=\"\(py)\" r=\"3.5\"/>")
      if let label = point.label {
        let isRight = x > Plot.width - 80
        parts.append(
          Plot.text(label, x: isRight ? x - 7 : x + 7, y: y + 4, anchor: isRight ? .end : .start))
      }
    }
    return parts.joined(separator: "\n")
  }

  /// Where a facility is.
  private func x(_ facility: Double) -> Double {
    Self.left + facility * (Plot.width - Self.left - 6)
  }

  /// Where a discrimination is.
  private func y(_ discrimination: Double) -> Double {
    Self.bottom - (discrimination - floor) / (1 - floor) * (Self.bottom - Self.top)
  }
}
