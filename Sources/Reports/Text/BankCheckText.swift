import Grading
import PlainText
package import QuestionBanks

/// The check of the question banks as text: what they are made of, what a guesser gets, what was found.
package struct BankCheckText {
  private let check: BankCheck
  private let style: Style
  private let width: Int

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - check: The check.
  ///   - style: Coloured or not.
  ///   - width: The columns of the terminal; narrow ones down to 40 stay readable.
  package init(_ check: BankCheck, style: Style, width: Int) {
    self.check = check
    self.style = style
    self.width = max(width, 40)
  }

  /// The whole text.
  package func text() -> String {
    var lines = totals("Review questions", check.review) + [""]
    lines += totals("Exam pool", check.exam) + [""]
    lines += guesser + [""]
    lines += findings
    lines.append(verdict)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What one bank is made of.
  private func totals(_ name: String, _ totals: BankTotals) -> [String] {
    var lines = [style(.heading, "\(name): \(totals.questions)")]
    let rows = [
      ("by bullet", totals.bullets), ("by type", totals.types), ("by level", totals.blooms),
      ("right letters", totals.letters),
    ]
    for (title, counts) in rows {
      let list = counts.map { "\($0.name.printable) \($0.count)" }.joined(separator: ", ")
      lines += paragraph("\(title): \(list)", indent: 2, width: width)
    }
    if let facility = totals.expectedFacility {
      lines.append("  expected to be right at once: \(facility.percentage) %")
    }
    return lines
  }

  /// What a blind guesser gets.
  private var guesser: [String] {
    var lines = [style(.heading, "A blind guesser")]
    for (name, expected) in [
      ("review questions", check.guesser.review), ("exam pool", check.guesser.exam),
    ] {
      guard let expected else { continue }
      lines += paragraph(
        "\(name): \(expected.oneTry.percentage) % with one try, \(expected.allTries.percentage) % with all tries",
        indent: 2, width: width)
    }
    if let drawn = check.guesser.drawnForm, let worst = check.guesser.worstForm {
      let mark = check.guesser.passMark
      lines += paragraph(
        "chance of \(mark) % in a form as it is drawn: \(drawn.oneIn)", indent: 2, width: width)
      lines += paragraph(
        "chance of \(mark) % in the kindest form there can be: at most \(worst.oneIn)", indent: 2,
        width: width)
    } else {
      lines += paragraph(
        "no exam form can be drawn, so that there is no chance to compute", indent: 2, width: width)
    }
    return lines
  }

  /// What was found, one after another.
  private var findings: [String] {
    check.findings.flatMap { finding in
      let word =
        finding.severity == .error ? style(.bad, "error") : style(.warning, "warning")
      let place =
        finding.questions.isEmpty
        ? "" : " " + finding.questions.map(\.rawValue.printable).joined(separator: ", ")
      return ["\(word) [\(finding.rule.rawValue)]\(place)"]
        + paragraph(finding.text, indent: 2, hanging: 0, width: width)
    } + (check.findings.isEmpty ? [] : [""])
  }

  /// The last line.
  private var verdict: String {
    let errors = check.findings.count { $0.severity == .error }
    let warnings = check.findings.count - errors
    let counts = "\(counted(errors, "error")), \(counted(warnings, "warning"))"
    return check.passes
      ? style(.good, "The question banks pass: \(counts).")
      : style(.bad, "The question banks do not pass: \(counts).")
  }
}
