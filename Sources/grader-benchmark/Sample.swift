import Foundation

/// The seconds that repeated runs of one thing took.
struct Sample {
  private let seconds: [Double]

  /// Takes at least one measurement.
  init(_ seconds: [Double]) {
    precondition(!seconds.isEmpty, "a sample has at least one measurement")
    self.seconds = seconds.sorted()
  }

  /// The middle value; the upper one of two.
  var median: Double { seconds[seconds.count / 2] }

  /// Median and spread in milliseconds.
  var description: String {
    let parts = [median, seconds[0], seconds[seconds.count - 1]].map { milliseconds($0) }
    return "\(parts[0]) ms (\(parts[1]) to \(parts[2]))"
  }

  /// Milliseconds, whole ones where they are many.
  private func milliseconds(_ seconds: Double) -> String {
    let milliseconds = seconds * 1000
    return milliseconds < 20
      ? String(format: "%.1f", milliseconds) : String(Int(milliseconds.rounded()))
  }
}
