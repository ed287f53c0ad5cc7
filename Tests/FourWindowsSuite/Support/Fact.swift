import SeedVault

/// Something that happened to a lot.
struct Fact: Sendable {
  /// The lot.
  var lot: LotID
  /// What happened.
  var event: LotEvent
}
