import Gradebook
import Grading
import Markup
import PlainText

extension ClassPage {
  /// How often each behaviour of each case study passed.
  var behaviours: Section {
    Section(
      id: "behaviours", title: "Behaviours",
      parts: [
        "<p>How many of the submissions that count pass each behaviour of a case study. Learners who handed nothing "
          + "in are counted apart.</p>",
        "<div class=\"cards\">", report.exercises.map(card).joined(separator: "\n"), "</div>",
      ])
  }

  /// One exercise.
  private func card(_ exercise: ClassReport.Exercise) -> String {
    let id = "exercise-\(exercise.name.html)"
    let table = SortableTable(
      id: "\(id)-table", caption: "Behaviours of \(exercise.name)",
      columns: [
        .text("Behaviour"), .text("What it must do"), .number("Points"), .number("Graded"),
        .number("Passed"), .number("Passed, %"),
      ],
      rows: exercise.behaviours.map { behaviour in
        [
          SortableTable.Cell(behaviour.id),
          .init(
            html: behaviour.sentence?.htmlWithCode ?? "no longer in the suite",
            style: "prose long"),
          behaviour.points.map { .init("\($0)") } ?? .none, .init("\(behaviour.graded)"),
          .init("\(behaviour.passed)"), behaviour.share.map { .init($0.percentage) } ?? .none,
        ]
      })
    return """
      <article class="card" aria-labelledby="\(id)">
      <h3 id="\(id)">\(exercise.name.html)</h3>
      <p class="facts">\(facts(of: exercise))</p>
      \(plot(of: exercise, id: id))
      <details><summary>\(plotted(exercise).isEmpty ? "In numbers" : "The same in numbers")</summary>
      \(table.html())
      </details>
      </article>
      """
  }

  /// How many learners the figures of an exercise are made of.
  private func facts(of exercise: ClassReport.Exercise) -> String {
    [
      "\(counted(exercise.counted, "learner")) with a result",
      "\(exercise.pending) waiting for one",
      "\(exercise.missing) without a submission",
      exercise.weight == 0 ? "does not count for the mark" : "weight \(exercise.weight)",
    ].joined(separator: " · ")
  }

  /// The behaviours that enough submissions were graded on.
  private func plotted(
    _ exercise: ClassReport.Exercise
  ) -> [(behaviour: ClassReport.Exercise.Behaviour, share: Rational)] {
    exercise.behaviours.compactMap { behaviour in behaviour.share.map { (behaviour, $0) } }
  }

  /// The plot of an exercise, or why there is none.
  private func plot(of exercise: ClassReport.Exercise, id: String) -> String {
    let plotted = plotted(exercise)
    guard let hardest = plotted.min(by: { $0.share < $1.share }) else {
      return Self.tooFew("A share", exercise.counted)
    }
    let shares = SharePlot(rows: plotted.map { ($0.behaviour.id, $0.share) })
    let plot = Plot(
      id: "\(id)-plot", title: "Passed behaviours of \(exercise.name)",
      summary: "One bar for each behaviour, from \(hardest.share.percentage) per cent for "
        + "\(hardest.behaviour.id) on. The table below has the numbers.",
      height: shares.height, content: shares.content())
    var hint = ""
    if hardest.share < .one, let sentence = hardest.behaviour.sentence {
      hint =
        "<p><strong>Passed least often:</strong> \(hardest.behaviour.id.html), "
        + "\(sentence.htmlWithCode)</p>"
    }
    return "\(hint)\n\(plot.html())"
  }
}
