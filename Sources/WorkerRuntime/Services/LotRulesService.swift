import EventSourcing
import FoundationEssentials
public import SeedVault
import Wire

extension WorkerService {
  /// Serves a submission's `LotRules`.
  public static func lotRules<Rules: LotRules>(_ type: Rules.Type) -> Self {
    let rules = HandleTable<Rules>()
    let states = HandleTable<Rules.State>()
    var service = Self()
    service.on(LotRulesCalls.Make.self) { call in rules.add(Rules(policy: call.policy)) }
    service.on(LotRulesCalls.InitialState.self) { call in
      states.add(try rules[call.rules].initialState)
    }
    service.on(LotRulesCalls.Evolve.self) { call in
      let decider = try rules[call.rules]
      let state = try call.state.map { handle in try states[handle] }
      return states.add(decider.fold(call.events, from: state ?? decider.initialState))
    }
    service.on(LotRulesCalls.Decide.self) { call in
      decision(of: try rules[call.rules], call.command, try states[call.state], call.context)
    }
    service.on(LotRulesCalls.DecideEach.self) { call in
      let decider = try rules[call.rules]
      let state = try states[call.state]
      return call.questions.map { decision(of: decider, $0.command, state, $0.context) }
    }
    service.on(LotRulesCalls.DecideAfresh.self) { call in
      let decider = try rules[call.rules]
      return call.questions.map { question in
        let state = decider.fold(call.history, from: decider.initialState)
        return decision(of: decider, question.command, state, question.context)
      }
    }
    service.on(LotRulesCalls.Live.self) { call in
      let decider = try rules[call.rules]
      var state = try call.state.map { handle in try states[handle] } ?? decider.initialState
      let decisions = call.questions.map { question in
        let decision = decision(of: decider, question.command, state, question.context)
        if case .success(let events) = decision { state = decider.fold(events, from: state) }
        return decision
      }
      return LotRulesCalls.Live.Course(decisions: decisions, state: states.add(state))
    }
    service.on(LotRulesCalls.IsTerminal.self) { call in
      try rules[call.rules].isTerminal(try states[call.state])
    }
    service.on(LotRulesCalls.EncodeState.self) { call in
      let state = try states[call.state]
      guard let json = try? JSONEncoder().encode(state) else { return nil }
      return String(decoding: json, as: UTF8.self)
    }
    service.on(LotRulesCalls.DecodeState.self) { call in
      let json = Data(call.text.utf8)
      guard let state = try? JSONDecoder().decode(Rules.State.self, from: json) else { return nil }
      return states.add(state)
    }
    return service
  }
}

/// One decision, as a value that crosses the border.
private func decision<Rules: LotRules>(
  of rules: Rules, _ command: LotCommand, _ state: Rules.State, _ context: DecisionContext
) -> Outcome<[LotEvent], LotRejection> {
  do throws(LotRejection) {
    return .success(try rules.decide(command, in: state, context: context))
  } catch {
    return .failure(error)
  }
}
