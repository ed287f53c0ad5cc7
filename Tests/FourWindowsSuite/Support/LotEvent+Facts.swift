import EventSourcing
import SeedVault

extension Taxon {
  /// Barley.
  static let barley = Taxon(genus: "Hordeum", species: "vulgare")
  /// Wild barley, of the same genus.
  static let wildBarley = Taxon(genus: "Hordeum", species: "spontaneum")
  /// Heather, whose species has the same name as that of barley.
  static let heather = Taxon(genus: "Calluna", species: "vulgare")
}

extension Timestamp {
  /// A moment in 1971, far from the present.
  static let in1971: Timestamp = 34_128_000_000
}

/// Facts with the moments that no window shows.
extension LotEvent {
  /// Seeds came in.
  static func deposit(_ seeds: Int, of taxon: Taxon = .barley) -> LotEvent {
    .deposited("the lot", taxon, seeds: seeds, quarantineEndsAt: .in1971, at: .in1971)
  }

  /// Seeds were tested.
  static func test(_ germinated: Int, of sown: Int) -> LotEvent {
    .tested(sown: sown, germinated: germinated, at: .in1971)
  }

  /// Seeds were set aside.
  static func reserve(_ seeds: Int, for request: RequestID) -> LotEvent {
    .reserved(request, seeds: seeds, at: .in1971)
  }

  /// Seeds became available again.
  static func release(_ seeds: Int, of request: RequestID) -> LotEvent {
    .released(request, seeds: seeds, at: .in1971)
  }

  /// Seeds were sent off.
  static func dispatch(_ seeds: Int, to request: RequestID) -> LotEvent {
    .dispatched(request, seeds: seeds, at: .in1971)
  }

  /// The last seed was sent off.
  static let exhaust = LotEvent.exhausted(at: .in1971)

  /// The lot was given up.
  static func discard(_ seeds: Int) -> LotEvent {
    .discarded(reason: "mold", seedsLost: seeds, at: .in1971)
  }
}
