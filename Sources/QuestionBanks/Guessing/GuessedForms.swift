package import Grading

/// How likely a blind guesser reaches a share of an exam form.
///
/// **Exact, by adding up independent questions.** Credits are multiples of one part of a question, the grain; where the
/// scheme's numbers would need a grain finer than 1/2520, credits are rounded up to it and the figures are upper bounds.
package struct GuessedForms {
  /// The chance in a form as it is drawn, the draw being part of the luck.
  package let drawn: Rational
  /// A bound that no form of the blueprint exceeds: what a form could be that is as kind as possible in every bullet.
  package let worst: Rational

  /// Computes both.
  ///
  /// - Parameters:
  ///   - pool: The questions that forms are drawn from.
  ///   - blueprint: How many questions of each bullet a form has; the pool has as many.
  ///   - policies: How the questions may be tried.
  ///   - share: The share of the form to reach, more than 0.
  ///   - least: How many questions of a form cannot be guessed at the least.
  package init(
    pool: QuestionBank, blueprint: [(bullet: BulletID, count: Int)], policies: TryPolicies,
    reaching share: Rational, least: Int = 0
  ) {
    let groups = blueprint.map { bullet, count in
      Group(pool.items(of: bullet), taking: count, policies: policies)
    }
    let grain = Self.grain(of: groups.flatMap(\.hopeful))
    let questions = groups.reduce(0) { $0 + $1.count }
    let goal = (share * Rational(questions * grain)).roundedUp
    // By how many questions that cannot be guessed there are so far, no more than asked for.
    var drawn = [0: GuessedSums.nothing]
    var worst = drawn
    var forms = [0: BigInteger(1)]
    var denominator = BigInteger(1)
    var left = questions
    for group in groups {
      left -= group.count
      let scale = group.denominator(grain: grain)
      for _ in 0..<group.count { denominator = denominator * scale }
      var nextDrawn: [Int: GuessedSums] = [:]
      var nextWorst: [Int: [GuessedSums]] = [:]
      var nextForms: [Int: BigInteger] = [:]
      for hopeless in group.possibleHopeless {
        let all = group.sumOfAllChoices(hopeless: hopeless, grain: grain, scale: scale)
        let kindest = group.kindestChoice(hopeless: hopeless, grain: grain, scale: scale)
        let choices = group.choices(hopeless: hopeless)
        for (before, sums) in drawn {
          let now = min(before + hopeless, least)
          // What cannot reach the goal even if all goes well from here on is left out.
          let open = left - (least - now)
          guard open >= 0 else { continue }
          let useful = min(max(goal - open * grain, 0), goal)...goal
          nextDrawn[now] = (nextDrawn[now] ?? GuessedSums()) + sums.adding(all, useful: useful)
          nextForms[now] =
            (nextForms[now] ?? BigInteger(0)) + (forms[before] ?? BigInteger(0)) * choices
          if let kindestSoFar = worst[before] {
            nextWorst[now, default: []].append(kindestSoFar.adding(kindest, useful: useful))
          }
        }
      }
      drawn = nextDrawn
      forms = nextForms
      worst = nextWorst.mapValues(GuessedSums.kindest)
    }
    let zero = BigInteger(0)
    let count = forms[least] ?? zero
    self.drawn =
      count.isZero
      ? .zero : Rational(drawn[least]?.weights[goal] ?? zero, over: denominator * count)
    self.worst = Rational(worst[least]?.weights[goal] ?? zero, over: denominator)
  }

  /// The part of a question that credits are multiples of: a question is so many of them.
  private static func grain(of earnings: [Earnings]) -> Int {
    let finest = 2_520
    var grain = BigInteger(1)
    for chance in earnings.flatMap(\.chances) {
      let denominator = chance.credit.denominator
      grain = grain / .greatestCommonDivisor(grain, denominator) * denominator
      if grain > BigInteger(finest) { return finest }
    }
    return Int(grain.description) ?? finest
  }

  /// The questions of one bullet.
  private struct Group {
    /// How many of them a form has.
    let count: Int
    /// What guessing earns in those where it can earn something.
    let hopeful: [Earnings]
    /// How many there are where it earns nothing.
    let hopeless: Int

    init(_ items: [QuestionBank.Item], taking count: Int, policies: TryPolicies) {
      precondition(
        items.count >= count, "forms of a blueprint are drawn from a pool that has enough")
      self.count = count
      hopeful = items.compactMap { item in
        let guesser = BlindGuesser(at: item)
        return guesser.isHopeless
          ? nil : guesser.earnings(credit: policies.policy(for: item.question).credit)
      }
      hopeless = items.count - hopeful.count
    }

    /// How many questions of a form can be ones that cannot be guessed.
    var possibleHopeless: ClosedRange<Int> {
      max(count - hopeful.count, 0)...min(count, hopeless)
    }

    /// How many choices of questions have so many that cannot be guessed.
    func choices(hopeless: Int) -> BigInteger {
      .choices(of: hopeless, from: self.hopeless)
        * .choices(of: count - hopeless, from: hopeful.count)
    }

    /// A denominator of every probability.
    func denominator(grain: Int) -> BigInteger {
      hopeful.flatMap(\.chances).reduce(BigInteger(1)) { common, chance in
        let denominator = chance.probability.denominator
        return common / .greatestCommonDivisor(common, denominator) * denominator
      }
    }

    /// Every question's credits as sums, weighed by `scale`.
    private func sums(grain: Int, scale: BigInteger) -> [GuessedSums] {
      hopeful.map { earnings in
        earnings.chances.reduce(into: GuessedSums()) { sums, chance in
          sums.add(
            chance.probability.numerator * (scale / chance.probability.denominator),
            to: (chance.credit * Rational(grain)).roundedUp)
        }
      }
    }

    /// The scale once for every question that cannot be guessed, so that all choices have one denominator.
    private func weighed(_ sums: GuessedSums, hopeless: Int, by scale: BigInteger) -> GuessedSums {
      let factor = (0..<hopeless).reduce(BigInteger(1)) { product, _ in product * scale }
      return GuessedSums(weights: sums.weights.mapValues { $0 * factor })
    }

    /// The sums of all choices together.
    func sumOfAllChoices(hopeless: Int, grain: Int, scale: BigInteger) -> GuessedSums {
      let size = count - hopeless
      var chosen = [GuessedSums.nothing] + Array(repeating: GuessedSums(), count: size)
      for one in sums(grain: grain, scale: scale) {
        for number in (0..<size).reversed() {
          chosen[number + 1] = chosen[number + 1] + chosen[number].adding(one, useful: 0...(.max))
        }
      }
      let ways = BigInteger.choices(of: hopeless, from: self.hopeless)
      return weighed(
        GuessedSums(weights: chosen[size].weights.mapValues { $0 * ways }), hopeless: hopeless,
        by: scale)
    }

    /// A bound of every choice's sums.
    ///
    /// Tries every choice where there are few enough; else takes as many questions as are chosen, each as kind as the
    /// kindest.
    func kindestChoice(hopeless: Int, grain: Int, scale: BigInteger) -> GuessedSums {
      let size = count - hopeless
      let each = sums(grain: grain, scale: scale)
      let everything = 0...Int.max
      guard BigInteger.choices(of: size, from: each.count) <= BigInteger(5_000) else {
        let kindest = GuessedSums.kindest(of: each)
        let sum = (0..<size).reduce(GuessedSums.nothing) { sum, _ in
          sum.adding(kindest, useful: everything)
        }
        return weighed(sum, hopeless: hopeless, by: scale)
      }
      var choices: [GuessedSums] = []
      func choose(_ number: Int, from start: Int, onTopOf sum: GuessedSums) {
        guard number > 0 else { return choices.append(sum) }
        for index in start..<(each.count - number + 1) {
          choose(
            number - 1, from: index + 1, onTopOf: sum.adding(each[index], useful: everything))
        }
      }
      choose(size, from: 0, onTopOf: .nothing)
      return weighed(.kindest(of: choices), hopeless: hopeless, by: scale)
    }
  }
}

extension Rational {
  /// The least whole number that is not below it, as a machine word; credits and goals fit one.
  fileprivate var roundedUp: Int { Int(ceiling.description) ?? .max }
}
