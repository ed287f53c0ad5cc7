public import EventSourcing

/// The decider of one lot: what may happen to it, and what it remembers.
///
/// The cases of ``LotCommand`` say when each command is accepted, which events follow, and how it
/// is refused. In short:
///
/// | command | accepted if | events |
/// |---|---|---|
/// | deposit | the lot has no history; seeds ≥ 1, days ≥ 0 | `deposited` |
/// | recordTest | open; sown ≥ 1, 0 ≤ germinated ≤ sown; sown ≤ available | `tested` |
/// | reserve | open; seeds ≥ 1; quarantine over; viable; seeds ≤ available − floor | `reserved` |
/// | release | the request is reserved | `released` |
/// | dispatch | the request is reserved | `dispatched`, and `exhausted` if none is left on hand |
/// | discard | open; nothing is reserved | `discarded` |
///
/// **Quantities are whole seeds.** On hand are the deposited seeds less those sown, dispatched and
/// lost; reserved seeds are on hand; `available = onHand − reserved`.
///
/// **Viability is the permille of the latest test.** It is `germinated * 1000 / sown` in integer
/// division, so 849.9 is 849; a lot without a test has 0. Reaching the policy's limit suffices.
///
/// **Boundaries are inclusive.** At the very moment `quarantineEndsAt` seeds may be reserved, one
/// millisecond earlier not; exactly `available − reserveFloor` seeds may be reserved, one more not.
///
/// **Repeats change nothing.** Reserving the same request with the same number of seeds while it is
/// reserved, releasing a released request, and dispatching a dispatched request return no events. A
/// request is otherwise used once: after its release or dispatch it cannot be reserved again in
/// this lot.
///
/// **Without a deposit there is no lot.** Every command but a deposit is refused with `unknownLot`.
///
/// **An exhausted or discarded lot is closed.** Every command but an exact repeat is refused with
/// `lotClosed`; for a deposit `alreadyDeposited` applies as well.
/// ``/EventSourcing/Decider/isTerminal(_:)`` is true exactly for closed lots.
///
/// **Times come from the context.** Each event's `at` is `context.now`. Shifting all times of a
/// history and a command by the same amount shifts the events and changes nothing else. What a past
/// decision fixed, such as `quarantineEndsAt`, is taken from the event and never computed again.
///
/// **No seed appears or disappears.** After every decision the deposited seeds equal those on hand,
/// dispatched, sown and lost together.
///
/// **Evolving accepts every history.** See ``LotEvent``: reservations may exceed the stock, events
/// may follow the closing, quantities may be of any size and sign. Nothing traps, neither by a
/// check nor by division or overflow, and later decisions reflect what the events say. Which
/// numbers result after an overflow is left open.
///
/// **The policy belongs to the rules.** It applies to decisions only, never to evolving. Rules with
/// different policies do not influence each other.
///
/// **If several refusals apply, any of them may be given.** Their precedence is left open.
///
/// All that ``/EventSourcing/Decider`` demands holds as well: the functions are pure, deciding
/// changes nothing, the state survives encoding, and results are the same in every process.
///
/// ```swift
/// let rules = Rules(policy: VaultPolicy(reserveFloor: 10, minViabilityPermille: 850))
/// let state = rules.fold(history)  // 100 seeds on hand, latest test 900 permille
/// let events = try rules.decide(.reserve("r-1", seeds: 90), in: state, context: context)
/// // events == [.reserved("r-1", seeds: 90, at: context.now)]
/// ```
public protocol LotRules: Decider
where Command == LotCommand, Event == LotEvent, Rejection == LotRejection {
  /// Creates rules under a policy.
  ///
  /// - Parameter policy: The limits that decisions of these rules apply.
  init(policy: VaultPolicy)
}
