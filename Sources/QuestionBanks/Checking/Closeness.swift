package import Grading

/// How much of their wording two questions share.
///
/// Measured over runs of three words in prompt and choices: those that both have, as a share of those that either has. Runs
/// are shared where a question was copied and its nouns were changed, and hardly ever where only the subject is the same.
package enum Closeness {
  /// From where an exam question counts as too close to a review question.
  ///
  /// Over the course's own 5742 pairs half share nothing, and 99.9 % stayed below 0.036. Then came a gap, and above it
  /// three pairs, of 0.045 to 0.095: two were the same question in another setting, one leant on the other's sentence.
  /// They were written anew.
  package static let limit = Rational(4, over: 100)

  /// The closeness of two questions, from 0 to 1.
  package static func between(_ a: Question, _ b: Question) -> Rational {
    share(runs(of: a), runs(of: b))
  }

  /// The exam questions that are too close to a review question.
  static func findings(_ review: QuestionBank, _ pool: QuestionBank) -> [BankFinding] {
    let reviewed = review.items.map { ($0.question.id, runs(of: $0.question)) }
    var findings: [BankFinding] = []
    for item in pool.items {
      let own = runs(of: item.question)
      // Most pairs share nothing, and fractions are dear.
      for (id, runs) in reviewed where !own.isDisjoint(with: runs) && share(own, runs) >= limit {
        findings.append(
          BankFinding(
            .warning, .closeness, [item.question.id, id],
            "The exam question shares \(share(own, runs).percentage) % of its wording with the review question. "
              + "Ask something else."))
      }
    }
    return findings
  }

  /// The runs of three words.
  private static func runs(of question: Question) -> Set<[String]> {
    let words = ([question.prompt] + question.form.lists.joined().map(\.text))
      .joined(separator: " ").words
    return Set(words.indices.dropLast(2).map { Array(words[$0..<$0 + 3]) })
  }

  /// The share that two sets have in common.
  private static func share(_ a: Set<[String]>, _ b: Set<[String]>) -> Rational {
    let common = a.intersection(b).count
    return Rational(common, over: max(a.count + b.count - common, 1))
  }
}
