import EventSourcing
import Grading
import QuestionBanks
import Testing

@Suite("A guesser's chance in an exam form is added up exactly")
struct GuessedFormsTests {
  private static let policies = TryPolicies(
    standard: TryPolicy(credit: [.one, Rational(1, over: 2)], feedback: .verdict))
  private static let blueprint: [(bullet: BulletID, count: Int)] = [("A-1", 2), ("B-1", 1)]

  /// Two bullets with questions of several kinds.
  private static let pool = QuestionBank(
    goodItems.map { moved($0, to: "A-1", number: 1) }
      + [goodItems[0], goodItems[1], goodItems[3]].map { moved($0, to: "B-1", number: 2) })

  /// The question under another bullet.
  private static func moved(_ item: QuestionBank.Item, to bullet: BulletID, number: Int)
    -> QuestionBank.Item
  {
    var item = item
    item.question.bullet = bullet
    item.question.id = QuestionID(rawValue: "\(item.question.id)-\(number)")
    item.key.id = item.question.id
    return item
  }

  /// The chance to reach a share of some questions, found by trying every outcome.
  private static func chance(_ items: [QuestionBank.Item], _ share: Rational) -> Rational {
    func reach(_ rest: ArraySlice<QuestionBank.Item>, _ sum: Rational) -> Rational {
      guard let first = rest.first else {
        return sum >= share * Rational(items.count) ? .one : .zero
      }
      return BlindGuesser(at: first).earnings(credit: policies.policy(for: first.question).credit)
        .chances.reduce(.zero) { $0 + $1.probability * reach(rest.dropFirst(), sum + $1.credit) }
    }
    return reach(items[...], .zero)
  }

  /// Every form of the blueprint.
  private static let forms: [[QuestionBank.Item]] = {
    let (a, b) = (pool.items(of: "A-1"), pool.items(of: "B-1"))
    return a.indices.flatMap { first in
      (first + 1..<a.count).flatMap { second in b.map { [a[first], a[second], $0] } }
    }
  }()

  @Test(
    "As drawn it is the mean over all forms, and the bound is exceeded by none of them",
    arguments: [1, 25, 50, 75, 90, 100], [0, 1, 2])
  func allForms(hundredths: Int, least: Int) {
    let share = Rational(hundredths, over: 100)
    let forms = Self.forms.filter { $0.count(where: \.question.isWritten) >= least }
    #expect(forms.count > 1)
    let chances = forms.map { Self.chance($0, share) }
    let guessed = GuessedForms(
      pool: Self.pool, blueprint: Self.blueprint, policies: Self.policies, reaching: share,
      least: least)
    #expect(guessed.drawn == chances.reduce(.zero, +) / Rational(forms.count))
    #expect(guessed.worst >= chances.max() ?? .one)
    #expect(guessed.worst <= .one)
  }

  @Test("Where every choice of a bullet is alike the bound is the chance itself")
  func alike() {
    let pool = QuestionBank((1...4).map { single("A-1-E0\($0)", bullet: "A-1") })
    let guessed = GuessedForms(
      pool: pool, blueprint: [("A-1", 3)],
      policies: TryPolicies(standard: TryPolicy(credit: [.one], feedback: .none)),
      reaching: Rational(60, over: 100))
    // Two or three of three: 3 · 1/16 · 3/4 + 1/64.
    #expect(guessed.worst == Rational(10, over: 64))
    #expect(guessed.drawn == guessed.worst)
  }

  @Test("A form of numbers and texts alone cannot be guessed")
  func impossible() {
    let pool = QuestionBank((1...3).map { numeric("A-1-E0\($0)", bullet: "A-1") })
    let guessed = GuessedForms(
      pool: pool, blueprint: [("A-1", 2)], policies: Self.policies,
      reaching: Rational(1, over: 100), least: 2)
    #expect(guessed.worst == .zero)
    #expect(guessed.drawn == .zero)
    #expect(guessed.worst.oneIn == "0")
    #expect(Rational(2, over: 7).oneIn == "1 in 3")
  }

  @Test("A pool too large to try every choice still has a bound that its forms keep")
  func large() {
    let pool = QuestionBank((1...40).map { single("A-1-E\($0)", bullet: "A-1") })
    let guessed = GuessedForms(
      pool: pool, blueprint: [("A-1", 10)],
      policies: TryPolicies(standard: TryPolicy(credit: [.one], feedback: .none)),
      reaching: .one)
    #expect(guessed.worst == Rational(1, over: 1_048_576), "ten times one in four")
    #expect(guessed.drawn == guessed.worst)
  }
}
