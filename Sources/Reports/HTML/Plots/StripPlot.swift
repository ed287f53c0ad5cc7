import Grading

/// Rows of thin upright bars, one bar a learner, as high as the share: a whole class at a glance.
struct StripPlot {
  /// One row.
  struct Row {
    /// What it shows.
    var name: String
    /// The share of every learner; `nil` where there is none.
    var shares: [Rational?]
  }

  /// The rows, with the learners in the same order.
  var rows: [Row]
  /// What stands below the first and the last learner.
  var ends: (first: String, last: String)

  private static let rowHeight = 54.0
  private static let barHeight = 32.0

  /// How high the picture is.
  var height: Double { Double(rows.count) * Self.rowHeight + 18 }

  /// The picture's content.
  func content() -> String {
    let rows = rows.enumerated().map { index, row in
      let base = Double(index) * Self.rowHeight + 16 + Self.barHeight
      let slot = Plot.width / Double(max(1, row.shares.count))
      var bars = ""
      for (place, share) in row.shares.enumerated() {
        guard let share, share > .zero else { continue }
        let x = Self.place((Double(place) + 0.5) * slot)
        bars += "M\(x) \(Plot.number(base))v\(Plot.number(-share.approximation * Self.barHeight))"
      }
      let width = Self.place(slot > 4 ? slot - 1 : slot)
      return [
        Plot.text(row.name, x: 0, y: base - Self.barHeight - 5),
        Plot.box(
          "track", x: 0, y: base - Self.barHeight, width: Plot.width, height: Self.barHeight),
        "<path class=\"bars\" stroke-width=\"\(width)\" d=\"\(bars)\"/>",
        Plot.line("axis", x1: 0, y1: base, x2: Plot.width, y2: base),
      ].joined(separator: "\n")
    }
    let end = height - 6
    return
      (rows + [
        Plot.text(ends.first, x: 0, y: end, style: "quiet"),
        Plot.text(ends.last, x: Plot.width, y: end, anchor: .end, style: "quiet"),
      ]).joined(separator: "\n")
  }

  /// A place along the row with two decimals, as hundreds of bars are less than a unit apart.
  private static func place(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return rest == 0
      ? "\(hundredths / 100)" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
