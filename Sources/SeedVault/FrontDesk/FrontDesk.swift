/// A desk that records facts about one lot and answers questions about it.
///
/// It is built twice: as a *row desk*, which keeps one row of present figures and changes it with
/// each fact, and as a *fact desk*, which keeps the list of facts. The difference is what they can
/// answer.
///
/// ## Recording
///
/// **Recording changes the desk and returns no data of the lot.** The confirmation carries the
/// number of facts recorded so far: 1, 2, 3 and so on, whatever they say. Facts are not judged;
/// each one is recorded.
///
/// ## Asking
///
/// **Asking changes nothing.** However many questions come in between, every later answer and
/// version is as if they had never been asked.
///
/// **Figures follow the facts.** Both desks give the same figures after every fact. A new desk has
/// all zeros, no viability, and is open.
///
/// | fact | figures |
/// |---|---|
/// | `deposited` | `onHand` + seeds |
/// | `tested` | `onHand` − sown, `sown` + sown, `viabilityPermille` of this test |
/// | `reserved` | `reserved` + seeds |
/// | `released` | `reserved` − seeds |
/// | `dispatched` | `reserved` − seeds, `onHand` − seeds, `dispatched` + seeds |
/// | `exhausted` | closed |
/// | `discarded` | `onHand` − seedsLost, `lost` + seedsLost, closed |
///
/// **Viability is the permille of the latest test.** It is `germinated * 1000 / sown` in integer
/// division.
///
/// **No seed appears or disappears.** The deposited seeds equal `onHand + dispatched + sown + lost`
/// after every fact.
///
/// | question | fact desk with n facts | row desk with n facts |
/// |---|---|---|
/// | `figures` | `figures` | `figures` |
/// | `figuresAsOf(v)`, 0 ≤ v < n | `figures` after the first v facts | `unanswerable` |
/// | `figuresAsOf(n)` | `figures` | `figures` or `unanswerable` |
/// | `figuresAsOf(v)`, v > n or v < 0 | `unanswerable` | `unanswerable` |
/// | `movements` | `movements` | `unanswerable` |
/// | `testsBelow` | `count` | `unanswerable` |
///
/// **Figures as of a version are those of a desk that never heard more.** `figuresAsOf(0)` is all
/// zeros, without viability, and open.
///
/// **Movements are the signed changes of the seeds on hand.** They stand in the order of the facts
/// and their sum is `onHand`. A fact that moves no seed in or out, such as a reservation, a release
/// or a loss of 0 seeds, does not appear.
///
/// **Tests are counted over the whole history.** `testsBelow(permille: p)` counts every test ever
/// made whose own permille is below p, not just the latest.
///
/// **A row desk has forgotten.** It keeps no history, so it answers questions about the past with
/// `unanswerable`, also when there is little past to remember.
///
/// ## Instances
///
/// **Two desks share nothing.** What one records the other does not know.
///
/// ```swift
/// let desk = FactDesk()
/// let ack = await desk.record(
///   .deposited("tarn-17", taxon, seeds: 100, quarantineEndsAt: 0, at: 0))  // ack.version == 1
/// _ = await desk.record(.tested(sown: 20, germinated: 17, at: 5))
/// await desk.ask(.movements)  // .movements([100, -20])
/// ```
public protocol FrontDesk: Sendable {
  /// Creates a desk that knows no facts.
  init()

  /// Records one fact.
  ///
  /// - Parameter event: What has happened to the lot.
  /// - Returns: The number of facts recorded so far.
  func record(_ event: LotEvent) async -> Ack

  /// Answers one question without changing anything.
  ///
  /// - Parameter query: What is asked.
  /// - Returns: The answer, or `unanswerable`.
  func ask(_ query: DeskQuery) async -> DeskAnswer
}
