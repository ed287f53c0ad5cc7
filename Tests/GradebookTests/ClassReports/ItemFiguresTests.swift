import EventSourcing
import Gradebook
import Grading
import SeededRandom
import Testing

@Suite("The figures of questions")
struct ItemFiguresTests {
  /// A sheet by the shares of first tries, each question tried once.
  private static func sheet(_ shares: [QuestionID: Rational]) -> AnswerSheet {
    AnswerSheet(shares.mapValues { .init(first: $0, earned: $0, tries: 1) })
  }

  /// Sheets on which a question and one other have the shares of each pair.
  private static func sheets(_ pairs: [(Rational, Rational)]) -> [AnswerSheet] {
    pairs.map { sheet(["Q": $0.0, "R": $0.1]) }
  }

  /// The figures of the question `Q`.
  private static func figures(_ sheets: [AnswerSheet]) throws -> ItemFigures {
    try #require(ItemFigures.all(in: sheets).first { $0.question == "Q" })
  }

  @Test("Facility is the mean of first tries, earned that of what the best ones were worth")
  func means() throws {
    // Five learners right at once; three wrong at first, then right at half; two half right twice, at no worth.
    // Facility (5 · 1 + 3 · 0 + 2 · 1/2) / 10 = 6/10. Earned (5 · 1 + 3 · 1/2 + 2 · 1/4) / 10 = 7/10.
    // Tries (5 · 1 + 3 · 2 + 2 · 2) / 10 = 15/10.
    let half = Rational(1, over: 2)
    let entries: [AnswerSheet.Entry] =
      Array(repeating: .init(first: .one, earned: .one, tries: 1), count: 5)
      + Array(repeating: .init(first: .zero, earned: half, tries: 2), count: 3)
      + Array(repeating: .init(first: half, earned: Rational(1, over: 4), tries: 2), count: 2)
    let figures = try Self.figures(entries.map { AnswerSheet(["Q": $0]) })
    #expect(figures.learners == 10)
    #expect(figures.tried == 10)
    #expect(figures.facility == Rational(6, over: 10))
    #expect(figures.earned == Rational(7, over: 10))
    #expect(figures.tries == Rational(15, over: 10))
    // There is no rest of the test to correlate with.
    #expect(figures.discrimination == .tooFew)
  }

  @Test("Those who never tried lower the facility and not the mean number of tries")
  func untried() throws {
    let tried = Array(
      repeating: AnswerSheet.Entry(first: .one, earned: .one, tries: 1), count: 10)
    let untried = Array(
      repeating: AnswerSheet.Entry(first: .zero, earned: .zero, tries: 0), count: 10)
    let figures = try Self.figures((tried + untried).map { AnswerSheet(["Q": $0]) })
    #expect(figures.learners == 20)
    #expect(figures.tried == 10)
    #expect(figures.facility == Rational(1, over: 2))
    #expect(figures.tries == .one)
  }

  @Test("Discrimination is the correlation with the rest of the test, the question left out")
  func correlation() throws {
    // Of forty learners twenty are right with Q. Of these the rest is 1 for fifteen and 0 for five; of the others it is 1 for
    // five and 0 for fifteen. The fourfold coefficient is (15 · 15 − 5 · 5) / √(20 · 20 · 20 · 20) = 200 / 400 = 0.5.
    let counts: [(Rational, Rational, Int)] = [
      (.one, .one, 15), (.one, .zero, 5), (.zero, .one, 5), (.zero, .zero, 15),
    ]
    let pairs = counts.flatMap { x, y, count in Array(repeating: (x, y), count: count) }
    guard case .value(let value) = try Self.figures(Self.sheets(pairs)).discrimination else {
      Issue.record("There are enough learners for a correlation.")
      return
    }
    #expect(abs(value - 0.5) < 1e-12)
    // The other way round it is the opposite.
    let turned = pairs.map { ($0.0, Rational.one - $0.1) }
    guard case .value(let opposite) = try Self.figures(Self.sheets(turned)).discrimination else {
      Issue.record("There are enough learners for a correlation.")
      return
    }
    #expect(abs(opposite + 0.5) < 1e-12)
  }

  @Test("A rest on a straight line with the question has the correlation 1")
  func straightLine() throws {
    let pairs = (0..<30).map { (Rational($0, over: 29), Rational($0 + 1, over: 60)) }
    guard case .value(let value) = try Self.figures(Self.sheets(pairs)).discrimination else {
      Issue.record("There are enough learners for a correlation.")
      return
    }
    #expect(abs(value - 1) < 1e-12)
  }

  @Test("Where all did alike, with the question or with the rest, there is no correlation")
  func constant() throws {
    let varied = (0..<40).map { Rational($0 % 3, over: 3) }
    let third = Rational(1, over: 3)
    let constantItem = try Self.figures(Self.sheets(varied.map { (third, $0) }))
    #expect(constantItem.discrimination == .undefined)
    #expect(constantItem.facility == third)
    let constantRest = try Self.figures(Self.sheets(varied.map { ($0, third) }))
    #expect(constantRest.discrimination == .undefined)
  }

