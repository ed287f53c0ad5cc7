import Gradebook
import Grading
import Markup
import PlainText
import Registrar

extension LearnerReportPage {
  /// The case studies: an overview, then every exercise with its behaviours.
  var exercises: String {
    let rows = zip(report.exercises, report.standing.exercises).enumerated().map { index, pair in
      let (exercise, standing) = pair
      let score = exercise.score.map { "\($0.percentage) %" } ?? "none"
      return """
        <tr><th scope="row"><a href="#exercise-\(index + 1)">\(exercise.name.html)</a></th>\
        <td class="number">\(exercise.weight)</td>\
        <td class="number">\(exercise.earned) of \(exercise.points)</td>\
        <td class="number">\(score)</td><td class="number">\(standing.submissions)</td></tr>
        """
    }
    let table = """
      <div class="scroll" tabindex="0" role="region" aria-label="Exercises">
      <table>
      <caption>The submission that counts of each exercise</caption>
      <thead><tr><th scope="col">Exercise</th><th scope="col" class="number">Weight</th>\
      <th scope="col" class="number">Points</th><th scope="col" class="number">Score</th>\
      <th scope="col" class="number">Sent</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
    let notices = report.results.notices.map { "<p class=\"warn\">\($0.html)</p>" }
    let articles = zip(report.exercises, report.standing.exercises).enumerated().map {
      html($1.0, $1.1, number: $0 + 1)
    }
    return section("cases", "Case studies", [table] + notices + articles)
  }

  /// One exercise.
  private func html(
    _ exercise: ReportedExercise, _ standing: Standing.Exercise, number: Int
  ) -> String {
    let id = "exercise-\(number)"
    let score = exercise.score.map { " · \($0.percentage) %" } ?? ""
    var parts = [
      "<h3 id=\"\(id)\">\(exercise.name.html)</h3>",
      "<p class=\"facts\">\(exercise.earned) of \(counted(exercise.points, "point"))\(score)</p>",
    ]
    if exercise.isOfEarlierSuite {
      parts.append(
        "<p class=\"facts\">The suite has changed since this was graded; sentences and points are "
          + "today's.</p>")
    }
    if standing.counted != nil {
      parts += standing.pending.map { pending in
        let why = pending.failure.map { "broke: \($0)" } ?? "has not happened yet"
        return "<p class=\"warn\">Grading submission \(pending.digest.prefix(12).description.html) "
          + "\(why.sentence.html) This costs nothing.</p>"
      }
    }
    let list = """
      <ul class="behaviours">
      \(exercise.behaviours.map(html).joined(separator: "\n"))
      </ul>
      """
    if let sentence = exercise.outcome.sentence {
      let role = exercise.hasGraderFault ? "warn" : "bad"
      parts.append("<p class=\"\(role)\">\(sentence.html)</p>")
      parts += exercise.outcome.messages.map { message in
        exercise.outcome.isCompilers
          ? "<pre>\(message.html)</pre>" : "<p class=\"facts\">\(message.html)</p>"
      }
      if !exercise.behaviours.isEmpty {
        parts.append("<details><summary>What it asks for</summary>\n\(list)\n</details>")
      }
    } else {
      parts.append(list)
    }
    return """
      <article class="card" aria-labelledby="\(id)">
      \(parts.joined(separator: "\n"))
      </article>
      """
  }

  /// One behaviour, and what helps where it did not pass.
  private func html(_ behaviour: ReportedBehaviour) -> String {
    let (sign, role) = behaviour.verdict.sign
    let points = behaviour.points.map { " (\(behaviour.earned ?? 0) of \(counted($0, "point")))" }
    let words =
      behaviour.declaration?.isExample == true
      ? "public example" : behaviour.id.html
    var html = """
      <li><span class="sign \(role)" aria-hidden="true">\(sign)</span><p><strong class="\(role)">\
      \(behaviour.verdict.words)</strong> <strong>\(words)</strong>\(points ?? "") \
      \(behaviour.sentence.htmlWithCode)</p>
      """
    let notes = behaviour.notes
    if !notes.isEmpty {
      let rows = notes.map { note in
        note.label == "Hint"
          ? "<div><dt>Hint</dt><dd>\(note.text.htmlWithCode)</dd></div>"
          : "<div\(note.isProgramText ? " class=\"seen\"" : "")><dt>\(note.label)</dt><dd>"
            + "\(note.text.html)</dd></div>"
      }
      html += "\n<dl class=\"notes\">\n\(rows.joined(separator: "\n"))\n</dl>"
    }
    return html + "</li>"
  }
}

extension Verdict.Kind {
  /// A sign for those who see it, and the role of the words beside it.
  fileprivate var sign: (String, role: String) {
    switch self {
    case .passed: ("✓", "good")
    case .notRun: ("○", "soft")
    case .graderFault: ("!", "warn")
    case .failed, .crashed, .exited, .timedOut, .outOfMemory, .brokeProtocol: ("✗", "bad")
    }
  }
}

extension ExerciseOutcome {
  /// Whether its messages are those of a compiler.
  fileprivate var isCompilers: Bool {
    if case .notBuilt = self { true } else { false }
  }
}
