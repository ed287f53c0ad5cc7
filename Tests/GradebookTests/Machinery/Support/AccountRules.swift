import EventSourcing

/// Rules of an account that never exceeds a limit.
struct AccountRules: Decider {
  /// What can be asked for.
  enum Command: Hashable, Codable {
    /// To add something.
    case add(Int64)
    /// To add twice.
    case addTwice(Int64)
    /// Nothing.
    case nothing
  }

  /// Why not.
  enum Rejection: Error, Hashable, Codable {
    /// The sum would be larger than allowed; carries the present one.
    case tooMuch(Int64)
  }

  let initialState: Int64 = 0

  func decide(
    _ command: Command, in sum: Int64, context: DecisionContext
  ) throws(Rejection) -> [AccountEvent] {
    switch command {
    case .nothing: return []
    case .add(let amount):
      guard sum + amount <= 10 else { throw .tooMuch(sum) }
      return [.added("a", amount)]
    case .addTwice(let amount):
      guard sum + 2 * amount <= 10 else { throw .tooMuch(sum) }
      return [.added("a", amount), .added("a", amount)]
    }
  }

  func evolve(_ sum: Int64, _ event: AccountEvent) -> Int64 {
    if case .added(_, let amount) = event { sum + amount } else { sum }
  }

  func isTerminal(_ sum: Int64) -> Bool { false }
}
