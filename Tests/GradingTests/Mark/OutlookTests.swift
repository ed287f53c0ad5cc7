import Grading
import SeededRandom
import Testing

@Suite("What remains to pass")
struct OutlookTests {
  private static let kinds = Mark.Kind.allCases

  /// A mark of three shares, in the order of the kinds.
  private static func mark(
    _ weights: (Int, Int, Int), pass: Int, _ shares: [Rational]
  ) -> Mark {
    Mark(
      weights: .init(reviewQuestions: weights.0, caseStudies: weights.1, finalExam: weights.2),
      passMark: pass, reviewQuestions: shares[0], caseStudies: shares[1], finalExam: shares[2])
  }

  @Test("By hand: 0.9 of 40 and 0.8 of 30 are 60, so half of an exam of 30 makes 75")
  func byHand() throws {
    let shares = [Rational(9, over: 10), Rational(8, over: 10), .zero]
    let outlook = Outlook(
      Self.mark((40, 30, 30), pass: 75, shares),
      most: [.reviewQuestions: .one, .caseStudies: .one, .finalExam: .one])
    #expect(outlook.mark.total == Rational(60, over: 100))
    #expect(outlook.missing == Rational(15, over: 100))
    #expect(outlook.most == .one)
    #expect(outlook.parts.map(\.gain.percentage) == ["4.00", "6.00", "30.00"])
    // Neither 4 nor 6 more make up for 15, and no share of the review questions does.
    #expect(outlook.parts.map(\.suffices) == [false, false, true])
    #expect(outlook.parts.map(\.need) == [nil, nil, Rational(1, over: 2)])
  }

  @Test("A need is rounded up: two thirds read as 66.67, and 66.66 would not do")
  func roundedUp() throws {
    // 55 are there; 20 of 30 are needed.
    let outlook = Outlook(
      Self.mark((40, 30, 30), pass: 75, [.one, .one / Rational(2), .zero]),
      most: [.finalExam: .one])
    let need = try #require(outlook.parts[2].need)
    #expect(need == Rational(2, over: 3))
    #expect(need.percentageUp == "66.67")
    #expect(need.percentage == "66.66")
    #expect(Rational(1, over: 2).percentageUp == "50.00")
    #expect(Rational.zero.percentageUp == "0.00")
  }

  @Test("Nothing is open where nothing can be gained, and then the mark is all there will be")
  func nothingOpen() {
    let outlook = Outlook(
      Self.mark((40, 30, 30), pass: 75, [.one, .one, .zero]), most: [:])
    #expect(outlook.parts.allSatisfy { !$0.isOpen })
    #expect(outlook.most == Rational(7, over: 10))
    #expect(!outlook.canPass)
  }

  @Test(
    "A part passes alone exactly where its need says so, and all together exactly where it can still be passed",
    arguments: [1, 2, 3, 4] as [UInt64])
  func bruteForce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sufficing = 0
    for _ in 0..<40 {
      let first = random.next(below: 101)
      let second = random.next(below: 101 - first)
      let weights = (first, second, 100 - first - second)
      let shares = Self.kinds.map { _ in Rational(random.next(below: 13), over: 12) }
      let pass = random.next(below: 101)
      var most: [Mark.Kind: Rational] = [:]
      for (kind, share) in zip(Self.kinds, shares) where random.toss() {
        most[kind] = share + (.one - share) * Rational(random.next(below: 5), over: 4)
      }
      let outlook = Outlook(Self.mark(weights, pass: pass, shares), most: most)
      var ends = shares
      for (index, kind) in Self.kinds.enumerated() {
        let part = outlook.parts[index]
        // Every twenty-fourth, and the border itself with a hair to either side.
        var grid = (0...24).map { Rational($0, over: 24) }
        if let need = part.need {
          let hair = Rational(1, over: 1_000_000_007)
          grid += [need, need + hair, need - hair].filter { $0 >= .zero && $0 <= .one }
        }
        for share in grid {
          var changed = shares
          changed[index] = share
          let passes = Self.mark(weights, pass: pass, changed).isPass
          // A part without a weight changes nothing, so nothing can be needed of it.
          guard part.part.weight > 0 else {
            #expect(part.need == nil)
            continue
          }
          #expect(passes == (part.need.map { share >= $0 } ?? false))
          if let need = part.need, passes, share == need, share <= part.most { sufficing += 1 }
        }
        if let need = part.need, let shown = Rational(need.percentageUp) {
          let shown = shown / Rational(100)
          #expect(shown >= need)
          #expect(shown - need < Rational(1, over: 10_000))
        }
        ends[index] = most[kind] ?? shares[index]
      }
      let best = Self.mark(weights, pass: pass, ends)
      #expect(outlook.most == best.total)
      #expect(outlook.canPass == best.isPass)
      #expect(outlook.mark.isPass == (outlook.missing == .zero))
    }
    #expect(sufficing > 5, "the border was met")
  }

  @Test("What a question can still earn is what the best of all possible further answers earns")
  func questions() {
    let values = [Rational.one, Rational(1, over: 2), Rational(1, over: 4), .zero]
    var policies: [[Rational]] = values.map { [$0] }
    for length in 2...3 {
      policies += policies.filter { $0.count == length - 1 }.flatMap { credit in
        values.filter { $0 <= credit[credit.count - 1] }.map { credit + [$0] }
      }
    }
    #expect(policies.count == 4 + 10 + 20)
    for credit in policies {
      let policy = TryPolicy(credit: credit, feedback: .none)
      var states = [Tries()]
      while let tries = states.popLast() {
        #expect(tries.most(under: policy) == Self.best(after: tries, policy))
        states += Self.next(tries, policy)
      }
    }
  }

  /// The best credit at the end of any way to go on, by trying all of them.
  private static func best(after tries: Tries, _ policy: TryPolicy) -> Rational {
    next(tries, policy).map { best(after: $0, policy) }.max().map { max($0, tries.best) }
      ?? tries.best
  }

  /// The tries after each kind of answer: wrong, half right, right.
  private static func next(_ tries: Tries, _ policy: TryPolicy) -> [Tries] {
    [Rational.zero, Rational(1, over: 2), .one].compactMap { marked in
      tries.next(.text("x"), marked: marked, under: policy).map { Tries(tries.list + [$0]) }
    }
  }
}
