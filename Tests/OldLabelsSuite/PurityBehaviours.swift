import EventSourcing
import SeedVault
import SuiteSupport
import Testing

/// What reading depends on, and what it leaves behind.
@Suite("What makes no difference", .exercise(.oldLabels))
struct PurityBehaviours {
  @Test(
    "Reading leaves no trace: what is stored is read again, in either mode, as for the first time",
    .behaviour(
      "B14", points: 2,
      hint: """
        The store keeps what was written, for ever. A reader that replaces or remembers what it \
        has read answers the next reader from its own copy of the past.
        """))
  func noTrace() throws {
    let codec = TarnholtCodec()
    try codec.checkReads()
    // What a reader makes of these is the matter of other behaviours; here it must stay the same.
    let labels =
      Label.known + [
        .shelfMove, .lastShipment, Label("lot.photographed", 1, ["at": .int(1)], means: []),
        Label.current[1].renamed("lot.tested", 3), Label.counted.with("at", nil),
        Label.percentage.with("sown", .string("many")),
      ]
    var first: [String: Outcome<[LotEvent], EvolutionError>] = [:]
    for round in ["first", "second", "third"] {
      for mode in ReaderMode.both {
        for label in labels {
          let got = codec.reading(of: label.recorded(), mode)
          try check(
            got, equals: first["\(mode) \(label.line)", default: got], given: [label.line],
            when: "the \(mode) reader decodes it the \(round) time, after both readers did before")
          first["\(mode) \(label.line)"] = got
        }
      }
    }
    // In another store, another event has the same identity and place.
    for label in Label.known { try codec.check(label, as: label.recorded(1)) }
    let newcomer = TarnholtCodec()
    for label in Label.known.reversed() { try newcomer.check(label, as: label.recorded(1)) }
  }

  @Test(
    "Only type, schema and payload count: not the record, the clock, the process or a policy",
    .behaviour(
      "B15", points: 4,
      hint: """
        An old fact means the same whenever and wherever it is read. All that a label says is in \
        the label; where and when it was put on the shelf is another matter.
        """))
  func payloadOnly() throws {
    let moments: [Timestamp] = [-62_135_596_800_000, 31_536_000_000, 31_556_995_200_000]
    for worker in [Worker.current, try .fresh()] {
      let codec = TarnholtCodec(in: worker)
      for (index, recordedAt) in moments.enumerated() {
        for (number, label) in (Label.known + [.shelfMove]).enumerated() {
          var stored = label.recorded(
            1 + index * 1_000 + number, in: index == 1 ? "lot-tarn-7" : "lot-holm-\(index)",
            at: recordedAt)
          stored.event.metadata = ["lot": "holm-9", "schema": "1", "policy": "\(index)"]
          try codec.check(label, as: stored)
        }
        for old in [Label.counted, .current[0]] {
          let label = old.with("quarantineEndsAt", nil)
          try codec.check(
            label.recorded(at: recordedAt), label.line,
            throws: "an error, since nobody wrote down when the quarantine ends"
          ) { _ in true }
        }
      }
    }
  }
}
