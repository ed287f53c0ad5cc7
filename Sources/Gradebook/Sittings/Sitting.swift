package import EventSourcing
import Grading

/// The rules of the final exam of one taking.
///
/// - **It is sat once.** Starting again while it is under way goes on with the same form; after its end nothing starts.
/// - A question is tried as often as the form says, and not after a right answer.
/// - An answer is marked by the key in the form, which nothing can change any more.
/// - After the time limit no answer is taken.
/// - Only a reset, by somebody with a reason, takes a sitting back; it stays on record.
package struct Sitting: Decider {
  /// Creates the rules.
  package init() {}

  /// Before the sitting.
  package var initialState: SittingState { SittingState() }

  /// Decides what happens because of a command.
  package func decide(
    _ command: SittingCommand, in state: SittingState, context: DecisionContext
  ) throws(SittingRejection) -> [SittingEvent] {
    let now = context.now
    guard !now.runsBehind(state.lastAt) else {
      throw .clockRanBackward(now: now, recorded: state.lastAt)
    }
    switch command {
    case .start(let form, let minutes, let afterClosing):
      guard state.finished == nil else { throw .over }
      guard state.started == nil else { return [] }
      let endsAt = minutes.map { Timestamp(rawValue: now.rawValue + Int64($0) * 60_000) }
      return [
        .started(
          .init(
            sitting: state.nextNumber, form: form, endsAt: endsAt, afterClosing: afterClosing,
            at: now))
      ]
    case .answer(let question, let answer):
      return [try answered(question, answer, in: state, at: now)]
    case .finish:
      guard state.finished == nil else { return [] }
      return [
        .finished(
          .init(
            sitting: state.started?.sitting ?? state.nextNumber, score: FractionText(state.score),
            questions: state.started?.form.entries.count ?? 0, at: now))
      ]
    case .reset(let by, let reason):
      guard let started = state.started else { throw .notStarted }
      guard [by, reason].allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
        throw .resetWithoutReason
      }
      return [.reset(.init(sitting: started.sitting, by: by, reason: reason, at: now))]
    }
  }

  /// Decides over a try at a question.
  private func answered(
    _ question: QuestionID, _ answer: Answer, in state: SittingState, at now: Timestamp
  ) throws(SittingRejection) -> SittingEvent {
    guard state.finished == nil else { throw .over }
    guard let started = state.started else { throw .notStarted }
    guard !state.isTimeUp(at: now) else { throw .timeIsUp }
    guard let entry = started.form[question] else { throw .unknownQuestion(question) }
    let tries = state.tries[question] ?? Tries()
    let marked = entry.item.key.mark(answer, to: entry.item.question).credit
    guard let next = tries.next(answer, marked: marked, under: entry.policy) else {
      throw .questionOver(question, isRight: tries.list.contains(where: \.isRight))
    }
    return .answered(
      .init(
        sitting: started.sitting, question: question, number: tries.list.count + 1, attempt: next,
        at: now))
  }

  /// Returns the state after an event.
  package func evolve(_ state: SittingState, _ event: SittingEvent) -> SittingState {
    var state = state
    state.lastAt = max(state.lastAt, event.at)
    switch event {
    case .started(let started):
      state.started = started
      state.tries = [:]
    case .answered(let answered):
      state.tries[answered.question, default: Tries()].list.append(answered.attempt)
    case .finished(let finished): state.finished = finished
    case .reset(let reset):
      state.resets.append(reset)
      state.started = nil
      state.tries = [:]
      state.finished = nil
    }
    return state
  }

  /// Whether the sitting is over; a reset may still take it back.
  package func isTerminal(_ state: SittingState) -> Bool { state.finished != nil }
}
