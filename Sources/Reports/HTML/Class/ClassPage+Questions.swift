import Gradebook
import Grading
import Markup
import PlainText

extension ClassPage {
  /// How the questions did.
  var questions: Section {
    guard !report.items.isEmpty else {
      return Section(
        id: "questions", title: "Questions", parts: ["<p>Nobody has answered a question yet.</p>"])
    }
    return Section(
      id: "questions", title: "Questions",
      parts: [
        "<p>Of a review question those count who have tried it, of an exam question those who had it in a form that is "
          + "over. Everything but “earned” looks at the first try; <a href=\"#method\">how the figures are made</a> "
          + "says why.</p>", advice, scatter, table,
      ])
  }

  /// Which questions to look at first.
  private var advice: String {
    let wrong = report.items.filter { $0.remarks.contains(.contradictsRest) }
    guard !wrong.isEmpty else { return "" }
    let names = wrong.map(\.figures.question.rawValue.html).joined(separator: ", ")
    return
      "<p><strong>Look at these keys first:</strong> \(names). Learners who know the rest of the test do worse "
      + "with them than others.</p>"
  }

  /// Difficulty and discrimination.
  private var scatter: String {
    var points: [ScatterPlot.Point] = []
    for item in report.items {
      guard case .value(let value) = item.figures.discrimination,
        let facility = item.figures.facility
      else { continue }
      points.append(
        ScatterPlot.Point(
          facility: facility.approximation, discrimination: value,
          isFilled: item.part == .finalExam,
          label: item.remarks.contains(.contradictsRest) ? item.figures.question.rawValue : nil))
    }
    guard !points.isEmpty else {
      return "<p class=\"facts\">A plot of difficulty and discrimination takes at least "
        + "\(ItemFigures.leastForCorrelations) learners who did not all do alike, and no question has had them "
        + "yet.</p>"
    }
    return Self.figure(
      Plot(
        id: "questions-plot", title: "Difficulty and discrimination of questions",
        summary:
          "One mark for each of \(counted(points.count, "question")), the easier the further to the "
          + "right, and the better it tells learners apart the higher. "
          + "\(points.count { $0.discrimination < 0.2 }) are below 0.2. The table below has the numbers.",
        height: ScatterPlot.height, content: ScatterPlot(points: points).content()),
      "Hollow circles: review questions. Filled diamonds: exam questions. Below the dashed line, 0.2, a question tells "
        + "little; below 0 its key may be wrong, and its name stands beside it where there is room.",
      table: nil)
  }

  /// All figures of all questions.
  private var table: String {
    let rows = report.items.map { item in
      let figures = item.figures
      let expected: SortableTable.Cell = item.expected.map { .init($0.percentage) } ?? .none
      return [
        SortableTable.Cell(figures.question.rawValue),
        .init(item.part == .finalExam ? "exam" : "review"),
        .init(item.kind?.rawValue ?? "–"), .init("\(figures.learners)"),
        Self.cell(figures.facility?.percentage), expected,
        Self.cell(figures.earned?.percentage), Self.cell(figures.tries?.twoDecimals),
        Self.cell(figures.discrimination),
        .init(item.remarks.map(Self.words).joined(separator: "; ")),
      ]
    }
    return SortableTable(
      id: "questions-table", caption: "Questions; shares in per cent",
      columns: [
        .text("Question"), .text("Part"), .text("Kind"), .number("Learners"),
        .number("Facility, %"),
        .number("Expected, %"), .number("Earned, %"), .number("Tries"), .number("Discrimination"),
        .text("Look at"),
      ], rows: rows, isTall: rows.count > 20
    ).html()
  }

  /// A figure, or that there are too few learners for it.
  private static func cell(_ text: String?) -> SortableTable.Cell {
    text.map { .init($0) } ?? .init("too few")
  }

  /// A discrimination, or why there is none.
  private static func cell(_ discrimination: ItemFigures.Discrimination) -> SortableTable.Cell {
    switch discrimination {
    case .tooFew: .init("too few")
    case .undefined: .init("none")
    case .value(let value): .init(value.thousandths.replacing("-", with: "−"))
    }
  }

  /// What to look at in a question, in words.
  private static func words(for remark: ClassReport.Item.Remark) -> String {
    switch remark {
    case .contradictsRest: "contradicts the rest: check the key"
    case .tellsLittle: "tells little"
    case .harderThanExpected: "harder than expected"
    case .easierThanExpected: "easier than expected"
    }
  }
}
