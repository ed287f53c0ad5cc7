/// A text broken into lines and scaled so that it fills a place and does not leave it.
struct TextFit {
  /// The lines, without the spaces between them.
  let lines: [String]
  /// The size of type.
  let size: Double

  /// Fits a text.
  ///
  /// It stays on one line as long as that is comfortable to read. Beyond that, words go to further lines, and words
  /// that have no room are broken.
  ///
  /// - Parameters:
  ///   - text: The text, as it is shown.
  ///   - width: How wide it may be.
  ///   - height: How high all lines may be together.
  ///   - largest: The largest size of type.
  ///   - comfortable: The size below which another line is better.
  ///   - smallest: The size below which a word is better broken.
  ///   - measure: The width of a text in ems.
  init(
    _ text: String, width: Double, height: Double, largest: Double, comfortable: Double,
    smallest: Double = 0,
    measure: (String) -> Double = TextWidth.ofText
  ) {
    func size(of lines: [String]) -> Double {
      let widest = max(lines.map(measure).max() ?? 0, 0.1)
      return min(largest, width / widest, height / (Double(lines.count) * Self.leading))
    }
    var best = [text]
    func improve(_ pieces: [String], joinedBy separator: String) {
      for count in 2...6 {
        let lines = Self.lines(of: pieces, separator, atMost: count, measure)
        if size(of: lines) > size(of: best) * 1.1 { best = lines }
      }
    }
    if size(of: best) < comfortable {
      improve(text.split(separator: " ").map(String.init), joinedBy: " ")
    }
    if size(of: best) < smallest { improve(text.map { String($0) }, joinedBy: "") }
    lines = best
    self.size = size(of: best)
  }

  /// How far apart lines are, in sizes of type.
  static let leading = 1.15

  /// The pieces in at most so many lines, as even as they can be.
  private static func lines(
    of pieces: [String], _ separator: String, atMost count: Int, _ measure: (String) -> Double
  ) -> [String] {
    let widths = pieces.map(measure)
    let gap = measure(separator)
    let total = widths.reduce(0) { $0 + $1 + gap }
    var limit = max(total / Double(count), widths.max() ?? 0)
    while true {
      var lines: [[String]] = [[]]
      var width = 0.0
      for (piece, own) in zip(pieces, widths) {
        if width > 0 && width + gap + own > limit {
          lines.append([])
          width = 0
        }
        width += (width > 0 ? gap : 0) + own
        lines[lines.count - 1].append(piece)
      }
      if lines.count <= count { return lines.map { $0.joined(separator: separator) } }
      limit *= 1.03
    }
  }
}
