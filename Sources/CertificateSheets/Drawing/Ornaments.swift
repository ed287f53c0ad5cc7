import Glibc

/// The curves around the text, computed as those on a banknote are.
enum Ornaments {
  /// A rosette: one closed curve with petals, drawn many times, each time turned a little.
  ///
  /// - Parameters:
  ///   - id: The name of the curve within the drawing.
  ///   - petals: How many petals the curve has.
  ///   - depth: How deep the petals are, as a share of the radius.
  ///   - copies: How often the curve is drawn.
  static func rosette(
    _ id: String, x: Double, y: Double, radius: Double, petals: Int, depth: Double, copies: Int,
    stroke: String, width: Double
  ) -> String {
    let steps = petals * 24
    let points = (0..<steps).map { step in
      let angle = 2 * Double.pi * Double(step) / Double(steps)
      let distance = radius * (1 - depth / 2 + depth / 2 * cos(Double(petals) * angle))
      return "\(Pen.number(distance * cos(angle))) \(Pen.number(distance * sin(angle)))"
    }
    let turned = (1..<copies).map { copy in
      let angle = 360 / Double(petals) * Double(copy) / Double(copies)
      return "<use href=\"#\(id)\" transform=\"rotate(\(Pen.number(angle)))\"/>"
    }
    return """
      <g transform="translate(\(Pen.number(x)) \(Pen.number(y)))" fill="none" stroke="\(stroke)" \
      stroke-width="\(Pen.number(width))">
      <path id="\(id)" d="M\(points.joined(separator: "L"))Z"/>
      \(turned.joined(separator: "\n"))
      </g>
      """
  }

  /// The double rule, and the bands of waves within it, around a sheet so wide and so high.
  static func frame(width: Double, height: Double) -> String {
    let corner = 196.0
    let band = 138.0
    let across = wave(length: width - 2 * corner, amplitude: 24)
    let down = wave(length: height - 2 * corner, amplitude: 24)
    var lines = ["<g fill=\"none\" stroke=\"\(Pen.ink)\">"]
    for (inset, stroke) in [(78.0, 9.0), (94.0, 2.5), (182.0, 2.5), (190.0, 2.5)] {
      lines.append(
        "<rect x=\"\(Pen.number(inset))\" y=\"\(Pen.number(inset))\" "
          + "width=\"\(Pen.number(width - 2 * inset))\" height=\"\(Pen.number(height - 2 * inset))\" "
          + "stroke-width=\"\(Pen.number(stroke))\"/>")
    }
    lines.append("<g stroke=\"\(Pen.quiet)\" stroke-width=\"1.6\">")
    for y in [band, height - band] {
      lines += across.map {
        "<path transform=\"translate(\(Pen.number(corner)) \(Pen.number(y)))\" d=\"\($0)\"/>"
      }
    }
    for x in [band, width - band] {
      lines += down.map {
        "<path transform=\"translate(\(Pen.number(x)) \(Pen.number(corner))) rotate(90)\" d=\"\($0)\"/>"
      }
    }
    lines += ["</g>", "</g>"]
    for (number, (x, y)) in [
      (band, band), (width - band, band), (band, height - band), (width - band, height - band),
    ].enumerated() {
      lines.append(
        rosette(
          "corner\(number)", x: x, y: y, radius: 36, petals: 6, depth: 0.75, copies: 4,
          stroke: Pen.accent, width: 2.2))
    }
    return lines.joined(separator: "\n")
  }

  /// The waves of a band of some length, as the data of paths: strands that swing against each other.
  private static func wave(length: Double, amplitude: Double) -> [String] {
    let count = Int((length / 58).rounded()) * 2
    let half = length / Double(count)
    return [1, 0.7, 0.35, -0.35, -0.7, -1].map { share in
      let height = amplitude * share
      // Half a wave from crest to trough is very nearly this cubic curve.
      let reach = half * 0.3642
      var path = "M0 \(Pen.number(-height))"
      for index in 0..<count {
        let from = index.isMultiple(of: 2) ? -height : height
        let start = half * Double(index)
        path +=
          "C\(Pen.number(start + reach)) \(Pen.number(from)) "
          + "\(Pen.number(start + half - reach)) \(Pen.number(-from)) "
          + "\(Pen.number(start + half)) \(Pen.number(-from))"
      }
      return path
    }
  }
}
