package import EventSourcing
package import SeedVault
import Wire

/// A learner's `LotRules` in a worker, to be used like any other.
///
/// Once the worker has broken, decisions are empty and states are stand-ins: the behaviour is lost already, by the
/// worker's fault.
package struct RemoteLotRules: LotRules {
  /// A state that lives in the worker.
  ///
  /// Comparing two compares where they live, never what the learner says of them.
  package struct State: Hashable, Codable, Sendable {
    fileprivate let handle: Handle
  }

  private let worker: Worker
  private let rules: Handle

  /// Makes rules in the running behaviour's worker.
  package init(policy: VaultPolicy) {
    self.init(policy: policy, in: .current)
  }

  /// Makes rules in a worker.
  package init(policy: VaultPolicy, in worker: Worker) {
    self.worker = worker
    rules = worker.answer(to: LotRulesCalls.Make(policy: policy), otherwise: Handle(-1))
  }

  /// The learner's initial state.
  package var initialState: State {
    State(
      handle: worker.answer(to: LotRulesCalls.InitialState(rules: rules), otherwise: Handle(-1)))
  }

  /// The learner's decision.
  package func decide(
    _ command: LotCommand, in state: State, context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    let call = LotRulesCalls.Decide(
      rules: rules, state: state.handle, command: command, context: context)
    return try worker.answer(to: call, otherwise: .success([])).get()
  }

  /// A command and its context.
  package typealias Question = (command: LotCommand, context: DecisionContext)

  /// The learner's decisions on several commands, all on the same state, in one call.
  package func decide(
    each questions: [Question], in state: State
  ) -> [Outcome<[LotEvent], LotRejection>] {
    let call = LotRulesCalls.DecideEach(
      rules: rules, state: state.handle, questions: questions.map { .init($0.command, $0.context) })
    return answers(worker.answer(to: call, otherwise: []), to: questions)
  }

  /// The learner's decisions on several commands, each on a state of its own, folded from a history for it alone.
  package func decide(
    each questions: [Question], after history: [LotEvent]
  ) -> [Outcome<[LotEvent], LotRejection>] {
    let call = LotRulesCalls.DecideAfresh(
      rules: rules, history: history, questions: questions.map { .init($0.command, $0.context) })
    return answers(worker.answer(to: call, otherwise: []), to: questions)
  }

  /// The learner's decisions on several commands one after the other, each on the state that those before led to.
  ///
  /// - Returns: The decisions and the last state.
  package func live(
    _ questions: [Question], from state: State? = nil
  ) -> (decisions: [Outcome<[LotEvent], LotRejection>], state: State) {
    let call = LotRulesCalls.Live(
      rules: rules, state: state?.handle, questions: questions.map { .init($0.command, $0.context) }
    )
    let course = worker.answer(to: call, otherwise: .init(decisions: [], state: Handle(-1)))
    return (answers(course.decisions, to: questions), State(handle: course.state))
  }

  /// Answers as they came; a worker that answers fewer or more questions than it was asked has answered none.
  private func answers(
    _ answers: [Outcome<[LotEvent], LotRejection>], to questions: [Question]
  ) -> [Outcome<[LotEvent], LotRejection>] {
    answers.count == questions.count ? answers : questions.map { _ in .success([]) }
  }

  /// The learner's next state.
  package func evolve(_ state: State, _ event: LotEvent) -> State {
    fold([event], from: state)
  }

  /// The learner's state after several events, in one call.
  package func fold(_ events: some Sequence<LotEvent>, from state: State? = nil) -> State {
    let call = LotRulesCalls.Evolve(
      rules: rules, state: state?.handle, events: Array(events))
    return State(handle: worker.answer(to: call, otherwise: Handle(-1)))
  }

  /// What the learner says of the end of the lot.
  package func isTerminal(_ state: State) -> Bool {
    worker.answer(
      to: LotRulesCalls.IsTerminal(rules: rules, state: state.handle), otherwise: false)
  }

  /// The state's encoding, by the learner's own `encode`; `nil` when that throws.
  package func encoded(_ state: State) -> String? {
    worker.answer(to: LotRulesCalls.EncodeState(state: state.handle), otherwise: nil)
  }

  /// The state of an encoding, by the learner's own `init(from:)`; `nil` when that throws.
  package func decoded(_ text: String) -> State? {
    worker.answer(to: LotRulesCalls.DecodeState(text: text), otherwise: nil).map(State.init)
  }
}
