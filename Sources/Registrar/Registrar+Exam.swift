import Assessment
package import EventSourcing
package import Gradebook
package import Grading

extension Registrar {
  /// A sitting of the final exam as its learner may see it.
  package struct ExamSitting: Sendable {
    /// The taking.
    package let taking: TakingID
    /// The learner's full name.
    package let name: String
    /// What is recorded of it.
    package let state: SittingState
    /// The moment at which it was looked at.
    package let at: Timestamp

    /// Its questions in order; none before it starts.
    package var questions: [ExamForm.Entry] { state.started?.form.entries ?? [] }

    /// Whether answers are taken.
    package var takesAnswers: Bool { state.phase == .underWay && !state.isTimeUp(at: at) }

    /// The tries at a question.
    package func tries(at question: QuestionID) -> Tries { state.tries[question] ?? Tries() }

    /// Whether a question takes no further answer.
    package func isOver(_ entry: ExamForm.Entry) -> Bool {
      !takesAnswers || tries(at: entry.item.question.id).areOver(under: entry.policy)
    }

    /// What may be said of a question's last try: while the sitting goes on what the question's own policy allows,
    /// afterward what is allowed after closing.
    ///
    /// A question that was never tried has nothing to be said of but its solution.
    package func feedback(on entry: ExamForm.Entry) -> AnswerFeedback? {
      let isClosed = state.phase == .over
      let afterClosing = TryPolicy.Feedback(rawValue: state.started?.afterClosing ?? "") ?? .none
      guard let last = tries(at: entry.item.question.id).list.last else {
        return isClosed && afterClosing == .key ? AnswerFeedback(untried: entry.item) : nil
      }
      return AnswerFeedback(
        to: last, of: entry.item, policy: isClosed ? afterClosing : entry.policy.feedback,
        isOver: isClosed || isOver(entry))
    }
  }

  /// Starts the one sitting of a learner's taking, or goes on with it.
  ///
  /// The form is drawn by a seed that nobody can foresee, and frozen: starting again gives the same one.
  ///
  /// - Returns: The sitting, and whether this act has begun it.
  /// - Throws: ``RegistrarError`` of the kind `refused` when the sitting is over.
  package func startExam(
    of learner: String, as act: Act
  ) async throws -> (sitting: ExamSitting, isNew: Bool) {
    let taking = try await existingTaking(of: learner)
    let started = try await carryOut(act, on: taking.id.sitting, under: Sitting()) { state in
      try taking.checkIsOpen()
      if state.phase == .underWay { return nil }
      let scheme = try Scheme(frozen: taking.opened.scheme)
      let form = try ExamForm(
        drawnFrom: try questions.examPool(), blueprint: scheme.blueprint,
        policies: scheme.exam.tries, seed: randomNumber())
      return .start(
        form: form, minutes: scheme.exam.minutes, afterClosing: scheme.exam.afterClosing.rawValue)
    }
    return (sitting(started.state, of: taking), !started.events.isEmpty)
  }

  /// The sitting of a learner's last taking, whatever its phase.
  package func exam(of learner: String) async throws -> ExamSitting {
    let taking = try await existingTaking(of: learner)
    return sitting(try await state(of: taking.id.sitting, under: Sitting()), of: taking)
  }

  /// Answers a question of the exam: the answer is stored, then told what the policy allows.
  ///
  /// - Parameters:
  ///   - learner: The learner.
  ///   - id: The question.
  ///   - text: What was typed, in the labels of this sitting; see `Answer`.
  ///   - act: Whose act it is.
  /// - Throws: ``RegistrarError``, or ``AnswerError`` if the text is no answer to this question. Nothing is stored then.
  package func answerExam(
    of learner: String, question id: QuestionID, with text: String, as act: Act
  ) async throws -> (entry: ExamForm.Entry, feedback: AnswerFeedback, sitting: ExamSitting) {
    let taking = try await existingTaking(of: learner)
    let sent = try await carryOut(act, on: taking.id.sitting, under: Sitting()) { state in
      try taking.checkIsOpen()
      guard let entry = state.started?.form[id] else {
        let rejection: SittingRejection =
          state.finished != nil ? .over : state.started == nil ? .notStarted : .unknownQuestion(id)
        throw RegistrarError(state.phase == .underWay ? .input : .refused, rejection)
      }
      return .answer(
        id, try Answer(reading: text, to: entry.item.question, shown: entry.layout))
    }
    guard case .answered(let answered)? = sent.events.first,
      let entry = sent.state.started?.form[answered.question]
    else { throw act.isAnotherAct }
    let sitting = sitting(sent.state, of: taking)
    return (
      entry,
      AnswerFeedback(
        to: answered.attempt, of: entry.item, policy: entry.policy.feedback,
        isOver: sitting.isOver(entry)), sitting
    )
  }

  /// Ends the sitting for good.
  ///
  /// - Throws: ``RegistrarError`` of the kind `refused` if none has started.
  package func finishExam(of learner: String, as act: Act) async throws -> ExamSitting {
    let taking = try await existingTaking(of: learner)
    let sent = try await carryOut(act, on: taking.id.sitting, under: Sitting()) { state in
      try taking.checkIsOpen()
      guard state.phase != .notStarted else {
        throw RegistrarError(.refused, SittingRejection.notStarted)
      }
      return .finish
    }
    return sitting(sent.state, of: taking)
  }

  /// Takes back a sitting that broke for a reason that is not the learner's; another one may start then.
  ///
  /// - Parameters:
  ///   - learner: The learner.
  ///   - by: Who decides it.
  ///   - reason: Why.
  ///   - act: Whose act it is.
  package func resetExam(
    of learner: String, by: String, reason: String, as act: Act
  ) async throws -> ExamSitting {
    let taking = try await existingTaking(of: learner)
    let sent = try await carryOut(act, on: taking.id.sitting, under: Sitting()) { _ in
      try taking.checkIsOpen()
      return .reset(by: by, reason: reason)
    }
    return sitting(sent.state, of: taking)
  }

  /// A sitting as it may be seen.
  private func sitting(_ state: SittingState, of taking: Taking) -> ExamSitting {
    ExamSitting(taking: taking.id, name: taking.opened.name, state: state, at: now())
  }
}
