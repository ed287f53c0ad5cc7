import Grading
import SeededRandom

/// Texts that some format might mistake for its own.
enum HostileText {
  /// What XML, HTML, JSON, terminals and spreadsheets give a meaning to.
  static let pieces = [
    "<script>alert(1)</script>", "]]>", "<![CDATA[", "<!--", "-->", "&lt;", "&#0;", "&amp;", "\"",
    "'",
    "<", ">", "&", "</details>", "</style>", "\\", "\\u0000", "\u{0}", "\u{1}", "\u{8}", "\u{B}",
    "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}",
    "\u{1FFFE}", "\u{10FFFF}", "\u{E000}", "\t", "\n", "\r\n", "\r", "é", "e\u{301}", "日本", "👩‍👩‍👧",
    "=1+1", "%s", "${x}", "`", "a b",
  ]

  /// Some text of such pieces.
  static func random(_ random: inout SeededGenerator) -> String {
    (0...random.next(below: 8)).map { _ in random.pick(pieces) }.joined()
  }

  /// How a text is to come back from a format that cannot hold or must not show all of it: as it is, or spelled out.
  ///
  /// - Parameter keeping: The scalars that are kept although they steer something.
  static func spelled(_ text: String, keeping: Set<Unicode.Scalar> = []) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let steers: Bool =
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: true
        default: scalar.value == 0xFFFE || scalar.value == 0xFFFF
        }
      if steers, !keeping.contains(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A class of one learner with one exercise, all of whose texts are this one.
  static func results(_ text: String, learner: String? = nil) throws -> ClassResult {
    let catalogue = try Catalogue(
      exercise: ExerciseSpecification(name: "Ledger", requires: [], services: ""),
      behaviours: [
        Behaviour(id: "B1", sentence: text, points: 1, hint: text, isOpen: true),
        Behaviour(id: "B2", sentence: text, points: 2, hint: text, isOpen: true),
      ])
    let finding = Finding(
      given: [text], when: text, expected: text, got: text, differences: [text])
    let results = zip(catalogue.behaviours, [Verdict.failed, .brokeProtocol(text)]).map {
      BehaviourResult(behaviour: $0, verdict: $1, finding: finding, lastWords: text)
    }
    return ClassResult(
      course: text, isolation: .bubblewrap, minimumIsolation: .bubblewrap, scheme: "s",
      runtime: "r",
      weights: ["Ledger": 1, "Broken": 1], isPartial: false,
      learners: [
        LearnerResult(
          learner: learner ?? text,
          exercises: [
            .graded(catalogue, results),
            .notGraded(
              try Catalogue(
                exercise: ExerciseSpecification(name: "Broken", requires: [], services: ""),
                behaviours: catalogue.behaviours), .notBuilt(diagnostics: [text])),
          ])
      ])
  }
}
