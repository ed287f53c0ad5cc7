import EventSourcing
import SeedVault
import SuiteSupport

/// A lot in the learner's hands: rules under a policy, and the state they made of a history.
struct Lot {
  /// When commands are decided unless a case says otherwise, by any clock after every quarantine.
  static let noon = Timestamp.in2970

  /// The policy of the rules.
  let policy: VaultPolicy
  /// The learner's rules.
  let rules: TarnholtRules
  /// What has happened to the lot.
  let history: [LotEvent]
  /// What the learner's rules made of it.
  let state: TarnholtRules.State

  /// Folds a history.
  init(
    _ history: [LotEvent] = [], under policy: VaultPolicy = .lenient, in worker: Worker = .current
  ) {
    self.init(history, rules: TarnholtRules(policy: policy, in: worker), policy: policy)
  }

  /// Folds a history with rules that are there already.
  init(_ history: [LotEvent], rules: TarnholtRules, policy: VaultPolicy) {
    self.init(history, state: rules.fold(history), rules: rules, policy: policy)
  }

  /// Takes a state that rules made of a history in some other way.
  init(_ history: [LotEvent], state: TarnholtRules.State, like other: Lot) {
    self.init(history, state: state, rules: other.rules, policy: other.policy)
  }

  /// Sets every property.
  private init(
    _ history: [LotEvent], state: TarnholtRules.State, rules: TarnholtRules, policy: VaultPolicy
  ) {
    self.policy = policy
    self.rules = rules
    self.history = history
    self.state = state
  }

  /// A lot that was deposited in 1971, its quarantine long over.
  static func deposited(
    _ seeds: Int, _ rest: LotEvent..., under policy: VaultPolicy = .lenient
  ) -> Lot {
    Lot([.deposit(of: seeds)] + rest, under: policy)
  }

  /// The same lot after what happens next.
  func after(_ events: LotEvent...) -> Lot {
    after(events)
  }

  /// The same lot after what happens next.
  func after(_ events: [LotEvent]) -> Lot {
    Lot(history + events, state: rules.fold(events, from: state), like: self)
  }

  // MARK: - Asking

  /// What the learner's rules decide on this very state.
  func fate(of command: LotCommand, at now: Timestamp = Lot.noon) -> CommandFate {
    let context = Self.context(of: command, at: now)
    do throws(LotRejection) {
      return .accepted(try rules.decide(command, in: state, context: context))
    } catch {
      return .refused(error)
    }
  }

  /// What the learner's rules decide on a state of this history that nothing was asked of yet.
  ///
  /// So rules that alter the state they are given fail where that is the matter, and only there.
  func fateAfresh(of command: LotCommand, at now: Timestamp = Lot.noon) -> CommandFate {
    CommandFate(
      rules.decide(each: [(command, Self.context(of: command, at: now))], after: history)[0])
  }

  /// What a command is decided with; other commands get other ids.
  static func context(of command: LotCommand, at now: Timestamp) -> DecisionContext {
    let name =
      switch command {
      case .deposit: "deposit"
      case .recordTest(let sown, let germinated): "test-\(germinated)-of-\(sown)"
      case .reserve(let request, let seeds): "reserve-\(seeds)-for-\(request)"
      case .release(let request): "release-\(request)"
      case .dispatch(let request): "dispatch-\(request)"
      case .discard: "discard"
      }
    return DecisionContext(commandID: "\(name)-at-\(now.rawValue)", now: now, actor: "curator")
  }

  /// Checks that a command is accepted with these events; the moments they carry are not compared.
  func when(
    _ command: LotCommand, at now: Timestamp = Lot.noon, yields expected: LotEvent...
  ) throws {
    try when(command, at: now, meets: .accepted(expected))
  }

  /// Checks that a command is accepted and changes nothing.
  func whenRepeated(_ command: LotCommand, at now: Timestamp = Lot.noon) throws {
    try when(command, at: now, meets: .accepted([]))
  }

  /// Checks that a command is refused for the only reason there is.
  func when(
    _ command: LotCommand, at now: Timestamp = Lot.noon, isRefused reason: LotRejection
  ) throws {
    try when(command, at: now, meets: .refused(reason))
  }

  /// Checks that a command is refused for a reason that a statement describes.
  func when(
    _ command: LotCommand, at now: Timestamp = Lot.noon, isRefused expected: String,
    _ fits: (LotRejection) -> Bool
  ) throws {
    let got = fateAfresh(of: command, at: now)
    let isFitting = if case .refused(let reason) = got { fits(reason) } else { false }
    try check(
      isFitting, expected: "refused: \(expected)", got: got, given: given,
      when: question(command, at: now))
  }

  /// Checks the fate of a command, looking past the moments that its events carry.
  func when(_ command: LotCommand, at now: Timestamp, meets expected: CommandFate) throws {
    let got = fateAfresh(of: command, at: now)
    guard got.stamped(now) != expected.stamped(now) else { return }
    try check(
      got, equals: expected.stamped(now), given: given, when: question(command, at: now))
  }

  /// Checks the fate of a command, the moments that its events carry included.
  func when(_ command: LotCommand, at now: Timestamp, meetsExactly expected: CommandFate) throws {
    try check(
      fateAfresh(of: command, at: now), equals: expected, given: given,
      when: question(command, at: now))
  }

  /// Checks whether the lot is closed for good.
  func isTerminal(_ expected: Bool) throws {
    try check(rules.isTerminal(state), equals: expected, given: given, when: "isTerminal is asked")
  }

  /// What had happened before, for a finding.
  var given: [Any] { [policy] + history }

  /// What is asked, for a finding.
  private func question(_ command: LotCommand, at now: Timestamp) -> String {
    "\(describe(command)) is decided at \(now.rawValue)"
  }
}

extension LotEvent {
  /// A deposit in 1971 whose quarantine is over by noon.
  static func deposit(of seeds: Int, as id: LotID = "tarn-7") -> LotEvent {
    .deposited(
      id, .barley, seeds: seeds, quarantineEndsAt: .in1971.later(by: 20 * .day), at: .in1971)
  }

  /// A test before noon.
  static func test(_ germinated: Int, of sown: Int) -> LotEvent {
    .tested(sown: sown, germinated: germinated, at: Lot.noon.earlier(by: .day))
  }

  /// A reservation before noon.
  static func reservation(_ request: RequestID, of seeds: Int) -> LotEvent {
    .reserved(request, seeds: seeds, at: Lot.noon.earlier(by: 5_000))
  }

  /// A release before noon.
  static func release(_ request: RequestID, of seeds: Int) -> LotEvent {
    .released(request, seeds: seeds, at: Lot.noon.earlier(by: 4_000))
  }

  /// A dispatch before noon.
  static func dispatch(_ request: RequestID, of seeds: Int) -> LotEvent {
    .dispatched(request, seeds: seeds, at: Lot.noon.earlier(by: 3_000))
  }
}
