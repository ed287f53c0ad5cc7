import Grading
import QuestionBanks
import Testing

@Suite("A blind guesser's earnings are computed exactly")
struct BlindGuesserTests {
  /// The share of every answer that can be given to a question, found by marking each.
  private static func shares(_ item: QuestionBank.Item) -> [Rational] {
    func mark(_ answer: Answer) -> Rational { item.key.mark(answer, to: item.question).credit }
    switch item.question.form {
    case .single(let options): return options.map { mark(.options([$0.id])) }
    case .multiple(let options):
      return (1..<(1 << options.count)).map { subset in
        mark(.options(Set(options.indices.filter { subset >> $0 & 1 == 1 }.map { options[$0].id })))
      }
    case .ordering(let items): return orders(of: items.map(\.id)).map { mark(.order($0)) }
    case .matching(let left, let right):
      return left.reduce([[:]]) { all, entry in
        all.flatMap { pairs in right.map { pairs.merging([entry.id: $0.id]) { $1 } } }
      }.map { mark(.pairs($0)) }
    case .numeric, .text: return [.zero]
    }
  }

  /// Every order of some texts.
  private static func orders(of list: [String]) -> [[String]] {
    list.isEmpty
      ? [[]]
      : list.indices.flatMap { index in
        var rest = list
        let first = rest.remove(at: index)
        return orders(of: rest).map { [first] + $0 }
      }
  }

  /// Questions small enough to try every answer.
  private static let items: [QuestionBank.Item] = {
    func texts(_ count: Int) -> [String] { (0..<count).map { "\($0)" } }
    var items = [numeric(), goodItems[5]]
    for count in 2...5 {
      items.append(item("S\(count)", .single(entries(texts(count))), .single("b")))
    }
    let rights: [(Int, Set<String>)] = [
      (3, ["a"]), (4, ["a", "c"]), (5, ["b"]), (5, ["a", "b", "d"]), (6, ["a", "f"]),
    ]
    for (count, right) in rights {
      items.append(item("M\(count)", .multiple(entries(texts(count))), .multiple(right)))
    }
    for count in 2...6 {
      let ids = (1...count).map { "\($0)" }
      items.append(
        item("O\(count)", .ordering(entries(ids, numbered: true)), .ordering(ids.reversed())))
    }
    for (left, right) in [(2, 2), (3, 2), (2, 4), (4, 5)] {
      let pairs = (0..<left).map { (QuestionLayout.letter($0), "\($0 % right + 1)") }
      items.append(
        item(
          "P\(left)",
          .matching(left: entries(texts(left)), right: entries(texts(right), numbered: true)),
          .matching(Dictionary(uniqueKeysWithValues: pairs))))
    }
    return items
  }()

  @Test("The answers counted by formula are those found by marking every answer", arguments: items)
  func counts(_ item: QuestionBank.Item) {
    var counted: [Rational: Int] = [:]
    for share in Self.shares(item) { counted[share, default: 0] += 1 }
    let expected = counted.sorted { $0.key < $1.key }
    let answers = BlindGuesser(at: item).answers
    #expect(answers.map(\.share) == expected.map(\.key))
    #expect(answers.map(\.count) == expected.map { BigInteger($0.value) })
  }

  @Test(
    "With several tries every sequence of different answers is equally likely and the best try counts",
    arguments: [
      [Rational.one], [.one, .one], [.one, Rational(1, over: 2)],
      [.one, .one, Rational(1, over: 2)],
      [Rational(1, over: 3), .zero], [.one, Rational(9, over: 10), Rational(1, over: 10)],
    ])
  func tries(_ credit: [Rational]) {
    for item in Self.items {
      let shares = Self.shares(item)
      guard shares.count <= 24 else { continue }
      var outcomes: [Rational: Int] = [:]
      var total = 0
      func attempt(_ number: Int, _ used: Set<Int>, _ best: Rational) {
        guard number < credit.count, used.count < shares.count else {
          outcomes[best, default: 0] += 1
          total += 1
          return
        }
        for index in shares.indices where !used.contains(index) {
          attempt(number + 1, used.union([index]), max(best, shares[index] * credit[number]))
        }
      }
      attempt(0, [], .zero)
      let expected = outcomes.sorted { $0.key < $1.key }
      let earnings = BlindGuesser(at: item).earnings(credit: credit)
      #expect(earnings.chances.map(\.credit) == expected.map(\.key))
      #expect(
        earnings.chances.map(\.probability) == expected.map { Rational($0.value, over: total) })
      #expect(earnings.chances.reduce(.zero) { $0 + $1.probability } == .one)
    }
  }

  @Test("Twenty items are counted without trying their orders")
  func large() {
    let ids = (1...20).map { "\($0)" }
    let answers = BlindGuesser(
      at: item("O20", .ordering(entries(ids, numbered: true)), .ordering(ids.reversed()))
    ).answers
    #expect(answers.last?.share == .one)
    #expect(answers.last?.count == BigInteger(1))
    let total = answers.reduce(BigInteger(0)) { $0 + $1.count }
    #expect(total.description == "2432902008176640000", "20!")
  }
}
