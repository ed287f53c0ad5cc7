package import EventSourcing
package import SeedVault

/// The calls that carry `LotRules` across the border.
///
/// A state is the learner's own type, so it stays in the worker; the suite holds a ``Handle`` to it.
package enum LotRulesCalls {
  /// `init(policy:)`; answers the new rules.
  package struct Make: WireCall {
    package typealias Reply = Handle
    package static let method = "lotRules.make"
    package var policy: VaultPolicy
    package init(policy: VaultPolicy) {
      self.policy = policy
    }
  }

  /// `initialState`; answers the state.
  package struct InitialState: WireCall {
    package typealias Reply = Handle
    package static let method = "lotRules.initialState"
    package var rules: Handle
    package init(rules: Handle) {
      self.rules = rules
    }
  }

  /// `evolve(_:_:)` once per event, in order, from a state or else from `initialState`; answers the last state.
  package struct Evolve: WireCall {
    package typealias Reply = Handle
    package static let method = "lotRules.evolve"
    package var rules: Handle
    package var state: Handle?
    package var events: [LotEvent]
    package init(rules: Handle, state: Handle?, events: [LotEvent]) {
      self.rules = rules
      self.state = state
      self.events = events
    }
  }

  /// `decide(_:in:context:)`.
  package struct Decide: WireCall {
    package typealias Reply = Outcome<[LotEvent], LotRejection>
    package static let method = "lotRules.decide"
    package var rules: Handle
    package var state: Handle
    package var command: LotCommand
    package var context: DecisionContext
    package init(rules: Handle, state: Handle, command: LotCommand, context: DecisionContext) {
      self.rules = rules
      self.state = state
      self.command = command
      self.context = context
    }
  }

  /// One command with its context.
  package struct Question: Hashable, Codable, Sendable {
    package var command: LotCommand
    package var context: DecisionContext
    package init(_ command: LotCommand, _ context: DecisionContext) {
      self.command = command
      self.context = context
    }
  }

  /// `decide(_:in:context:)` once per question, in order, all on the same state.
  package struct DecideEach: WireCall {
    package typealias Reply = [Outcome<[LotEvent], LotRejection>]
    package static let method = "lotRules.decideEach"
    package var rules: Handle
    package var state: Handle
    package var questions: [Question]
    package init(rules: Handle, state: Handle, questions: [Question]) {
      self.rules = rules
      self.state = state
      self.questions = questions
    }
  }

  /// `decide(_:in:context:)` once per question, each on a state that is folded from the history for it alone.
  package struct DecideAfresh: WireCall {
    package typealias Reply = [Outcome<[LotEvent], LotRejection>]
    package static let method = "lotRules.decideAfresh"
    package var rules: Handle
    package var history: [LotEvent]
    package var questions: [Question]
    package init(rules: Handle, history: [LotEvent], questions: [Question]) {
      self.rules = rules
      self.history = history
      self.questions = questions
    }
  }

  /// `decide(_:in:context:)` once per question, in order, each on the state that the accepted ones before it led to.
  package struct Live: WireCall {
    package typealias Reply = Course
    package static let method = "lotRules.live"
    package var rules: Handle
    package var state: Handle?
    package var questions: [Question]
    package init(rules: Handle, state: Handle?, questions: [Question]) {
      self.rules = rules
      self.state = state
      self.questions = questions
    }

    /// What was decided, and the last state.
    package struct Course: Hashable, Codable, Sendable {
      package var decisions: [Outcome<[LotEvent], LotRejection>]
      package var state: Handle
      package init(decisions: [Outcome<[LotEvent], LotRejection>], state: Handle) {
        self.decisions = decisions
        self.state = state
      }
    }
  }

  /// `isTerminal(_:)`.
  package struct IsTerminal: WireCall {
    package typealias Reply = Bool
    package static let method = "lotRules.isTerminal"
    package var rules: Handle
    package var state: Handle
    package init(rules: Handle, state: Handle) {
      self.rules = rules
      self.state = state
    }
  }

  /// Encodes a state to JSON text in the worker, as a snapshot would; `nil` when its `encode` throws.
  package struct EncodeState: WireCall {
    package typealias Reply = String?
    package static let method = "lotRules.encodeState"
    package var state: Handle
    package init(state: Handle) {
      self.state = state
    }
  }

  /// Decodes a state from JSON text in the worker; `nil` when its `init(from:)` throws.
  package struct DecodeState: WireCall {
    package typealias Reply = Handle?
    package static let method = "lotRules.decodeState"
    package var text: String
    package init(text: String) {
      self.text = text
    }
  }
}
