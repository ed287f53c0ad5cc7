import Foundation

/// The measurements of one thing in repeated rounds.
struct Sample {
  private let values: [Double]

  /// Takes at least one measurement.
  init(_ values: [Double]) {
    precondition(!values.isEmpty, "a sample has at least one measurement")
    self.values = values.sorted()
  }

  /// The middle value; the upper one of two.
  var median: Double { values[values.count / 2] }

  /// Median and spread of seconds, in milliseconds.
  var milliseconds: String { text { Self.milliseconds($0) } + " ms" }

  /// Median and spread of ratios.
  var ratio: String { text { String(format: "%.2f", $0) } }

  /// Median, least and greatest value.
  private func text(_ format: (Double) -> String) -> String {
    "\(format(median)) (\(format(values[0])) to \(format(values[values.count - 1])))"
  }

  /// Milliseconds, whole ones where they are many.
  private static func milliseconds(_ seconds: Double) -> String {
    let milliseconds = seconds * 1000
    return milliseconds < 20
      ? String(format: "%.1f", milliseconds) : String(Int(milliseconds.rounded()))
  }
}

/// What several things cost in rounds in which each of them was measured once, one after another.
struct Rounds {
  private var costs: [[Cost]] = []

  /// Takes the measurements.
  ///
  /// - Parameters:
  ///   - count: How many rounds are counted.
  ///   - warmingUp: Whether there is another one before, which warms caches and is not counted.
  ///   - things: What is measured.
  init(_ count: Int, warmingUp: Bool = true, _ things: [() throws -> Cost]) throws {
    for round in (warmingUp ? 0 : 1)...count {
      let taken = try things.map { try $0() }
      if round > 0 { costs.append(taken) }
    }
  }

  /// How long a thing took.
  func wall(_ index: Int) -> Sample { Sample(costs.map { $0[index].wall }) }

  /// One thing over another, in the time that went by and in the time that was computed.
  func ratio(_ index: Int, over other: Int) -> String {
    let wall = Sample(costs.map { $0[index].wall / $0[other].wall }).ratio
    let computed = Sample(costs.map { $0[index].computed / $0[other].computed }).ratio
    return "\(wall); computing \(computed)"
  }
}

/// A line with a name in a column of its own.
func line(_ name: String, _ text: String) {
  say("  \(name.padding(toLength: max(34, name.count), withPad: " ", startingAt: 0)) \(text)")
}

/// Prints a text at once, also through a pipe, since some measurements take minutes.
func say(_ text: String) {
  try? FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8))
}