  @Test("A share takes ten learners, and nine have none", arguments: [0, 1, 9, 10, 11])
  func shareBorder(count: Int) throws {
    let sheets = (0..<count).map { _ in Self.sheet(["Q": .one]) }
    guard count > 0 else {
      #expect(ItemFigures.all(in: sheets).isEmpty)
      return
    }
    let figures = try Self.figures(sheets)
    #expect(figures.learners == count)
    #expect((figures.facility != nil) == (count >= 10))
    #expect((figures.earned != nil) == (count >= 10))
    #expect((figures.tries != nil) == (count >= 10))
  }

  @Test(
    "A correlation takes thirty learners who have a rest of the test",
    arguments: [(29, false), (30, true)])
  func correlationBorder(count: Int, isGiven: Bool) throws {
    let pairs = (0..<count).map { (Rational($0 % 2), Rational($0 % 3)) }
    // Those who have nothing but the question do not help.
    let alone = (0..<50).map { Self.sheet(["Q": Rational($0 % 2)]) }
    let figures = try Self.figures(Self.sheets(pairs) + alone)
    if case .value = figures.discrimination {
      #expect(isGiven)
    } else {
      #expect(!isGiven)
      #expect(figures.discrimination == .tooFew)
    }
    #expect(figures.learners == count + 50)
  }

  @Test(
    "On random tests the figures are those of another way to compute them, whatever the order",
    arguments: 0..<30)
  func oracle(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let questions = (1...8).map { QuestionID(rawValue: "Q\($0)") }
    let sheets = (0..<(25 + random.next(below: 40))).map { _ -> AnswerSheet in
      let drawn = random.shuffled(questions).prefix(2 + random.next(below: 6))
      var entries: [QuestionID: AnswerSheet.Entry] = [:]
      for question in drawn {
        let first = Rational(random.next(below: 5), over: 4)
        entries[question] = .init(
          first: first, earned: max(first, Rational(random.next(below: 3), over: 3)),
          tries: 1 + random.next(below: 3))
      }
      return AnswerSheet(entries)
    }
    let all = ItemFigures.all(in: sheets)
    #expect(all.count == questions.count)
    #expect(ItemFigures.all(in: random.shuffled(sheets)) == all)
    for figures in all {
      let pairs = Self.pairs(of: figures.question, in: sheets)
      #expect(figures.learners == pairs.count)
      if let facility = figures.facility {
        #expect(Rational.zero <= facility && facility <= .one)
        let mean = pairs.reduce(0) { $0 + $1.x } / Double(pairs.count)
        #expect(abs(facility.approximation - mean) < 1e-9)
      } else {
        #expect(pairs.count < 10)
      }
      switch figures.discrimination {
      case .tooFew: #expect(pairs.count < 30)
      case .undefined: #expect(Self.correlation(of: pairs) == nil)
      case .value(let value):
        let other = try #require(Self.correlation(of: pairs))
        #expect(abs(value - other) < 1e-9)
        #expect((-1...1).contains(value))
      }
    }
  }

  /// The share of a question and the mean of the others on every sheet that has it, in floating-point numbers.
  private static func pairs(
    of question: QuestionID, in sheets: [AnswerSheet]
  ) -> [(x: Double, y: Double)] {
    sheets.compactMap { sheet in
      guard let own = sheet.entries[question] else { return nil }
      let others = sheet.entries.filter { $0.key != question }.map(\.value.first.approximation)
      return (own.first.approximation, others.reduce(0, +) / Double(others.count))
    }
  }

  /// Pearson's correlation by the differences of all pairs of learners, in which no mean occurs.
  private static func correlation(of pairs: [(x: Double, y: Double)]) -> Double? {
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for first in pairs {
      for second in pairs {
        let (x, y) = (first.x - second.x, first.y - second.y)
        xx += x * x
        yy += y * y
        xy += x * y
      }
    }
    return xx > 1e-12 && yy > 1e-12 ? xy / (xx * yy).squareRoot() : nil
  }

  @Test("A number is approximated whether it fits a word or not")
  func approximation() throws {
    #expect(Rational(3, over: 4).approximation == 0.75)
    #expect(Rational(-1, over: 8).approximation == -0.125)
    // 10^30 / (4 · 10^30) and (10^30 + 10^29) / 10^30, neither of which fits.
    let huge = try #require(BigInteger("1" + String(repeating: "0", count: 30)))
    let one = Rational(huge * huge + BigInteger(1), over: huge * huge)
    #expect(abs(one.approximation - 1) < 1e-15)
    let quarter = Rational(huge * huge - BigInteger(1), over: huge * huge * BigInteger(4))
    #expect(abs(quarter.approximation - 0.25) < 1e-15)
    #expect(abs((Rational.zero - quarter).approximation + 0.25) < 1e-15)
  }
}
