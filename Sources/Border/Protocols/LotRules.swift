package import EventSourcing
import FoundationEssentials
public import SeedVault

/// The calls that carry `LotRules` across the border.
///
/// A state is the learner's own type, so it stays in the worker; the suite holds a ``Handle`` to it.
enum LotRulesCalls {
  /// `init(policy:)`; answers the new rules.
  struct Make: WireCall {
    typealias Reply = Handle
    static let method = "lotRules.make"
    var policy: VaultPolicy
  }

  /// `initialState`; answers the state.
  struct InitialState: WireCall {
    typealias Reply = Handle
    static let method = "lotRules.initialState"
    var rules: Handle
  }

  /// `evolve(_:_:)` once per event, in order, from a state or else from `initialState`; answers the last state.
  struct Evolve: WireCall {
    typealias Reply = Handle
    static let method = "lotRules.evolve"
    var rules: Handle
    var state: Handle?
    var events: [LotEvent]
  }

  /// `decide(_:in:context:)`.
  struct Decide: WireCall {
    typealias Reply = Outcome<[LotEvent], LotRejection>
    static let method = "lotRules.decide"
    var rules: Handle
    var state: Handle
    var command: LotCommand
    var context: DecisionContext
  }

  /// One command with its context.
  struct Question: Hashable, Codable, Sendable {
    var command: LotCommand
    var context: DecisionContext
  }

  /// `decide(_:in:context:)` once per question, in order, all on the same state.
  struct DecideEach: WireCall {
    typealias Reply = [Outcome<[LotEvent], LotRejection>]
    static let method = "lotRules.decideEach"
    var rules: Handle
    var state: Handle
    var questions: [Question]
  }

  /// `decide(_:in:context:)` once per question, each on a state that is folded from the history for it alone.
  struct DecideAfresh: WireCall {
    typealias Reply = [Outcome<[LotEvent], LotRejection>]
    static let method = "lotRules.decideAfresh"
    var rules: Handle
    var history: [LotEvent]
    var questions: [Question]
  }

  /// `decide(_:in:context:)` once per question, in order, each on the state that the accepted ones before it led to.
  struct Live: WireCall {
    typealias Reply = Course
    static let method = "lotRules.live"
    var rules: Handle
    var state: Handle?
    var questions: [Question]

    /// What was decided, and the last state.
    struct Course: Hashable, Codable, Sendable {
      var decisions: [Outcome<[LotEvent], LotRejection>]
      var state: Handle
    }
  }

  /// `isTerminal(_:)`.
  struct IsTerminal: WireCall {
    typealias Reply = Bool
    static let method = "lotRules.isTerminal"
    var rules: Handle
    var state: Handle
  }

  /// Encodes a state to JSON text in the worker, as a snapshot would; `nil` when its `encode` throws.
  struct EncodeState: WireCall {
    typealias Reply = String?
    static let method = "lotRules.encodeState"
    var state: Handle
  }

  /// Decodes a state from JSON text in the worker; `nil` when its `init(from:)` throws.
  struct DecodeState: WireCall {
    typealias Reply = Handle?
    static let method = "lotRules.decodeState"
    var text: String
  }
}

// MARK: - Remote

