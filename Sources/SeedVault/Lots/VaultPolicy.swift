/// The limits under which the vault reserves seeds.
public struct VaultPolicy: Hashable, Codable, Sendable {
  /// The number of available seeds that must stay unreserved in each lot, 0 or more.
  public var reserveFloor: Int

  /// The permille of germinated seeds that the latest test must reach to reserve, 0 to 1000.
  public var minViabilityPermille: Int

  /// Creates a policy.
  public init(reserveFloor: Int, minViabilityPermille: Int) {
    self.reserveFloor = reserveFloor
    self.minViabilityPermille = minViabilityPermille
  }
}
