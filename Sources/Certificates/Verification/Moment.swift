import Foundation

/// A moment as certificates write it, `2026-11-24T18:40:00Z`, to the second and in UTC.
package struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since the beginning of 1970.
  package let seconds: Int64

  /// Takes a number of seconds since the beginning of 1970.
  package init(seconds: Int64) { self.seconds = seconds }

  /// Reads a moment.
  ///
  /// - Returns: `nil` unless writing it gives the same text again.
  package init?(_ text: String) {
    guard text.utf8.count == 20, let date = try? Date(text, strategy: .iso8601) else { return nil }
    seconds = Int64(date.timeIntervalSince1970)
    guard description == text else { return nil }
  }

  /// The moment as certificates write it.
  package var description: String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }

  /// Orders moments by time.
  package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}
