import EventSourcing

/// A small decider to probe what the module adds to deciders: it appends words to a list.
struct Tally: Decider {
  enum Command: Hashable, Codable, Sendable {
    case say(String)
  }

  enum Event: Hashable, Codable, Sendable {
    case said(String, at: Timestamp)
  }

  enum Rejection: Error, Hashable, Codable, Sendable {
    case nothingToSay
  }

  var initialState: [String] {
    []
  }

  func decide(_ command: Command, in state: [String], context: DecisionContext)
    throws(Rejection) -> [Event]
  {
    switch command {
    case .say(""): throw .nothingToSay
    case .say(let word): return state.last == word ? [] : [.said(word, at: context.now)]
    }
  }

  func evolve(_ state: [String], _ event: Event) -> [String] {
    switch event {
    case .said(let word, at: _): state + [word]
    }
  }

  func isTerminal(_ state: [String]) -> Bool {
    state.last == "bye"
  }
}
