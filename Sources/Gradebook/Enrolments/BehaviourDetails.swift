package import Grading

/// What is kept of a behaviour that did not pass, so that a report can show it later.
///
/// **All of it is kept, whatever policy is in force**: what a learner may see is decided when it is shown.
///
/// **It is bounded**: at most ``maximumSize`` bytes of text, however much a submission said. What is cut off is marked
/// by an ellipsis.
package struct BehaviourDetails: Hashable, Codable, Sendable {
  /// The most bytes of text that are kept of one behaviour.
  package static let maximumSize = 4_096

  /// Whether the suite let learners see the finding, then.
  package var isOpen: Bool
  /// What happened, in words, where the verdict does not say it all.
  package var happened: String?
  /// The last words of the learner's process.
  package var lastWords: String?
  /// What the suite saw.
  package var finding: Finding?

  /// What is kept of a result; `nil` for a pass.
  package init?(_ result: BehaviourResult) {
    guard !result.verdict.isPassed else { return nil }
    isOpen = result.behaviour.isOpen
    happened = result.verdict.detail?.cut(to: 256)
    lastWords = result.lastWords?.cut(to: 512)
    finding = result.finding.map { finding in
      Finding(
        given: Self.cut(finding.given, to: 640), when: finding.when.cut(to: 512),
        expected: finding.expected.cut(to: 768), got: finding.got.cut(to: 768),
        differences: Self.cut(finding.differences, to: 640))
    }
  }

  /// As many lines as fit in so many bytes; the last of them ends in an ellipsis if something is left out.
  private static func cut(_ lines: [String], to size: Int) -> [String] {
    var kept: [String] = []
    // Room for the ellipsis is held back from the start.
    var left = size - String.ellipsis.utf8.count
    for line in lines {
      // An empty line costs a byte, so that their number is bounded too.
      let cost = max(1, line.utf8.count)
      guard cost <= left else {
        kept.append(line.cut(to: left))
        break
      }
      kept.append(line)
      left -= cost
    }
    return kept
  }
}

extension String {
  /// What marks that something was cut off.
  fileprivate static let ellipsis = "…"

  /// The text if it has at most so many bytes, else its beginning and an ellipsis, together no longer than that, or the
  /// ellipsis alone.
  ///
  /// Nothing that a reader takes for one character is cut apart.
  fileprivate func cut(to size: Int) -> String {
    guard utf8.count > size else { return self }
    var kept = ""
    var left = size - String.ellipsis.utf8.count
    for character in self {
      left -= character.utf8.count
      guard left >= 0 else { break }
      kept.append(character)
    }
    return kept + String.ellipsis
  }
}
