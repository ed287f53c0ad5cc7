import PlainText

/// How far a batch has come, and how fast it went lately.
///
/// **It knows no clock**: whoever has one says at what time something was finished.
package struct Pace: Hashable, Sendable {
  /// How many of the last ones the rate is taken from.
  ///
  /// A batch that goes on answers what is done already from the record, much faster than it grades the rest.
  private static let window = 20

  /// What is counted, in the singular, such as `exercise`.
  private let noun: String
  /// How many there are.
  package let total: Int
  /// How many are finished.
  package private(set) var done = 0
  /// When the last ones were finished, since the beginning; first the time before them.
  private var times: [Duration] = [.zero]

  /// A batch of which nothing is finished.
  package init(of total: Int, _ noun: String) {
    self.total = total
    self.noun = noun
  }

  /// Counts one more.
  ///
  /// - Parameter time: The time since the beginning.
  package mutating func finish(at time: Duration) {
    done += 1
    times.append(max(time, times.last ?? .zero))
    if times.count > Self.window + 1 { times.removeFirst() }
  }

  /// How many were finished a second, lately; `nil` before it can be said.
  package var rate: Double? {
    guard let first = times.first, let last = times.last, last > first else { return nil }
    return Double(times.count - 1) / ((last - first) / .seconds(1))
  }

  /// How long the rest takes at this rate; `nil` before it can be said, and when nothing is left.
  package var timeLeft: Duration? {
    guard done < total, let rate else { return nil }
    return .seconds((Double(total - done) / rate).rounded(.up))
  }

  /// One line of at most so many columns: `Graded 37 of 200 exercises · 2.4/s · about 1 min 8 s left`.
  ///
  /// What does not fit is left out, the least important first.
  package func line(width: Int) -> String {
    var parts = ["Graded \(done) of \(counted(total, noun))"]
    // Two are the least that a rate can be trusted with.
    if done > 1, let rate { parts.append(Self.text(rate: rate)) }
    if done > 1, let timeLeft { parts.append("about \(Self.text(timeLeft)) left") }
    while parts.count > 1, parts.joined(separator: " · ").count > width {
      // The time left says more than the rate.
      parts.remove(at: 1)
    }
    return String(parts.joined(separator: " · ").prefix(max(width, 0)))
  }

  /// A rate in whatever unit gives a number that can be grasped.
  private static func text(rate: Double) -> String {
    if rate >= 10 { return "\(Int(rate.rounded()))/s" }
    // Tenths, cut to one digit by hand, since formats ask for a locale.
    let (perUnit, unit) = rate >= 1 ? (rate, "s") : (rate * 60, "min")
    let tenths = Int((perUnit * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)/\(unit)"
  }

  /// A duration in its two largest units.
  package static func text(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3_600: return "\(seconds / 60) min \(seconds % 60) s"
    default: return "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
    }
  }
}
