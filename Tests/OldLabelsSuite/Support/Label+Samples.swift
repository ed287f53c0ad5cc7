import EventSourcing
import SeedVault

/// Labels of every type and schema that the vault ever wrote.
extension Label {
  /// The labels of today, one of each type.
  static let current: [Label] = [
    Label(
      "lot.deposited", 3,
      [
        "lot": .string("tarn-7"), "genus": .string("Hordeum"), "species": .string("vulgare"),
        "seeds": .int(500), "quarantineEndsAt": .int(34_128_000_000), "at": .int(31_536_000_000),
      ], means: [.deposit(of: 500)]),
    Label(
      "lot.tested", 2, ["sown": .int(40), "germinated": .int(34), "at": .int(31_536_000_001)],
      means: [.tested(sown: 40, germinated: 34, at: 31_536_000_001)]),
    Label(
      "lot.reserved", 2, ["request": .string("r-1"), "seeds": .int(60), "at": .int(5)],
      means: [.reserved("r-1", seeds: 60, at: 5)]),
    Label(
      "lot.released", 1, ["request": .string("r-2"), "seeds": .int(61), "at": .int(-6)],
      means: [.released("r-2", seeds: 61, at: -6)]),
    Label(
      "lot.dispatched", 1, ["request": .string("r-3"), "seeds": .int(62), "at": .int(7)],
      means: [.dispatched("r-3", seeds: 62, at: 7)]),
    Label("lot.exhausted", 1, ["at": .int(8)], means: [.exhausted(at: 8)]),
    Label(
      "lot.discarded", 1, ["reason": .string("mould"), "seedsLost": .int(63), "at": .int(9)],
      means: [.discarded(reason: "mould", seedsLost: 63, at: 9)]),
  ]

  /// A deposit that was weighed.
  static let weighed = Label(
    "lot.deposited", 1,
    [
      "lot": .string("tarn-7"), "taxon": .string("Hordeum vulgare"), "grams": .int(25),
      "seedsPerGram": .int(20), "quarantineEndsAt": .int(34_128_000_000),
      "at": .int(31_536_000_000),
    ], means: [.deposit(of: 500)])

  /// A deposit with its taxon in one text.
  static let counted = Label(
    "lot.deposited", 2,
    [
      "lot": .string("tarn-7"), "taxon": .string("Hordeum vulgare"), "seeds": .int(500),
      "quarantineEndsAt": .int(34_128_000_000), "at": .int(31_536_000_000),
    ], means: [.deposit(of: 500)])

  /// A test in percent.
  static let percentage = Label(
    "lot.tested", 1, ["sown": .int(200), "percent": .int(50), "at": .int(31_536_000_001)],
    means: [.tested(sown: 200, germinated: 100, at: 31_536_000_001)])

  /// A reservation of a `qty`.
  static let quantity = Label(
    "lot.reserved", 1, ["request": .string("r-1"), "qty": .int(60), "at": .int(5)],
    means: [.reserved("r-1", seeds: 60, at: 5)])

  /// A shipment of the last seeds.
  static let lastShipment = Label(
    "lot.shipped", 1,
    ["request": .string("r-3"), "seeds": .int(62), "emptied": .bool(true), "at": .int(7)],
    means: [.dispatched("r-3", seeds: 62, at: 7), .exhausted(at: 7)])

  /// A shipment that left some seeds.
  static let shipment = Label(
    "lot.shipped", 1,
    ["request": .string("r-3"), "seeds": .int(62), "emptied": .bool(false), "at": .int(7)],
    means: [.dispatched("r-3", seeds: 62, at: 7)])

  /// A move between shelves, which nobody cares for any more.
  static let shelfMove = Label(
    "lot.shelfMoved", 1, ["from": .string("A-3"), "to": .string("B-1"), "at": .int(10)], means: [])

  /// Labels that are not written any more and are one step away from one label of today.
  ///
  /// Careless arithmetic gets their numbers right; that it is careless is a behaviour of its own, as
  /// are several steps and splits.
  static let changed = [counted, percentage, quantity]

  /// Every label that means one event.
  static let known = current + changed

  /// A weighed deposit of other numbers.
  static func weighed(_ grams: Int64, _ seedsPerGram: Int64, means seeds: Int) -> Label {
    var label = weighed.with("grams", .int(grams)).with("seedsPerGram", .int(seedsPerGram))
    label.meaning = [.deposit(of: seeds)]
    return label
  }

  /// A test in percent of other numbers.
  static func percentage(_ sown: Int64, _ percent: Int64, means germinated: Int) -> Label {
    var label = percentage.with("sown", .int(sown)).with("percent", .int(percent))
    label.meaning = [.tested(sown: Int(sown), germinated: germinated, at: 31_536_000_001)]
    return label
  }
}

extension LotEvent {
  /// The deposit that the samples are about.
  static func deposit(
    of seeds: Int, _ taxon: Taxon = Taxon(genus: "Hordeum", species: "vulgare")
  ) -> LotEvent {
    .deposited(
      "tarn-7", taxon, seeds: seeds, quarantineEndsAt: 34_128_000_000, at: 31_536_000_000)
  }
}
