import Gradebook
import Grading
import PlainText

extension ClassPage {
  /// How the marks are distributed.
  var marks: Section {
    let title = "Marks"
    guard Self.isEnough(report.learners.count) else {
      return Section(
        id: "marks", title: title,
        parts: [
          Self.tooFew("A distribution of marks", report.learners.count),
          "<p>Every mark is in the table of the next section.</p>",
        ])
    }
    // Steps of five hundredths: a pass mark such as 75 is a border between two of them.
    var bars = Array(repeating: BarPlot.Bar(solid: 0), count: 20)
    for learner in report.learners {
      let step = min(19, learner.mark.total.wholePercent / 5)
      if learner.mark.isPass { bars[step].solid += 1 } else { bars[step].hatched += 1 }
    }
    let passed = report.learners.count(where: \.mark.isPass)
    let plot = BarPlot(
      bars: bars, ticks: stride(from: 0, through: 20, by: 4).map { (Double($0), "\($0 * 5)") },
      guide: (Double(report.passMark) / 5, "pass mark \(report.passMark) %"), hasNumbers: true,
      unit: "learners")
    let rows = bars.enumerated().map { step, bar in
      [
        SortableTable.Cell("\(step * 5) to \(step == 19 ? "100" : "less than \(step * 5 + 5)")"),
        .init("\(bar.total)"), .init("\(bar.solid)"), .init("\(bar.hatched)"),
      ]
    }
    let histogram = Self.figure(
      Plot(
        id: "marks-plot", title: "Distribution of marks",
        summary: "\(passed) of \(counted(report.learners.count, "learner")) have reached the pass "
          + "mark. The table below has the number of learners for each step of five hundredths.",
        height: BarPlot.height, content: Plot.hatch + "\n" + plot.content()),
      "Learners by mark in per cent, in steps of 5. Solid: passed. Hatched: not passed so far.",
      table: SortableTable(
        id: "marks-table", caption: "Learners by mark in per cent",
        columns: [.text("Mark"), .number("Learners"), .number("Passed"), .number("Not passed")],
        rows: rows))
    return Section(
      id: "marks", title: title,
      parts: [
        "<div class=\"pair\">", "<div>\(histogram)</div>",
        report.exercises.isEmpty ? "" : "<div>\(strips)</div>", "</div>",
      ])
  }

  /// Every learner with the mark and its parts, and the case studies as a map.
  var caseStudies: Section {
    Section(id: "learners", title: "Learners and case studies", parts: [learners])
  }

  /// The case studies of the whole class at a glance.
  private var strips: String {
    let ordered = report.learners.sorted {
      ($0.mark.total, $0.taking.learner) < ($1.mark.total, $1.taking.learner)
    }
    let plot = StripPlot(
      rows: report.exercises.map { exercise in
        StripPlot.Row(
          name: exercise.name, shares: ordered.map { $0.exercises[exercise.name]?.score })
      }, ends: ("lowest mark", "highest mark"))
    return Self.figure(
      Plot(
        id: "strips-plot", title: "Case studies by learner",
        summary:
          "One row for each case study and one bar for each learner, as high as the share of the "
          + "points, from the lowest mark on the left to the highest. The table of learners has the numbers.",
        height: plot.height, content: plot.content()),
      "One bar a learner, as high as the share of the points; learners from the lowest "
        + "mark to the highest. The table of learners has the numbers.", table: nil)
  }

  /// Every learner.
  private var learners: String {
    guard !report.learners.isEmpty else { return "<p>Nobody is enrolled.</p>" }
    let columns: [SortableTable.Column] =
      [
        .text("Learner"), .text("Name"), .number("Mark, %"), .text("Passed"),
        .number("Review, %"), .number("Cases, %"), .number("Exam, %"), .text("Exam"),
      ] + report.exercises.map { .number($0.name) } + [.text("Last seen")]
    let rows = report.learners.map { learner in
      [
        SortableTable.Cell(learner.taking.learner), .init(learner.name, style: "prose"),
        .init(learner.mark.total.percentage), .init(learner.mark.isPass ? "yes" : "no"),
      ] + learner.mark.parts.map { .init($0.score.percentage) }
        + [.init(Self.words(for: learner))]
        + report.exercises.map { Self.cell(learner.exercises[$0.name]) }
        + [.init(ClassReport.Day.name(of: ClassReport.Day.number(of: learner.lastAt)))]
    }
    return SortableTable(
      id: "learners-table",
      caption:
        "Marks and case studies in per cent, cut off and never rounded up; the fuller the colour of a case "
        + "study, the more of its points. A dash: nothing handed in.",
      columns: columns, rows: rows, isTall: rows.count > 20
    ).html()
  }

  /// Where a learner's exam stands, in words.
  private static func words(for learner: ClassReport.Learner) -> String {
    switch learner.exam {
    case .notStarted: "not started"
    case .underWay: "under way"
    case .over: "over"
    }
  }

  /// One case study of one learner.
  private static func cell(_ submitted: ClassReport.Learner.Submitted?) -> SortableTable.Cell {
    guard let submitted else { return .none }
    guard let score = submitted.score else { return .init("pending", style: "warn") }
    let percent = score.wholePercent
    return .init("\(percent)", style: "t\(percent == 0 ? 0 : percent / 25 + 1)")
  }
}
