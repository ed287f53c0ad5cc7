package import Grading

/// Somebody who answers one question knowing nothing: every answer that can be given is equally likely.
///
/// What can be given is, by kind: one option; any options, but not none; every order; every way to give each left side a
/// right one. **Numbers and words are never guessed.** The guesser sees no more than whether an answer was right.
package struct BlindGuesser: Hashable, Sendable {
  /// How many of the answers earn a share.
  package struct Answers: Hashable, Sendable {
    /// The share of the question.
    package var share: Rational
    /// How many answers earn exactly this.
    package var count: BigInteger
  }

  /// The answers by their share, the lowest first.
  package let answers: [Answers]

  /// Counts the answers to a question.
  ///
  /// The counts follow from combinatorics and not from trying, since twenty items have 2.4 · 10¹⁸ orders.
  package init(at item: QuestionBank.Item) {
    var counts: [Rational: BigInteger] = [:]
    func add(_ count: BigInteger, _ share: Rational) {
      if !count.isZero { counts[share] = (counts[share] ?? BigInteger(0)) + count }
    }
    switch item.question.form {
    case .single(let options):
      add(BigInteger(1), .one)
      add(BigInteger(options.count - 1), .zero)
    case .multiple(let options):
      let size = options.count
      let right = if case .multiple(let right) = item.key.solution { right.count } else { 0 }
      for wrong in 0...size {
        let judged = size - wrong
        // To tick nothing is no answer; it would judge every right option wrongly.
        let count = BigInteger.choices(of: wrong, from: size) - BigInteger(wrong == right ? 1 : 0)
        add(count, judged * 2 < size ? .zero : Rational(judged, over: size))
      }
    case .ordering(let items):
      let size = items.count
      for kept in 0..<size {
        add(
          BigInteger.choices(of: kept, from: size - 1) * .ordersWithoutNeighbours(of: size - kept),
          Rational(kept, over: max(size - 1, 1)))
      }
    case .matching(let left, let right):
      for hits in 0...left.count {
        let misses = (hits..<left.count).reduce(BigInteger(1)) { product, _ in
          product * BigInteger(right.count - 1)
        }
        add(
          BigInteger.choices(of: hits, from: left.count) * misses, Rational(hits, over: left.count))
      }
    case .numeric, .text: add(BigInteger(1), .zero)
    }
    answers = counts.map(Answers.init).sorted { $0.share < $1.share }
  }

  /// Whether guessing earns nothing whatever the luck.
  package var isHopeless: Bool { answers.allSatisfy { $0.share == .zero } }

  /// What the best try earns.
  ///
  /// No answer is given twice. **Exact**: the best of the tries is at most x if each is among the answers that earn at
  /// most x in its turn. Since no try is worth more than the one before, these sets grow from try to try, so of the set of
  /// the n-th try n − 1 answers are used up. A right answer ends the tries; whatever came after could earn no more.
  ///
  /// - Parameter credit: What a right answer is worth by try, not rising.
  package func earnings(credit: [Rational]) -> Earnings {
    let total = answers.reduce(BigInteger(0)) { $0 + $1.count }
    let values = Set(answers.flatMap { answer in credit.map { $0 * answer.share } }).sorted()
    var chances: [Earnings.Chance] = []
    var before = Rational.zero
    for value in values {
      var atMost = Rational.one
      for (used, worth) in credit.enumerated() {
        let left = total - BigInteger(used)
        guard left > BigInteger(0) else { break }
        let fitting =
          answers.reduce(BigInteger(0)) { worth * $1.share <= value ? $0 + $1.count : $0 }
          - BigInteger(used)
        atMost = fitting > BigInteger(0) ? atMost * Rational(fitting, over: left) : .zero
      }
      if atMost != before {
        chances.append(Earnings.Chance(credit: value, probability: atMost - before))
      }
      before = atMost
    }
    return Earnings(chances: chances)
  }
}