/// A learner's `LotRules` in a worker, to be used like any other.
///
/// Once the worker has broken, decisions are empty and states are stand-ins: the behaviour is lost already, by the
/// worker's fault.
package struct RemoteLotRules<Place: Peer>: LotRules {
  /// A state that lives in the worker.
  ///
  /// Comparing two compares where they live, never what the learner says of them.
  package struct State: Hashable, Codable, Sendable {
    fileprivate let handle: Handle
  }

  private let place: Place
  private let rules: Handle

  /// Makes rules in the running behaviour's worker.
  package init(policy: VaultPolicy) {
    self.init(policy: policy, in: .current)
  }

  /// Makes rules in a worker.
  package init(policy: VaultPolicy, in place: Place) {
    self.place = place
    rules = place.answer(to: LotRulesCalls.Make(policy: policy), otherwise: Handle(-1))
  }

  /// The learner's initial state.
  package var initialState: State {
    State(
      handle: place.answer(to: LotRulesCalls.InitialState(rules: rules), otherwise: Handle(-1)))
  }

  /// The learner's decision.
  package func decide(
    _ command: LotCommand, in state: State, context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    let call = LotRulesCalls.Decide(
      rules: rules, state: state.handle, command: command, context: context)
    return try place.answer(to: call, otherwise: .success([])).get()
  }

  /// A command and its context.
  package typealias Question = (command: LotCommand, context: DecisionContext)

  /// The learner's decisions on several commands, all on the same state, in one call.
  package func decide(
    each questions: [Question], in state: State
  ) -> [Outcome<[LotEvent], LotRejection>] {
    let call = LotRulesCalls.DecideEach(
      rules: rules, state: state.handle, questions: asked(questions))
    return answers(place.answer(to: call, otherwise: []), to: questions)
  }

  /// The learner's decisions on several commands, each on a state of its own, folded from a history for it alone.
  package func decide(
    each questions: [Question], after history: [LotEvent]
  ) -> [Outcome<[LotEvent], LotRejection>] {
    let call = LotRulesCalls.DecideAfresh(
      rules: rules, history: history, questions: asked(questions))
    return answers(place.answer(to: call, otherwise: []), to: questions)
  }

  /// The learner's decisions on several commands one after the other, each on the state that those before led to.
  ///
  /// - Returns: The decisions and the last state.
  package func live(
    _ questions: [Question], from state: State? = nil
  ) -> (decisions: [Outcome<[LotEvent], LotRejection>], state: State) {
    let call = LotRulesCalls.Live(
      rules: rules, state: state?.handle, questions: asked(questions))
    let course = place.answer(to: call, otherwise: .init(decisions: [], state: Handle(-1)))
    return (answers(course.decisions, to: questions), State(handle: course.state))
  }

  /// Questions as they cross.
  private func asked(_ questions: [Question]) -> [LotRulesCalls.Question] {
    questions.map { .init(command: $0.command, context: $0.context) }
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
    return State(handle: place.answer(to: call, otherwise: Handle(-1)))
  }

  /// What the learner says of the end of the lot.
  package func isTerminal(_ state: State) -> Bool {
    place.answer(
      to: LotRulesCalls.IsTerminal(rules: rules, state: state.handle), otherwise: false)
  }

  /// The state's encoding, by the learner's own `encode`; `nil` when that throws.
  package func encoded(_ state: State) -> String? {
    place.answer(to: LotRulesCalls.EncodeState(state: state.handle), otherwise: nil)
  }

  /// The state of an encoding, by the learner's own `init(from:)`; `nil` when that throws.
  package func decoded(_ text: String) -> State? {
    place.answer(to: LotRulesCalls.DecodeState(text: text), otherwise: nil).map(State.init)
  }
}

// MARK: - Serving

extension WorkerService {
  /// Serves a submission's `LotRules`.
  public static func lotRules<Rules: LotRules>(_ type: Rules.Type) -> Self {
    Self { $0.serve(type) }
  }
}

extension Peer {
  /// Serves a submission's rules and their states.
  fileprivate func serve<Rules: LotRules>(_ type: Rules.Type) {
    let rules = HandleTable<Rules>()
    let states = HandleTable<Rules.State>()
    serve(LotRulesCalls.Make.self) { call in rules.add(Rules(policy: call.policy)) }
    serve(LotRulesCalls.InitialState.self) { call in
      states.add(try rules[call.rules].initialState)
    }
    serve(LotRulesCalls.Evolve.self) { call in
      let decider = try rules[call.rules]
      let state = try call.state.map { handle in try states[handle] }
      return states.add(decider.fold(call.events, from: state ?? decider.initialState))
    }
    serve(LotRulesCalls.Decide.self) { call in
      decision(of: try rules[call.rules], call.command, try states[call.state], call.context)
    }
    serve(LotRulesCalls.DecideEach.self) { call in
      let decider = try rules[call.rules]
      let state = try states[call.state]
      return call.questions.map { decision(of: decider, $0.command, state, $0.context) }
    }
    serve(LotRulesCalls.DecideAfresh.self) { call in
      let decider = try rules[call.rules]
      return call.questions.map { question in
        let state = decider.fold(call.history, from: decider.initialState)
        return decision(of: decider, question.command, state, question.context)
      }
    }
    serve(LotRulesCalls.Live.self) { call in
      let decider = try rules[call.rules]
      var state = try call.state.map { handle in try states[handle] } ?? decider.initialState
      let decisions = call.questions.map { question in
        let decision = decision(of: decider, question.command, state, question.context)
        if case .success(let events) = decision { state = decider.fold(events, from: state) }
        return decision
      }
      return LotRulesCalls.Live.Course(decisions: decisions, state: states.add(state))
    }
    serve(LotRulesCalls.IsTerminal.self) { call in
      try rules[call.rules].isTerminal(try states[call.state])
    }
    serve(LotRulesCalls.EncodeState.self) { call in
      let state = try states[call.state]
      guard let json = try? JSONEncoder().encode(state) else { return nil }
      return String(decoding: json, as: UTF8.self)
    }
    serve(LotRulesCalls.DecodeState.self) { call in
      let json = Data(call.text.utf8)
      guard let state = try? JSONDecoder().decode(Rules.State.self, from: json) else { return nil }
      return states.add(state)
    }
  }
}

/// One decision, as a value that crosses the border.
private func decision<Rules: LotRules>(
  of rules: Rules, _ command: LotCommand, _ state: Rules.State, _ context: DecisionContext
) -> Outcome<[LotEvent], LotRejection> {
  Outcome(catching: { () throws(LotRejection) in
    try rules.decide(command, in: state, context: context)
  })
}
