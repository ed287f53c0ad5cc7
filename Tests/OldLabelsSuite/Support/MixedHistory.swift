import EventSourcing
import SeedVault
import SeededRandom
import SuiteSupport

/// The history of one lot as several generations of programs wrote it.
struct MixedHistory {
  /// One entry of the history.
  struct Entry {
    /// The label it was stored with, of any age.
    var stored: Label
    /// The labels it would be stored with today.
    var today: [Label]
  }

  /// The entries, oldest first.
  let entries: [Entry]

  /// A history by the numbers of a generator.
  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var entries = [Self.deposit(using: &random)]
    for number in 1...12 { entries.append(Self.entry(number, using: &random)) }
    self.entries = entries
  }

  /// The first entry.
  private static func deposit(using random: inout SeededGenerator) -> Entry {
    let grams = Int64.random(in: 1...900, using: &random)
    let seedsPerGram = Int64.random(in: 3...700, using: &random)
    let seeds = Int(grams * seedsPerGram)
    let today = today(.deposit(of: seeds))
    return switch Int.random(in: 0..<3, using: &random) {
    case 0: Entry(stored: .weighed(grams, seedsPerGram, means: seeds), today: [today])
    case 1: Entry(stored: counted(seeds), today: [today])
    default: Entry(stored: today, today: [today])
    }
  }

  /// A deposit of the second schema.
  private static func counted(_ seeds: Int) -> Label {
    var label = Label.counted.with("seeds", .int(Int64(seeds)))
    label.meaning = [.deposit(of: seeds)]
    return label
  }

  /// A later entry.
  private static func entry(_ number: Int, using random: inout SeededGenerator) -> Entry {
    let request = RequestID(rawValue: "r-\(number)")
    let seeds = Int.random(in: 1...400, using: &random)
    let isOld = Bool.random(using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1:
      let percent = Int64.random(in: 1...99, using: &random)
      let old = Label.percentage(Int64(seeds), percent, means: seeds * Int(percent) / 100)
      let today = old.meaning.map(today)
      return Entry(stored: isOld ? old : today[0], today: today)
    case 2:
      var old = Label.quantity.with("request", .string(request.rawValue))
        .with("qty", .int(Int64(seeds)))
      old.meaning = [.reserved(request, seeds: seeds, at: 5)]
      let today = old.meaning.map(today)
      return Entry(stored: isOld ? old : today[0], today: today)
    case 3:
      let today = today(.released(request, seeds: seeds, at: 6))
      return Entry(stored: today, today: [today])
    case 4:
      var old = (isOld ? Label.lastShipment : .shipment).with("request", .string(request.rawValue))
        .with("seeds", .int(Int64(seeds)))
      old.meaning = [.dispatched(request, seeds: seeds, at: 7)]
      if isOld { old.meaning.append(.exhausted(at: 7)) }
      return Entry(stored: old, today: old.meaning.map(today))
    default:
      return Entry(stored: .shelfMove, today: [])
    }
  }

  /// The label of today for an event, from the samples.
  private static func today(_ event: LotEvent) -> Label {
    var label: Label
    switch event {
    case .deposited(_, _, let seeds, _, _):
      label = .current[0].with("seeds", .int(Int64(seeds)))
    case .tested(let sown, let germinated, _):
      label = .current[1].with("sown", .int(Int64(sown)))
        .with("germinated", .int(Int64(germinated)))
    case .reserved(let request, let seeds, _):
      label = .current[2].with("request", .string(request.rawValue))
        .with("seeds", .int(Int64(seeds)))
    case .released(let request, let seeds, _):
      label = .current[3].with("request", .string(request.rawValue))
        .with("seeds", .int(Int64(seeds))).with("at", .int(6))
    case .dispatched(let request, let seeds, _):
      label = .current[4].with("request", .string(request.rawValue))
        .with("seeds", .int(Int64(seeds)))
    case .exhausted: label = .current[5].with("at", .int(7))
    case .discarded: label = .current[6]
    }
    label.meaning = [event]
    return label
  }
}

extension LotFigures {
  /// The figures that the case study demands after some events.
  init(after events: some Sequence<LotEvent>) {
    self.init(
      onHand: 0, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil, closed: false
    )
    for event in events {
      switch event {
      case .deposited(_, _, let seeds, _, _): onHand &+= seeds
      case .tested(let seeds, let germinated, _):
        onHand &-= seeds
        sown &+= seeds
        viabilityPermille = seeds > 0 ? germinated &* 1000 / seeds : 0
      case .reserved(_, let seeds, _): reserved &+= seeds
      case .released(_, let seeds, _): reserved &-= seeds
      case .dispatched(_, let seeds, _):
        onHand &-= seeds
        reserved &-= seeds
        dispatched &+= seeds
      case .exhausted: closed = true
      case .discarded(_, let seedsLost, _):
        onHand &-= seedsLost
        lost &+= seedsLost
        closed = true
      }
    }
  }
}
