import EventSourcing
import SeedVault

/// The rules of one lot of the Tarnholt Seed Vault.
///
/// `decide` may refuse and changes nothing; `evolve` changes the state and may not refuse. The
/// deposit is written in both, to show the way; the rest is yours.
struct TarnholtRules: LotRules {
  /// The limits that decisions apply; evolving never looks at them.
  private let policy: VaultPolicy

  /// A lot without any history.
  let initialState = Lot()

  /// Creates rules under a policy.
  init(policy: VaultPolicy) {
    self.policy = policy
  }

  // MARK: - Deciding

  /// Decides what happens because of a command; each command has its own function below.
  func decide(
    _ command: LotCommand, in lot: Lot, context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    let now = context.now
    switch command {
    case .deposit(let id, let taxon, let seeds, let days):
      return try deposit(id, taxon, seeds: seeds, quarantineDays: days, in: lot, at: now)
    case .recordTest(let sown, let germinated):
      return try recordTest(sown: sown, germinated: germinated, in: lot, at: now)
    case .reserve(let request, let seeds):
      return try reserve(request, seeds: seeds, in: lot, at: now)
    case .release(let request):
      return try release(request, in: lot, at: now)
    case .dispatch(let request):
      return try dispatch(request, in: lot, at: now)
    case .discard(let reason):
      return try discard(reason: reason, in: lot, at: now)
    }
  }

  /// Takes a new lot into the vault.
  private func deposit(
    _ id: LotID, _ taxon: Taxon, seeds: Int, quarantineDays: Int, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    guard !lot.isDeposited else { throw .alreadyDeposited }
    guard seeds >= 1, quarantineDays >= 0 else { throw .invalidQuantity }
    let end = Timestamp(rawValue: now.rawValue + Int64(quarantineDays) * 86_400_000)
    return [.deposited(id, taxon, seeds: seeds, quarantineEndsAt: end, at: now)]
  }

  /// Records a germination test of seeds that are available; quarantine and floor do not matter.
  private func recordTest(
    sown: Int, germinated: Int, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    // TODO: Refuse what the rules do not allow, else say what happened.
    []
  }

  /// Sets seeds aside for a request that is new to the lot.
  private func reserve(
    _ request: RequestID, seeds: Int, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    // TODO: Four things can stand in the way of a new reservation. What of a repeated one?
    []
  }

  /// Gives back the seeds that are set aside for a request.
  private func release(
    _ request: RequestID, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    // TODO: Where does the request stand? Each of the four answers has its own outcome.
    []
  }

  /// Sends off the seeds that are set aside for a request; the last ones close the lot.
  private func dispatch(
    _ request: RequestID, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    // TODO: As with a release; and the last seeds to leave close the lot in the same decision.
    []
  }

  /// Gives up a lot that nobody has a reservation in.
  private func discard(
    reason: String, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    // TODO: Nothing may be reserved. If something is, name the smallest request.
    []
  }

  /// Refuses a command that needs a lot which is there and open.
  private func requireOpen(_ lot: Lot) throws(LotRejection) {
    guard lot.isDeposited else { throw .unknownLot }
    guard !lot.isClosed else { throw .lotClosed }
  }

  // MARK: - Evolving

  /// Returns the lot after an event, whatever the event says: it has happened.
  func evolve(_ state: Lot, _ event: LotEvent) -> Lot {
    var lot = state
    switch event {
    case .deposited(_, _, let seeds, let quarantineEndsAt, _):
      lot.isDeposited = true
      lot.onHand &+= seeds
      lot.quarantineEndsAt = quarantineEndsAt
    case .tested, .reserved, .released, .dispatched, .exhausted, .discarded:
      // TODO: Write down what each of these events changes. No event can be refused here.
      break
    }
    return lot
  }

  /// Returns whether the lot is closed for good.
  func isTerminal(_ lot: Lot) -> Bool {
    lot.isClosed
  }
}
