import EventSourcing
import SeedVault
import SuiteSupport

/// What the learner's rules say of one lot when they are asked about everything.
struct Answers {
  /// A command and the moment at which it is decided.
  struct Probe {
    /// What is asked for.
    let command: LotCommand
    /// When.
    let now: Timestamp
  }

  /// What was asked.
  let probes: [Probe]
  /// What became of each probe; moments that events carry are not compared.
  let fates: [CommandFate]
  /// Whether the lot is said to be closed.
  let isTerminal: Bool

  /// Checks that the answers are the same as others to the same questions.
  ///
  /// Of two refusals to discard, the request that is named is not compared: that it depends on the
  /// order of a dictionary is the matter of other behaviours.
  ///
  /// - Parameters:
  ///   - expected: The other answers.
  ///   - given: What had happened before.
  ///   - circumstances: What makes the difference between the two.
  func check(
    sameAs expected: Answers, given: [Any], _ circumstances: String
  ) throws {
    for (probe, (got, fate)) in zip(probes, zip(fates, expected.fates)) {
      if case .discard = probe.command,
        case (.refused(.requestConflict), .refused(.requestConflict)) = (got, fate)
      {
        continue
      }
      try SuiteSupport.check(
        got, equals: fate, given: given,
        when: "\(describe(probe.command)) is decided at \(probe.now.rawValue), \(circumstances)")
    }
    try SuiteSupport.check(
      isTerminal, equals: expected.isTerminal, given: given,
      when: "isTerminal is asked, \(circumstances)")
  }
}

extension Lot {
  /// Commands that between them bring out everything that later decisions on the lot depend on.
  var probes: [Answers.Probe] {
    var commands: [LotCommand] = [
      .deposit("tarn-7", .barley, seeds: 1, quarantineDays: 0),
      .recordTest(sown: 1, germinated: 1), .recordTest(sown: 1_000_000, germinated: 0),
      .reserve("probe", seeds: 1), .reserve("probe", seeds: 1_000_000),
      .discard(reason: "probe"),
    ]
    for case .reserved(let request, let seeds, _) in history {
      commands += [.reserve(request, seeds: seeds), .release(request), .dispatch(request)]
    }
    return commands.map { Answers.Probe(command: $0, now: Lot.noon) }
      + [Answers.Probe(command: .reserve("probe", seeds: 1), now: .in1971)]
  }

  /// What is said when everything is asked of this very state.
  func answers() -> Answers {
    answers(by: rules.decide(each: questions, in: state), isTerminal: rules.isTerminal(state))
  }

  /// What is said when the history is folded anew for every question.
  func answersAfresh() -> Answers {
    answers(
      by: rules.decide(each: questions, after: history),
      isTerminal: rules.isTerminal(rules.fold(history)))
  }

  /// The probes as the rules are asked them.
  private var questions: [TarnholtRules.Question] {
    probes.map { ($0.command, Self.context(of: $0.command, at: $0.now)) }
  }

  /// Puts answers to their probes.
  private func answers(
    by outcomes: [Outcome<[LotEvent], LotRejection>], isTerminal: Bool
  ) -> Answers {
    let probes = probes
    let fates = zip(probes, outcomes).map { CommandFate($1).stamped($0.now) }
    return Answers(probes: probes, fates: fates, isTerminal: isTerminal)
  }
}
