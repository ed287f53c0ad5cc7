import SeedVault
import Synchronization

/// A desk that scans its facts for every answer: each figure is a question of its own to the list.
final class FactDesk: FrontDesk {
  /// The facts, oldest first.
  private let facts = Mutex<[LotEvent]>([])

  /// Creates a desk that knows no facts.
  init() {}

  /// Adds a fact.
  func record(_ event: LotEvent) async -> Ack {
    facts.withLock { facts in
      facts.append(event)
      return Ack(version: facts.count)
    }
  }

  /// Scans for the answer.
  func ask(_ query: DeskQuery) async -> DeskAnswer {
    let facts = facts.withLock { $0 }
    switch query {
    case .figures:
      return .figures(Self.figures(facts[...]))
    case .figuresAsOf(let version):
      if version < 0 || version > facts.count { return .unanswerable }
      return .figures(Self.figures(facts[..<version]))
    case .movements:
      // The change from each version to the next, found by comparing the two.
      let levels = (0...facts.count).map { Self.figures(facts[..<$0]).onHand }
      return .movements(zip(levels, levels.dropFirst()).map { $1 - $0 }.filter { $0 != 0 })
    case .testsBelow(let limit):
      var count = 0
      for case .tested(let sown, let germinated, _) in facts
      where germinated * 1000 / sown < limit {
        count += 1
      }
      return .count(count)
    }
  }

  /// The figures of some facts, one sum for each.
  private static func figures(_ facts: ArraySlice<LotEvent>) -> LotFigures {
    let deposited = facts.sum {
      if case .deposited(_, _, let seeds, _, _) = $0 { seeds } else { 0 }
    }
    let reserved = facts.sum { if case .reserved(_, let seeds, _) = $0 { seeds } else { 0 } }
    let released = facts.sum { if case .released(_, let seeds, _) = $0 { seeds } else { 0 } }
    let dispatched = facts.sum { if case .dispatched(_, let seeds, _) = $0 { seeds } else { 0 } }
    let sown = facts.sum { if case .tested(let seeds, _, _) = $0 { seeds } else { 0 } }
    let lost = facts.sum { if case .discarded(_, let seeds, _) = $0 { seeds } else { 0 } }
    let viability = facts.reversed().lazy.compactMap { fact -> Int? in
      guard case .tested(let sown, let germinated, _) = fact else { return nil }
      return germinated * 1000 / sown
    }
    let isClosed = facts.contains { fact in
      switch fact {
      case .exhausted, .discarded: true
      default: false
      }
    }
    return LotFigures(
      onHand: deposited - dispatched - sown - lost, reserved: reserved - released - dispatched,
      dispatched: dispatched, sown: sown, lost: lost, viabilityPermille: viability.first,
      closed: isClosed)
  }
}

extension Sequence {
  /// The sum of what a body makes of every element.
  fileprivate func sum(_ body: (Element) -> Int) -> Int {
    reduce(0) { $0 + body($1) }
  }
}
