import EventSourcing
import SeedVault

extension LotEvent {
  /// A deposit in 1971, of a taxon that does not matter.
  static func deposit(_ seeds: Int) -> Self {
    .deposited(
      "tarn-17", Taxon(genus: "Hordeum", species: "spontaneum"), seeds: seeds,
      quarantineEndsAt: 34_128_000_000, at: 31_536_000_000)
  }

  /// A test in which so many of the sown seeds germinated.
  static func test(_ germinated: Int, of sown: Int) -> Self {
    .tested(sown: sown, germinated: germinated, at: .later)
  }

  /// Seeds set aside.
  static func reserve(_ seeds: Int, for request: RequestID) -> Self {
    .reserved(request, seeds: seeds, at: .later)
  }

  /// Seeds given back.
  static func release(_ seeds: Int, of request: RequestID) -> Self {
    .released(request, seeds: seeds, at: .later)
  }

  /// Seeds sent off.
  static func dispatch(_ seeds: Int, to request: RequestID) -> Self {
    .dispatched(request, seeds: seeds, at: .later)
  }

  /// The end of an empty lot.
  static var exhaust: Self { .exhausted(at: .later) }

  /// The end of a lot that is given up.
  static func discard(_ seeds: Int) -> Self {
    .discarded(reason: "mould", seedsLost: seeds, at: .later)
  }
}

extension Timestamp {
  /// A moment in 2970: no desk has a reason to look at the time, least of all at the clock's.
  fileprivate static let later: Self = 31_570_000_000_000
}
