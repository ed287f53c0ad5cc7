import EventSourcing
import Gradebook

extension ClassReport.Day {
  /// The name of a day, counted from the first of 1970 in UTC: `2026-11-24`.
  static func name(of number: Int) -> String {
    String(Timestamp(rawValue: Int64(number) * 86_400_000).iso8601.prefix(10))
  }
}
