public import CQRS

/// The process that fills one request from several lots.
///
/// All that ``/CQRS/ProcessManager`` demands holds here.
///
/// **A process is one request.** Inputs correlate by their request identifier, whatever lot they
/// name.
///
/// **A request begins once.** At `requested` the process issues `wake(at: deadline)` and asks the
/// first candidate to reserve the whole amount. The wake is issued this once. A second `requested`,
/// or any other input before the first, is ignored.
///
/// **Candidates are asked in order, one at a time.** Each is asked for the missing amount: what was
/// requested less what is reserved. The next question follows the answer to the last one, so the
/// seeds reserved and those asked for never exceed the request.
///
/// **A lot with too few seeds gives what it has.** When it refuses with
/// `insufficientSeeds(available: a)` and a is above 0, the same lot is asked for a. With 0 or
/// fewer, and with every other refusal, the next candidate is asked.
///
/// **A whole amount is dispatched at once.** As soon as all seeds are reserved, the process issues
/// a dispatch to every lot that reserved some, and `notify(fulfilled: true)` together with them.
/// Nothing is dispatched before.
///
/// **Failure gives everything back.** When the candidates are used up, or a `clock` at or after the
/// deadline arrives before the amount is whole, the process issues one release for every
/// reservation and `notify(fulfilled: false)`. A request without candidates fails at once. An
/// earlier clock does nothing.
///
/// **A late reservation is released.** If a lot reserves after the process has given up, it is
/// asked to release at once. A late refusal needs no reaction.
///
/// **The requester is told exactly once.** There is one `notify`, whatever arrives later or again.
/// No reservation is released or dispatched twice, and none is both.
///
/// **The process is complete when nothing is open.** That is: `notify` was issued, no question to a
/// lot is unanswered, and each lot that reserved has confirmed with `dispatched` or `released`.
/// After that nothing is issued.
///
/// **What does not fit is ignored.** Answers of lots that were not asked, confirmations nobody
/// waits for, and repeats change nothing, issue nothing and do not trap.
///
/// **The order of outputs matters only between processes.** It must be reproducible; in which order
/// one reaction lists its outputs is left open.
///
/// ```swift
/// let process = Filling()
/// process.react(
///   to: .requested("r-1", barley, seeds: 50, candidates: ["a", "b"], deadline: 900),
///   in: process.initialState)
/// // [.wake("r-1", at: 900), .reserve("a", "r-1", seeds: 50)]
/// ```
public protocol DistributionProcess: ProcessManager
where Input == DistributionInput, Output == DistributionOutput {
  /// Creates the rules of the process.
  init()
}
