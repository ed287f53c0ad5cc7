import EventSourcing
import SeedVault
import SeededRandom
import SuiteSupport

/// What is asked of one lot in the course of a random life.
struct RandomLife {
  /// The policy of the rules.
  let policy: VaultPolicy
  /// The commands with their moments, oldest first.
  let steps: [Step]
  /// Whether all reservations are dispatched in the end, or else released and the lot discarded.
  let endsByDispatch: Bool

  /// One command.
  struct Step {
    /// What is asked for.
    var command: LotCommand
    /// When.
    var now: Timestamp
  }

  /// A life by the numbers of a generator.
  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    endsByDispatch = seed.isMultiple(of: 2)
    policy = VaultPolicy(
      reserveFloor: .random(in: 0...8, using: &random),
      minViabilityPermille: .random(in: 0...500, using: &random))
    var now = Timestamp.in1971
    let seeds = Int.random(in: 80...300, using: &random)
    var steps = [
      Step(command: .deposit("tarn-7", .barley, seeds: seeds, quarantineDays: 1), now: now)
    ]
    for number in 1...40 {
      now = now.later(by: .random(in: 0...(.day / 4), using: &random))
      steps.append(Step(command: Self.command(number: number, using: &random), now: now))
    }
    self.steps = steps
  }

  /// A command that a lot in the middle of its life may well accept.
  private static func command(
    number: Int, using random: inout SeededGenerator
  ) -> LotCommand {
    let request = RequestID(rawValue: "r-\(Int.random(in: 1...14, using: &random))")
    let seeds = Int.random(in: 0...30, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return .deposit("tarn-7", .barley, seeds: seeds, quarantineDays: 1)
    case 1...3:
      return .recordTest(sown: seeds, germinated: .random(in: 0...max(seeds, 1), using: &random))
    case 4...11: return .reserve(request, seeds: seeds)
    case 12...14: return .release(request)
    case 15...18: return .dispatch(request)
    // Not too early: most of a life should be lived.
    default: return number > 25 ? .discard(reason: "age") : .recordTest(sown: 1, germinated: 1)
    }
  }
}

extension RandomLife {
  /// What came of a life.
  struct Course {
    /// What did not add up, or `nil`.
    var objection: String?
    /// How many events of each kind happened.
    var tally: [String: Int] = [:]
  }

  /// Lives some steps of the life under the learner's rules, and ends it.
  ///
  /// In the end the learner's rules have to show how many seeds they believe to be left: they lose
  /// them all, or give the last one away.
  func live(_ steps: [Step], in worker: Worker = .current) -> Course {
    var course = Course()
    var ledger = SeedLedger()
    let rules = TarnholtRules(policy: policy, in: worker)

    /// Lets the rules decide commands one after the other and books what happens.
    func live(_ steps: [Step], from state: TarnholtRules.State? = nil) -> TarnholtRules.State {
      let questions = steps.map { ($0.command, Lot.context(of: $0.command, at: $0.now)) }
      let (decisions, state) = rules.live(questions, from: state)
      for case .success(let events) in decisions where course.objection == nil {
        for event in events { course.tally[event.kind, default: 0] += 1 }
        course.objection = ledger.book(events)
      }
      return state
    }

    let state = live(steps)
    if course.objection == nil {
      _ = live(ending(of: ledger).map { Step(command: $0, now: .in2970) }, from: state)
    }
    if course.objection == nil, ledger.deposited > 0, !ledger.isClosed {
      course.objection = "the lot does not end, with \(ledger.onHand) seeds still on hand"
    }
    return course
  }

  /// The commands that end the life of a lot and must be accepted.
  private func ending(of ledger: SeedLedger) -> [LotCommand] {
    guard ledger.deposited > 0, !ledger.isClosed else { return [] }
    let requests = ledger.reservations.keys.sorted()
    guard endsByDispatch, !requests.isEmpty else {
      return requests.map(LotCommand.release) + [.discard(reason: "audit")]
    }
    let rest = ledger.onHand - ledger.reserved
    return (rest > 0 ? [.recordTest(sown: rest, germinated: 0)] : [])
      + requests.map(LotCommand.dispatch)
  }
}

extension LotEvent {
  /// The name of the event's case.
  fileprivate var kind: String {
    switch self {
    case .deposited: "deposited"
    case .tested: "tested"
    case .reserved: "reserved"
    case .released: "released"
    case .dispatched: "dispatched"
    case .exhausted: "exhausted"
    case .discarded: "discarded"
    }
  }
}
