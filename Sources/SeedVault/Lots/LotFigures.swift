/// The numbers of one lot after some of its events.
///
/// **No seed appears or disappears.** After every prefix of a history that the rules allow, the
/// seeds deposited equal `onHand + dispatched + sown + lost`.
public struct LotFigures: Hashable, Codable, Sendable {
  /// The seeds in the vault, reserved ones included.
  public var onHand: Int

  /// The seeds on hand that are set aside for requests; `onHand − reserved` are available.
  public var reserved: Int

  /// The seeds that were sent off to requests.
  public var dispatched: Int

  /// The seeds that were used up by tests.
  public var sown: Int

  /// The seeds that were lost when the lot was discarded.
  public var lost: Int

  /// The germinated permille of the latest test, rounded down; nil if there was none.
  public var viabilityPermille: Int?

  /// Whether the lot was exhausted or discarded.
  public var closed: Bool

  /// Creates figures.
  public init(
    onHand: Int,
    reserved: Int,
    dispatched: Int,
    sown: Int,
    lost: Int,
    viabilityPermille: Int?,
    closed: Bool
  ) {
    self.onHand = onHand
    self.reserved = reserved
    self.dispatched = dispatched
    self.sown = sown
    self.lost = lost
    self.viabilityPermille = viabilityPermille
    self.closed = closed
  }
}
