import CQRS
import EventSourcing
import Grading
import SuiteSupport
import Testing

/// Where a stream belongs.
@Suite("Where a stream belongs", .exercise(.manyReaders))
struct RoutingBehaviours {
  /// Texts that a stream may well have, and some that nobody expects.
  private static let texts: [StreamID] =
    [
      "", " ", "-", "0", "lot-1", "lot-10", "lot-01", "Lot-1", "lot-1 ", "lot-tarn-17", "\u{0}",
      "\u{0}\u{0}", "lot-\u{7F}", "großes Saatgut", "日本の稲", "🌾", "🌾🌾🌾", "\u{200D}", "\u{FFFF}",
      "\u{10FFFF}", "\r\n", "\"\\", "-9223372036854775808", "9223372036854775807",
    ]
    + [StreamID(rawValue: String(repeating: "seed", count: 200))]
    + (1...12).map { "lot-tarn-\($0)" }

  @Test(
    "Every text has a partition from 0 up to the count, for every count from 1 to 64, and not all the same",
    .behaviour(
      "B1", points: 2, isOpen: true,
      hint: """
        The rest of a division has the sign of what is divided, and the count is whatever is asked \
        for. Does your number fit for every text, the empty one too?
        """))
  func range() throws {
    let counts = Array(1...64)
    let lists = VaultRouter().partitions(of: Self.texts, counts: counts)
    for (count, list) in zip(counts, lists) {
      for (text, partition) in zip(Self.texts, list) {
        try check(
          (0..<count).contains(partition), expected: "a number in 0..<\(count)", got: partition,
          when:
            "the partition of \(describe(String(text.rawValue.prefix(40)))) is asked, of \(count)")
      }
      guard count > 1 else { continue }
      try check(
        Set(list).count > 1, expected: "more than one of \(count) partitions in use",
        got: "all are in partition \(list.first ?? 0)", when: "\(list.count) texts are placed")
    }
  }

  @Test(
    "The same stream has the same partition in every router and in every process",
    .behaviour(
      "B2", points: 4, isOpen: true,
      hint: """
        `hashValue` and `Hasher` are seeded anew in each process. Documents are stored by the \
        partition, so the answer must come from the text and the count alone.
        """))
  func stability() throws {
    let counts = [2, 7, 8, 64]
    let first = VaultRouter().partitions(of: Self.texts, counts: counts)
    for (count, list) in zip(counts, first) {
      let used = Set(list)
      try check(
        used.count > 1 && used.isSubset(of: 0..<count),
        expected: "more than one of \(count) partitions in use, and no others", got: used.sorted(),
        when: "\(list.count) texts are placed")
    }
    for worker in [Worker.current, try .fresh(), try .fresh()] {
      // In another order, so that neither what was asked before nor how often makes a difference.
      let again = VaultRouter(in: worker)
        .partitions(of: Self.texts.reversed(), counts: counts.reversed())
      for (count, lists) in zip(counts, zip(first, again.reversed())) {
        for (text, partitions) in zip(Self.texts, zip(lists.0, lists.1.reversed())) {
          try check(
            partitions.1, equals: partitions.0,
            when:
              "the partition of \(describe(String(text.rawValue.prefix(40)))) is asked again, of \(count)"
          )
        }
      }
    }
  }

  @Test(
    "Of 10 000 lots over 8 partitions, each partition gets between half and double the mean",
    .behaviour(
      "B3", points: 2, isOpen: true,
      hint: """
        All characters of the text should count. A partition that has nothing to do is as useless \
        as one that has everything.
        """))
  func spread() throws {
    let streams = (1...10_000).map { StreamID(rawValue: "lot-tarn-\($0)") }
    let list = VaultRouter().partitions(of: streams, counts: [8])[0]
    var sizes = [Int](repeating: 0, count: 8)
    for partition in list {
      try check(
        sizes.indices.contains(partition), expected: "a number in 0..<8", got: partition,
        when: "a lot is placed")
      sizes[partition] += 1
    }
    try check(
      sizes.allSatisfy { (625...2_500).contains($0) },
      expected: "between 625 and 2500 lots in each",
      got: sizes, when: "lot-tarn-1 to lot-tarn-10000 are placed in 8 partitions")
  }
}
