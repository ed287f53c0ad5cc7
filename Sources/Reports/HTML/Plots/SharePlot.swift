import Grading

/// Lying bars below each other, each a share of a whole, with its name and number above it.
struct SharePlot {
  /// The rows.
  var rows: [(name: String, share: Rational)]

  private static let rowHeight = 27.0

  /// How high the picture is.
  var height: Double { Double(rows.count) * Self.rowHeight }

  /// The picture's content.
  func content() -> String {
    rows.enumerated().map { index, row in
      let y = Double(index) * Self.rowHeight
      let width = Plot.width * row.share.approximation
      return [
        Plot.text(row.name, x: 0, y: y + 11),
        Plot.text("\(row.share.percentage) %", x: Plot.width, y: y + 11, anchor: .end),
        Plot.box("track", x: 0, y: y + 15, width: Plot.width, height: 7),
        Plot.box("bar", x: 0, y: y + 15, width: width, height: 7),
      ].joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
