package import EventSourcing
import Grading

/// The rules of one taking of the course, besides the final exam.
///
/// - It is opened once and closed once; between, review questions are answered and submissions graded.
/// - A review question is tried as often as its policy says, and not after a right answer.
/// - A submission is known by exercise and digest. Sending the one that arrived last again changes nothing; an older one
///   becomes the last and keeps its result.
/// - A result replaces an earlier one of the same submission, unless it says the same: then the details that were kept
///   first remain, so that grading again and again fills no gradebook. A grading that broke replaces nothing.
package struct Enrolment: Decider {
  /// Creates the rules.
  package init() {}

  /// Before the taking begins.
  package var initialState: EnrolmentState { EnrolmentState() }

  /// Decides what happens because of a command.
  package func decide(
    _ command: EnrolmentCommand, in state: EnrolmentState, context: DecisionContext
  ) throws(EnrolmentRejection) -> [EnrolmentEvent] {
    let now = context.now
    if case .open(let opening) = command {
      guard let opened = state.opened else { return [.opened(opening)] }
      throw opened.taking == opening.taking && state.closed != nil ? .closed : .openAlready
    }
    guard state.opened != nil else { throw .notOpen }
    guard state.closed == nil else { throw .closed }
    guard !now.runsBehind(state.lastAt) else {
      throw .clockRanBackward(now: now, recorded: state.lastAt)
    }
    switch command {
    case .open: return []
    case .answer(let attempt): return [try answer(attempt, in: state, at: now)]
    case .receive(let exercise, let submission):
      guard state.submissions.last(where: { $0.exercise == exercise })?.digest != submission else {
        return []
      }
      return [.submissionReceived(.init(exercise: exercise, submission: submission, at: now))]
    case .record(let result):
      guard let known = state.submission(result.submission, of: result.exercise) else {
        throw .unknownSubmission(result.submission)
      }
      guard !result.addsNothing(to: known) else { return [] }
      return [
        .submissionGraded(.init(result: result, isAgain: known.result != nil, at: now))
      ]
    case .fail(let exercise, let submission, let reason):
      guard state.submission(submission, of: exercise) != nil else {
        throw .unknownSubmission(submission)
      }
      return [
        .gradingFailed(
          .init(exercise: exercise, submission: submission, reason: reason, at: now))
      ]
    case .close(let reason): return [.closed(.init(reason: reason, at: now))]
    }
  }

  /// Decides over a try at a review question.
  private func answer(
    _ attempt: EnrolmentCommand.ReviewAttempt, in state: EnrolmentState, at now: Timestamp
  ) throws(EnrolmentRejection) -> EnrolmentEvent {
    guard state.opened?.reviewQuestions.contains(attempt.question) == true else {
      throw .unknownQuestion(attempt.question)
    }
    let tries = state.review[attempt.question] ?? Tries()
    guard
      let next = tries.next(
        attempt.answer, marked: attempt.marked.value, under: attempt.policy)
    else {
      throw .questionOver(attempt.question, isRight: tries.list.contains(where: \.isRight))
    }
    return .reviewAnswered(
      .init(
        question: attempt.question, itemDigest: attempt.itemDigest, number: tries.list.count + 1,
        attempt: next, at: now))
  }

  /// Returns the state after an event.
  package func evolve(_ state: EnrolmentState, _ event: EnrolmentEvent) -> EnrolmentState {
    var state = state
    state.lastAt = max(state.lastAt, event.at)
    switch event {
    case .opened(let opened): state.opened = opened
    case .reviewAnswered(let answered):
      state.review[answered.question, default: Tries()].list.append(answered.attempt)
    case .submissionReceived(let received):
      var submission =
        state.submission(received.submission, of: received.exercise)
        ?? .init(
          exercise: received.exercise, digest: received.submission, receivedAt: received.at,
          result: nil, gradedAt: nil, failure: nil)
      submission.receivedAt = received.at
      state.submissions.removeAll {
        $0.digest == submission.digest && $0.exercise == submission.exercise
      }
      state.submissions.append(submission)
    case .submissionGraded(let graded):
      state.change(graded.result.submission, of: graded.result.exercise) { submission in
        submission.result = graded.result
        submission.gradedAt = graded.at
        submission.failure = nil
      }
    case .gradingFailed(let failed):
      state.change(failed.submission, of: failed.exercise) { $0.failure = failed.reason }
    case .closed(let closed): state.closed = closed
    }
    return state
  }

  /// Whether the taking has ended.
  package func isTerminal(_ state: EnrolmentState) -> Bool { state.closed != nil }
}

extension SubmissionResult {
  /// Whether a record of this result would tell nothing new of a submission: neither an outcome, nor details of one that
  /// was recorded without.
  fileprivate func addsNothing(to known: EnrolmentState.Submission) -> Bool {
    guard let before = known.result, known.failure == nil else { return false }
    return hasSameOutcome(as: before) && (details == nil || before.details != nil)
  }
}

extension EnrolmentState {
  /// Changes a submission, if it is there.
  fileprivate mutating func change(
    _ digest: String, of exercise: String, _ body: (inout Submission) -> Void
  ) {
    guard
      let index = submissions.firstIndex(where: { $0.digest == digest && $0.exercise == exercise })
    else { return }
    body(&submissions[index])
  }
}
