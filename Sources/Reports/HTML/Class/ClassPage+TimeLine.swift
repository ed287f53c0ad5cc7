import Gradebook
import Grading
import PlainText

extension ClassPage {
  /// The longest time, in days, that is shown day by day.
  private static let longestByDay = 92

  /// When submissions arrived.
  var timeLine: Section {
    guard let first = report.days.first?.number, let last = report.days.last?.number else {
      return Section(
        id: "time", title: "Time line", parts: ["<p>Nothing has been handed in yet.</p>"])
    }
    let isByDay = last - first < Self.longestByDay
    let length = isByDay ? 1 : 7
    let start = isByDay ? first : Self.monday(of: first)
    var counts = Array(repeating: 0, count: (last - start) / length + 1)
    for day in report.days { counts[(day.number - start) / length] += day.submissions }
    let names = counts.indices.map { ClassReport.Day.name(of: start + $0 * length) }
    let most = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    let period = isByDay ? "day" : "week"
    let plot = BarPlot(
      bars: counts.map { BarPlot.Bar(solid: $0) }, ticks: Self.ticks(names), guide: nil,
      hasNumbers: counts.count <= 14, unit: "submissions")
    let rows = counts.indices.filter { counts[$0] > 0 }.map { index in
      [SortableTable.Cell(names[index]), .init("\(counts[index])")]
    }
    return Section(
      id: "time", title: "Time line",
      parts: [
        Self.figure(
          Plot(
            id: "time-plot", title: "Submissions by \(period)",
            summary:
              "From \(names[0]) to \(names[names.count - 1]); the most, \(counts[most]), "
              + "\(isByDay ? "on" : "in the week of") \(names[most]). The table below has the numbers.",
            height: BarPlot.height, content: plot.content()),
          "Submissions that arrived in each \(period), in UTC\(isByDay ? "" : "; weeks by their Mondays").",
          table: SortableTable(
            id: "time-table", caption: "Submissions by \(period); one without any is left out",
            columns: [.text(isByDay ? "Day" : "Week of"), .number("Submissions")], rows: rows,
            isTall: rows.count > 20))
      ])
  }

  /// The Monday of a day's week, as the first of 1970 was a Thursday.
  private static func monday(of day: Int) -> Int {
    let sinceMonday = (day + 3) % 7
    return day - (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday)
  }

  /// The names of the first, the last and the middle bar.
  private static func ticks(_ names: [String]) -> [(border: Double, text: String)] {
    guard let first = names.first, let last = names.last, names.count > 1 else {
      return names.map { (0, $0) }
    }
    let middle = names.count / 2
    let ends = [(0.0, first), (Double(names.count), last)]
    return names.count < 3 ? ends : ends + [(Double(middle) + 0.5, names[middle])]
  }
}
