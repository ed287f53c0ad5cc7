/// Upright bars beside each other, each with a solid part below and a hatched one above.
struct BarPlot {
  /// One bar.
  struct Bar {
    /// The solid part.
    var solid: Int
    /// The hatched part.
    var hatched = 0

    /// Both parts.
    var total: Int { solid + hatched }
  }

  /// The bars.
  var bars: [Bar]
  /// What stands below the axis: at which border between bars, from 0 to the number of bars, and what.
  var ticks: [(border: Double, text: String)]
  /// A line across all bars, at a border, and what it is.
  var guide: (border: Double, text: String)?
  /// Whether the number of each bar stands above it; only for few and broad bars.
  var hasNumbers: Bool
  /// What the height counts.
  var unit: String

  private static let left = 34.0
  private static let top = 26.0
  private static let bottom = 170.0

  /// How high the picture is.
  static let height = 192.0

  /// The picture's content.
  func content() -> String {
    let most = max(1, bars.map(\.total).max() ?? 0)
    let step = Self.step(for: most)
    let ceiling = (most + step - 1) / step * step
    let slot = (Plot.width - Self.left) / Double(max(1, bars.count))
    let scale = (Self.bottom - Self.top) / Double(ceiling)
    let gap = slot > 4 ? min(3, slot / 5) : 0
    var parts = [Plot.text(unit, x: 0, y: 10, style: "quiet")]
    for value in stride(from: 0, through: ceiling, by: step) {
      let y = Self.bottom - Double(value) * scale
      parts.append(
        Plot.line(value == 0 ? "axis" : "grid", x1: Self.left, y1: y, x2: Plot.width, y2: y))
      parts.append(
        Plot.text("\(value)", x: Self.left - 5, y: y + 4, anchor: .end, style: "quiet"))
    }
    for (index, bar) in bars.enumerated() where bar.total > 0 {
      let x = Self.left + Double(index) * slot + gap / 2
      let solid = Double(bar.solid) * scale
      let hatched = Double(bar.hatched) * scale
      if bar.solid > 0 {
        parts.append(
          Plot.box("bar", x: x, y: Self.bottom - solid, width: slot - gap, height: solid))
      }
      if bar.hatched > 0 {
        parts.append(
          Plot.box(
            "hatched", x: x, y: Self.bottom - solid - hatched, width: slot - gap, height: hatched))
      }
      if hasNumbers {
        parts.append(
          Plot.text(
            "\(bar.total)", x: x + (slot - gap) / 2, y: Self.bottom - solid - hatched - 3,
            anchor: .middle))
      }
    }
    for tick in ticks {
      parts.append(
        Plot.text(
          tick.text, x: Self.left + tick.border * slot, y: Self.bottom + 15,
          anchor: tick.border == 0 ? .start : tick.border < Double(bars.count) ? .middle : .end,
          style: "quiet"))
    }
    if let guide {
      let x = Self.left + guide.border * slot
      parts.append(Plot.line("guide", x1: x, y1: Self.top - 12, x2: x, y2: Self.bottom))
      parts.append(Plot.text(guide.text, x: x - 4, y: Self.top - 6, anchor: .end))
    }
    return parts.joined(separator: "\n")
  }

  /// A round distance between the lines of the scale, so that there are three to six of them.
  private static func step(for most: Int) -> Int {
    var unit = 1
    while true {
      for factor in [1, 2, 5] where most <= unit * factor * 5 { return unit * factor }
      unit *= 10
    }
  }
}
