import EventSourcing
import SeedVault
import SuiteSupport
import Testing

/// What labels of former times mean today.
@Suite("The labels of former times", .exercise(.oldLabels))
struct OldLabelBehaviours {
  @Test(
    "Labels of every old schema decode to the events of their current form",
    .behaviour(
      "B3", points: 7, isOpen: true,
      hint: """
        Each step leads to the next schema only, and the chain does the rest. Whole numbers stay \
        whole: multiply first, then divide, and keep fractions out of it.
        """))
  func oldSchemas() throws {
    let codec = TarnholtCodec()
    for label in Label.changed + [.weighed, .shipment, .lastShipment] { try codec.check(label) }
    for label in [
      Label.weighed(24, 20, means: 480), .weighed(1, 1, means: 1), .weighed(0, 250, means: 0),
      .weighed(7, 33, means: 231),
      .weighed(3_000_000_001, 3_000_000_001, means: 9_000_000_006_000_000_001),
      .percentage(40, 85, means: 34), .percentage(7, 50, means: 3), .percentage(100, 29, means: 29),
      .percentage(3, 33, means: 0),
      .percentage(99, 99, means: 98), .percentage(12, 0, means: 0), .percentage(12, 100, means: 12),
      .percentage(1_000_003, 57, means: 570_001),
      .percentage(90_071_992_547_409_931, 100, means: 90_071_992_547_409_931),
    ] {
      try codec.check(label)
    }
    for old in [Label.weighed, .counted] {
      var label = old.with("taxon", .string("Hordeum vulgare subsp. spontaneum"))
      label.meaning = [
        .deposit(of: 500, Taxon(genus: "Hordeum", species: "vulgare subsp. spontaneum"))
      ]
      try codec.check(label)
    }
  }

  @Test(
    "A shipment is read as its dispatch and then, if it emptied the lot, the exhaustion",
    .behaviour(
      "B10", points: 4, isOpen: true,
      hint: """
        One old fact may be two facts of today. They happened at the same moment, but one because \
        of the other: the order is part of the history.
        """))
  func split() throws {
    let codec = TarnholtCodec()
    for (number, emptied) in [true, false, false, true].enumerated() {
      let request = RequestID(rawValue: "r-\(number)")
      let at = Timestamp(rawValue: 31_536_000_000 - Int64(number))
      var label = Label.shipment.with("emptied", .bool(emptied))
        .with("request", .string(request.rawValue)).with("at", .int(at.rawValue))
        .with("seeds", .int(Int64(number)))
      label.meaning = [.dispatched(request, seeds: number, at: at)]
      if emptied { label.meaning.append(.exhausted(at: at)) }
      try codec.check(label, as: label.recorded(number + 1))
    }
  }

  @Test(
    "A retired label stands for nothing, to strict and tolerant readers",
    .behaviour(
      "B11", points: 3, isOpen: true,
      hint: """
        To be retired is not to be unknown. The vault knows what the label meant, and that it \
        means nothing any more; so there is nothing to be strict about.
        """))
  func retired() throws {
    let codec = TarnholtCodec()
    try codec.checkReads()
    for label in [
      Label.shelfMove, .shelfMove.with("from", nil), .shelfMove.with("from", .null),
      .shelfMove.with("at", .string("noon")), Label("lot.shelfMoved", 1, [:], means: []),
      Label("lot.shelfMoved", 1, Label.weighed.fields, means: []),
    ] {
      try codec.check(label)
    }
  }

  @Test(
    "A product that does not fit a whole number is `malformed`, and the largest that fits is not",
    .behaviour(
      "B20", points: 3,
      hint: """
        A payload that no sane scale ever wrote is still a payload. In Swift an overflow of `*` \
        ends the process; there is a way to multiply that tells instead.
        """))
  func overflow() throws {
    let codec = TarnholtCodec()
    let most = Int64.max
    for label in [
      Label.weighed(most, 1, means: .max), .weighed(1, .min, means: .min),
      .weighed(most / 7, 7, means: Int(most / 7 * 7)),
      .percentage(most / 100, 100, means: Int(most / 100)),
    ] {
      try codec.check(label)
    }
    for (grams, seedsPerGram) in [
      (most, 2), (2, most), (most / 7 + 1, 7), (.min, 3), (.min, -1), (most, most), (most, .min),
    ] {
      try codec.check(
        .weighed(grams, seedsPerGram, means: 0), throws: "malformed, with the field grams"
      ) { if case .malformed(_, "grams") = $0 { true } else { false } }
    }
    for (sown, percent) in [
      (most, 2), (most / 100 + 1, 100), (100, most), (.min, 50), (-1, .min), (most, most),
    ] {
      try codec.check(
        .percentage(sown, percent, means: 0), throws: "malformed, with the field percent"
      ) { if case .malformed(_, "percent") = $0 { true } else { false } }
    }
  }

  @Test(
    "A history with labels of all ages adds up to the figures of the same history written today",
    .behaviour(
      "B19", points: 4,
      hint: """
        Not one seed may be lost on the way to the present. Where labels differ only by age, what \
        they add up to does not differ at all.
        """))
  func histories() async throws {
    let codec = TarnholtCodec()
    for seed: UInt64 in 51...58 {
      let entries = MixedHistory(seed: seed).entries
      guard objection(to: entries, by: codec) != nil else { continue }
      // Only the entries that matter.
      let fewest = await smallest(of: entries) { objection(to: $0, by: codec) != nil }
      guard let objection = objection(to: fewest, by: codec) else { continue }
      try check(
        objection.got, equals: objection.expected, given: objection.labels.map(\.line),
        when: "the strict reader decodes them, and their figures are added up (seed \(seed))")
    }
  }

  /// Where the figures of a history, written in old labels or in those of today, are not what happened.
  private func objection(
    to entries: [MixedHistory.Entry], by codec: TarnholtCodec
  ) -> (labels: [Label], got: LotFigures?, expected: LotFigures)? {
    let expected = LotFigures(after: entries.flatMap(\.stored.meaning))
    for labels in [entries.flatMap(\.today), entries.map(\.stored)] {
      let events = codec.decode(each: labels.map { $0.recorded() }, mode: .strict).map {
        try? $0.get()
      }
      let got =
        events.contains(nil) ? nil : LotFigures(after: events.compactMap(\.self).flatMap(\.self))
      if got != expected { return (labels, got, expected) }
    }
    return nil
  }
}
