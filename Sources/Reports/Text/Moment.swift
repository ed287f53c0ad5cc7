package import EventSourcing
import FoundationEssentials

extension Timestamp {
  /// The moment for people: `2026-11-24 18:40 UTC`.
  package var moment: String {
    let date = Date(timeIntervalSince1970: Double(rawValue) / 1_000)
    let text = date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: false))
    return text.prefix(16).replacing("T", with: " ") + " UTC"
  }

  /// The moment for programs, to the second, as ISO 8601 has it: `2026-11-24T18:40:05Z`.
  var iso8601: String {
    Date(timeIntervalSince1970: (Double(rawValue) / 1_000).rounded(.down)).formatted(.iso8601)
  }
}
