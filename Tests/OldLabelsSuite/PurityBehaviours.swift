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
      "B14", points: 3,
      hint: """
        The store keeps what was written, for ever. A reader that replaces or remembers what it \
        has read answers the next reader from its own copy of the past.
        """))
  func noTrace() throws {
    let codec = TarnholtCodec()
    let unknown = Label("lot.photographed", 1, ["at": .int(1)], means: [])
    let future = Label.current[1].renamed("lot.tested", 3)
    for _ in 1...2 {
      for mode in [ReaderMode.tolerant, .strict] {
        for (index, label) in (Label.known + [.shelfMove]).enumerated() {
          try codec.check(label, as: label.recorded(index + 1), mode)
        }
      }
      for label in [unknown, future] { try codec.checkUnknown(label) }
      for label in [Label.counted, .percentage] {
        try codec.check(label.with("at", nil), throws: "missingField, with the field at") {
          if case .missingField(_, "at") = $0 { true } else { false }
        }
      }
    }
    // In another store another event has the same place and identity.
    for (index, label) in (Label.known + [.shelfMove]).reversed().enumerated() {
      try codec.check(label, as: label.recorded(index + 1))
    }
    let newcomer = TarnholtCodec()
    for label in Label.known { try newcomer.check(label) }
    for label in [unknown, future] { try newcomer.checkUnknown(label) }
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
        for label in Label.known + [.shelfMove] {
          var stored = label.recorded(
            1 + index * 1_000, in: index == 1 ? "lot-tarn-7" : "lot-holm-\(index)", at: recordedAt)
          stored.event.metadata = ["lot": "holm-9", "schema": "1", "policy": "\(index)"]
          try codec.check(label, as: stored)
        }
        for old in [Label.weighed, .counted, .current[0]] {
          let label = old.with("quarantineEndsAt", nil)
          try codec.check(
            label.recorded(9, at: recordedAt), label.line,
            throws: "missingField, with the field quarantineEndsAt"
          ) { if case .missingField(_, "quarantineEndsAt") = $0 { true } else { false } }
        }
      }
    }
  }
}
