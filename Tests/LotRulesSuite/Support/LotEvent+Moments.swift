import EventSourcing
import SeedVault

extension LotEvent {
  /// The same event, said to have happened at another moment.
  func stamped(_ moment: Timestamp) -> LotEvent {
    switch self {
    case .deposited(let id, let taxon, let seeds, let quarantineEndsAt, _):
      .deposited(id, taxon, seeds: seeds, quarantineEndsAt: quarantineEndsAt, at: moment)
    case .tested(let sown, let germinated, _):
      .tested(sown: sown, germinated: germinated, at: moment)
    case .reserved(let request, let seeds, _): .reserved(request, seeds: seeds, at: moment)
    case .released(let request, let seeds, _): .released(request, seeds: seeds, at: moment)
    case .dispatched(let request, let seeds, _): .dispatched(request, seeds: seeds, at: moment)
    case .exhausted: .exhausted(at: moment)
    case .discarded(let reason, let seedsLost, _):
      .discarded(reason: reason, seedsLost: seedsLost, at: moment)
    }
  }
}

extension CommandFate {
  /// The same fate, with every event said to have happened at another moment.
  ///
  /// Which moment an event carries is the matter of one behaviour; the others look past it.
  func stamped(_ moment: Timestamp) -> CommandFate {
    switch self {
    case .accepted(let events): .accepted(events.map { $0.stamped(moment) })
    case .refused: self
    }
  }

  /// Whether the command was refused.
  var isRefused: Bool {
    if case .refused = self { true } else { false }
  }
}

extension VaultPolicy {
  /// A policy that keeps nobody from reserving.
  static let lenient = VaultPolicy(reserveFloor: 0, minViabilityPermille: 0)
}

extension Taxon {
  /// Two-rowed barley.
  static let barley = Taxon(genus: "Hordeum", species: "vulgare")
}
