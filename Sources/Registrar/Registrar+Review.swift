import Assessment
import EventSourcing
import Gradebook
package import Grading

extension Registrar {
  /// One review question of a taking, as it is put to the learner.
  package struct ReviewQuestion: Sendable {
    /// The question and its key.
    package let item: QuestionBank.Item
    /// How it is shown: as it is written, so that its labels are those of the kit.
    package let layout: QuestionLayout
    /// How often it may be tried.
    package let policy: TryPolicy
    /// The tries so far.
    package let tries: Tries

    /// Whether no further try is possible.
    package var isOver: Bool { tries.areOver(under: policy) }

    /// What may be said of the last try, if there was one.
    package var feedback: AnswerFeedback? {
      tries.list.last.map {
        AnswerFeedback(to: $0, of: item, policy: policy.feedback, isOver: isOver)
      }
    }
  }

  /// What came of an answer.
  package struct Answered: Sendable {
    /// The try that it was.
    package let attempt: Tries.Try
    /// The question after it.
    package let question: ReviewQuestion
    /// What is said, as far as the policy allows.
    package let feedback: AnswerFeedback
  }

  /// The review questions of a learner's taking, in order.
  ///
  /// - Parameters:
  ///   - learner: The learner.
  ///   - unit: Those of this unit only.
  /// - Throws: `AssessmentError` of the kind `input` for a unit that does not exist.
  package func reviewQuestions(
    of learner: String, unit: String? = nil
  ) async throws -> [ReviewQuestion] {
    try reviewQuestions(in: try await existingTaking(of: learner), unit: unit)
  }

  /// The review questions of a taking that are in the course's files, in order.
  private func reviewQuestions(in taking: Taking, unit: String? = nil) throws -> [ReviewQuestion] {
    let bank = try questions.reviewBank()
    let shown = try unit.map { try course.unit(named: $0).bullets } ?? course.scheme.bullets
    return Self.reviewQuestions(
      of: taking.opened, taking.enrolment, bank: bank, bullets: Set(shown.map(\.id)),
      scheme: try Scheme(frozen: taking.opened.scheme))
  }

  /// The review questions of a taking that are in a bank, in the taking's order.
  static func reviewQuestions(
    of opened: EnrolmentEvent.Opened, _ enrolment: EnrolmentState, bank: QuestionBank,
    bullets: Set<BulletID>, scheme: Scheme
  ) -> [ReviewQuestion] {
    opened.reviewQuestions.compactMap { id in
      guard let item = bank[id], bullets.contains(item.question.bullet) else { return nil }
      return ReviewQuestion(item, in: enrolment, under: scheme)
    }
  }

  /// Answers a review question: the answer is stored, then told what it is worth.
  ///
  /// - Parameters:
  ///   - learner: The learner.
  ///   - id: The question.
  ///   - text: What was typed; see `Answer`.
  ///   - act: Whose act it is.
  /// - Throws: ``RegistrarError``, or ``AnswerError`` if the text is no answer to this question. Nothing is stored then.
  package func answerReview(
    of learner: String, question id: QuestionID, with text: String, as act: Act
  ) async throws -> Answered {
    try await answerReview(
      in: try await lastTakingID(of: learner), question: id, with: text, as: act)
  }

  /// Answers a review question of a taking.
  private func answerReview(
    in taking: TakingID, question id: QuestionID, with text: String, as act: Act,
    _ step: String? = nil
  ) async throws -> Answered {
    let sent = try await carryOut(act, step, on: taking.enrolment, under: Enrolment()) { state in
      let taking = try Taking(state)
      try taking.checkIsOpen()
      let question = try reviewQuestion(id, of: taking)
      let item = question.item
      let answer = try Answer(reading: text, to: item.question, shown: question.layout)
      return .answer(
        .init(
          question: id, itemDigest: item.digest, answer: answer,
          marked: item.key.mark(answer, to: item.question).credit, policy: question.policy))
    }
    guard case .reviewAnswered(let answered)? = sent.events.first else { throw act.isAnotherAct }
    let after = try reviewQuestion(answered.question, of: Taking(sent.state))
    return Answered(
      attempt: answered.attempt, question: after,
      feedback: AnswerFeedback(
        to: answered.attempt, of: after.item, policy: after.policy.feedback, isOver: after.isOver))
  }

  /// Answers several review questions, one after another.
  ///
  /// **All answers are checked before the first is stored.** An answer that equals the last one to its question, and one to
  /// a question that takes none any more, is passed over, so that the same list may be given again.
  ///
  /// - Returns: What came of each answer that was stored, in order.
  package func answerReviews(
    of learner: String, _ answers: [(question: QuestionID, text: String)], as act: Act
  ) async throws -> [Answered] {
    let taking = try await openTaking(of: learner)
    var new: [(question: QuestionID, text: String)] = []
    for (id, text) in answers {
      let question = try reviewQuestion(id, of: taking)
      let answer = try Answer(reading: text, to: question.item.question, shown: question.layout)
      if !question.isOver, question.tries.list.last?.answer != answer { new.append((id, text)) }
    }
    var answered: [Answered] = []
    for (id, text) in new {
      answered.append(
        try await answerReview(in: taking.id, question: id, with: text, as: act, "answer-\(id)"))
    }
    return answered
  }

  /// A review question of a taking, as it stands.
  private func reviewQuestion(
    _ id: QuestionID, of taking: Taking
  ) throws -> ReviewQuestion {
    guard taking.opened.reviewQuestions.contains(id) else {
      throw RegistrarError(.input, EnrolmentRejection.unknownQuestion(id))
    }
    guard let item = try questions.reviewBank()[id] else {
      throw RegistrarError(
        .input,
        "The review question \(id) is not in the course's files any more. Ask the instructor to put "
          + "it back.")
    }
    return ReviewQuestion(
      item, in: taking.enrolment, under: try Scheme(frozen: taking.opened.scheme))
  }
}

extension Registrar.ReviewQuestion {
  /// A question with what a taking has done with it.
  fileprivate init(_ item: QuestionBank.Item, in state: EnrolmentState, under scheme: Scheme) {
    self.init(
      item: item, layout: QuestionLayout(asWritten: item.question),
      policy: scheme.reviewTries.policy(for: item.question),
      tries: state.review[item.question.id] ?? Tries())
  }
}
