import EventSourcing
import SeedVault
import SuiteSupport

/// What is asked of one lot in the course of a random life.
struct RandomLife {
  /// The policy of the rules.
  let policy: VaultPolicy
  /// The commands with their moments, oldest first.
  let steps: [Step]
  /// Whether everything that is left in the end is asked for at once, so that the lot is exhausted.
  let endsInDispatch: Bool

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
    endsInDispatch = seed.isMultiple(of: 2)
    policy = VaultPolicy(
      reserveFloor: endsInDispatch ? 0 : .random(in: 1...8, using: &random),
      minViabilityPermille: .random(in: 0...500, using: &random))
    var now = Timestamp.in2970
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
    let request = RequestID(rawValue: "r-\(Int.random(in: 1...9, using: &random))")
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

  /// Lives some steps of the life under the learner's rules.
  ///
  /// In the end all reservations are given back and the lot is dispatched as a whole or discarded, so that the
  /// learner's rules have to say how many seeds they believe to be left.
  func live(_ steps: [Step], in worker: Worker = .current) -> Course {
    var course = Course()
    var ledger = SeedLedger()
    var lot = Lot(under: policy, in: worker)

    /// Lets the rules decide one command and books what happens.
    func decide(_ command: LotCommand, at now: Timestamp) -> Bool {
      guard case .accepted(let events) = lot.fate(of: command, at: now), !events.isEmpty else {
        return false
      }
      for event in events { course.tally[event.kind, default: 0] += 1 }
      course.objection = ledger.book(events)
      lot = lot.after(events)
      return true
    }

    for step in steps {
      _ = decide(step.command, at: step.now)
      if course.objection != nil { return course }
    }
    guard ledger.deposited > 0, !ledger.isClosed else { return course }
    for request in ledger.reservations.keys.sorted() {
      _ = decide(.release(request), at: .in2970)
      if course.objection != nil { return course }
    }
    let end = Timestamp.in2970.later(by: 400 * .day)
    if endsInDispatch, decide(.reserve("r-last", seeds: ledger.onHand), at: end) {
      if !decide(.dispatch("r-last"), at: end) {
        course.objection = "a reservation of all seeds cannot be dispatched"
      }
      return course
    }
    if !decide(.discard(reason: "audit"), at: .in2970) {
      course.objection = "the lot cannot be discarded though nothing is reserved any more"
    }
    return course
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
