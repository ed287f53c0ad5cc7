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
    /// What stands beside it where there is room, if anything.
    var label: String?
  }

  /// The points.
  var points: [Point]

  private static let left = 34.0
  private static let top = 22.0
  private static let bottom = 246.0

  /// How high the picture is.
  static let height = 282.0

  /// The lowest discrimination on the scale, in tenths: -2, or what the lowest point needs.
  private var floor: Int { -even(max(2, -(points.map(\.discrimination).min() ?? 0) * 10)) }

  /// The highest discrimination on the scale, in tenths: 6, or what the highest point needs.
  private var ceiling: Int { even(max(6, (points.map(\.discrimination).max() ?? 0) * 10)) }

  /// The next even number that is not below.
  private func even(_ value: Double) -> Int { Int((value / 2).rounded(.up)) * 2 }

  /// The picture's content.
  func content() -> String {
    var parts = [Plot.text("discrimination", x: 0, y: 10, style: "quiet")]
    for tenths in stride(from: floor, through: ceiling, by: 2) {
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
    }
    return (parts + labels()).joined(separator: "\n")
  }

  /// The names beside points, the lowest first, each where no other stands already.
  private func labels() -> [String] {
    var taken: [(x: ClosedRange<Double>, y: Double)] = []
    var labels: [String] = []
    for point in points.sorted(by: { $0.discrimination < $1.discrimination }) {
      guard let label = point.label else { continue }
      let (x, y) = (x(point.facility), y(point.discrimination))
      let width = Double(label.count) * 6.5
      let places = [(x + 7, Plot.Anchor.start), (x - 7 - width, .end)]
      let free = places.first { left, _ in
        left > Self.left && left + width <= Plot.width
          && !taken.contains { abs($0.y - y) < 11 && $0.x.overlaps(left...(left + width)) }
      }
      guard let (left, anchor) = free else { continue }
      taken.append((left...(left + width), y))
      labels.append(
        Plot.text(label, x: anchor == .start ? x + 7 : x - 7, y: y + 4, anchor: anchor))
    }
    return labels
  }

  /// Where a facility is.
  private func x(_ facility: Double) -> Double {
    Self.left + facility * (Plot.width - Self.left - 6)
  }

  /// Where a discrimination is.
  private func y(_ discrimination: Double) -> Double {
    let share = (discrimination * 10 - Double(floor)) / Double(ceiling - floor)
    return Self.bottom - share * (Self.bottom - Self.top)
  }
}
