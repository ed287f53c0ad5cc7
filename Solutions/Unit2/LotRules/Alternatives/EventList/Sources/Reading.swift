import EventSourcing
import SeedVault

/// A history, read for what a decision asks of it.
struct Reading {
  private let history: [LotEvent]

  /// Reads a history.
  init(_ history: [LotEvent]) {
    self.history = history
  }

  /// Whether the lot came into the vault.
  var isDeposited: Bool {
    history.contains { if case .deposited = $0 { true } else { false } }
  }

  /// Whether the last seed left or the lot was given up.
  var isClosed: Bool {
    history.contains {
      switch $0 {
      case .exhausted, .discarded: true
      default: false
      }
    }
  }

  /// When the quarantine ends, as the deposit says.
  var quarantineEndsAt: Timestamp {
    for case .deposited(_, _, _, let end, _) in history.reversed() { return end }
    return 0
  }

  /// The seeds in the vault.
  var onHand: Int {
    history.reduce(0) { sum, event in
      switch event {
      case .deposited(_, _, let seeds, _, _): sum &+ seeds
      case .tested(let seeds, _, _), .dispatched(_, let seeds, _), .discarded(_, let seeds, _):
        sum &- seeds
      case .reserved, .released, .exhausted: sum
      }
    }
  }

  /// The seeds in the vault that no active request holds.
  var available: Int {
    activeRequests.reduce(onHand) { rest, request in
      if case .reserved(_, let seeds, _) = lastWord(on: request) { rest &- seeds } else { rest }
    }
  }

  /// The permille of the latest test.
  var permille: Int {
    for case .tested(let sown, let germinated, _) in history.reversed() {
      return sown > 0 ? germinated &* 1000 / sown : 0
    }
    return 0
  }

  /// The requests whose last word is a reservation.
  var activeRequests: Set<RequestID> {
    var active: Set<RequestID> = []
    for event in history {
      switch event {
      case .reserved(let request, _, _): active.insert(request)
      case .released(let request, _, _), .dispatched(let request, _, _): active.remove(request)
      default: break
      }
    }
    return active
  }

  /// The last event about a request; `nil` if it was never mentioned.
  func lastWord(on request: RequestID) -> LotEvent? {
    history.last {
      switch $0 {
      case .reserved(request, _, _), .released(request, _, _), .dispatched(request, _, _): true
      default: false
      }
    }
  }

  /// The seeds that are set aside for a request.
  func reservation(for request: RequestID) throws(LotRejection) -> Int {
    switch lastWord(on: request) {
    case nil: throw .unknownRequest(request)
    case .reserved(_, let seeds, _): return seeds
    default: throw .requestConflict(request)
    }
  }

  /// Whether a command repeats what has happened already.
  func isAnswered(_ command: LotCommand) -> Bool {
    switch command {
    case .reserve(let request, let seeds):
      if case .reserved(_, seeds, _) = lastWord(on: request) { true } else { false }
    case .release(let request):
      if case .released = lastWord(on: request) { true } else { false }
    case .dispatch(let request):
      if case .dispatched = lastWord(on: request) { true } else { false }
    case .deposit, .recordTest, .discard: false
    }
  }
}
