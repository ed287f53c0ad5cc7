package import EventSourcing
package import Grading

/// Where one taking of the course stands: every part of the mark with what it is made of.
///
/// **One number on every view**: whatever prints, exports or certifies a mark takes it from here.
package struct Standing: Hashable, Sendable {
  /// The taking.
  package let taking: TakingID
  /// The learner's full name.
  package let name: String
  /// The scheme that the taking is marked under.
  package let scheme: Scheme
  /// The SHA-256 digest of that scheme's file.
  package let schemeDigest: String
  /// The review questions, in their order.
  package let review: [ReviewQuestion]
  /// The exercises that the scheme names, in its order.
  package let exercises: [Exercise]
  /// The final exam.
  package let exam: Exam
  /// Why the taking is closed; `nil` while it is open.
  package let closed: EnrolmentEvent.Closed?

  /// One review question.
  package struct ReviewQuestion: Hashable, Sendable {
    /// The question.
    package var id: QuestionID
    /// The tries at it.
    package var tries: Tries
  }

  /// One exercise.
  package struct Exercise: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Its weight among the case studies.
    package var weight: Int
    /// The result that counts, if there is one.
    package var counted: SubmissionResult?
    /// How many submissions there are.
    package var submissions: Int
    /// The submissions without a result: not graded yet, or grading them broke.
    package var pending: [EnrolmentState.Submission]
  }

  /// The final exam.
  package struct Exam: Hashable, Sendable {
    /// Where the sitting stands.
    package var phase: SittingState.Phase
    /// How many questions its form has.
    package var questions: Int
    /// How many of them have been tried.
    package var tried: Int
    /// When it ends at the latest, if there is a limit and it has started.
    package var endsAt: Timestamp?
    /// What it adds to the mark; nothing before it is over.
    package var score: Rational
    /// The sittings that were taken back.
    package var resets: [SittingEvent.Reset]
  }

  /// Puts the parts together.
  ///
  /// - Parameters:
  ///   - opened: How the taking began.
  ///   - enrolment: The state of its enrolment.
  ///   - sitting: The state of its final exam.
  /// - Throws: ``DocumentError`` if the recorded scheme is none that this grader reads.
  package init(
    _ opened: EnrolmentEvent.Opened, enrolment: EnrolmentState, sitting: SittingState
  ) throws(DocumentError) {
    taking = opened.taking
    name = opened.name
    let scheme = try Scheme(frozen: opened.scheme)
    self.scheme = scheme
    schemeDigest = opened.schemeDigest
    review = opened.reviewQuestions.map {
      ReviewQuestion(id: $0, tries: enrolment.review[$0] ?? Tries())
    }
    exercises = scheme.exercises.map { exercise in
      let submissions = enrolment.submissions.filter { $0.exercise == exercise.name }
      return Exercise(
        name: exercise.name, weight: exercise.weight,
        counted: scheme.keep.counted(submissions.compactMap(\.result), score: \.score),
        submissions: submissions.count,
        pending: submissions.filter { $0.result == nil })
    }
    exam = Exam(
      phase: sitting.phase, questions: sitting.started?.form.entries.count ?? 0,
      tried: sitting.tries.count, endsAt: sitting.started?.endsAt,
      score: sitting.finished?.score.value ?? .zero, resets: sitting.resets)
    closed = enrolment.closed
  }

  /// The share of the review questions that was earned: the mean of every question's best try.
  package var reviewScore: Rational {
    guard !review.isEmpty else { return .zero }
    return review.reduce(.zero) { $0 + $1.tries.best } / Rational(review.count)
  }

  /// The share of the case studies that was earned: the mean of the exercises by weight; one without a result counts 0.
  package var caseStudyScore: Rational {
    Rational.weightedMean(exercises.map { ($0.counted?.score ?? .zero, $0.weight) }) ?? .zero
  }

  /// The exercises that count for a certificate and whose counted results ran under weaker isolation than the scheme
  /// demands of it.
  package var weaklyIsolated: [Exercise] {
    exercises.filter { exercise in
      exercise.weight > 0
        && exercise.counted.map { !$0.isolation.reaches(scheme.minimumIsolation) } ?? false
    }
  }

  /// The weighted mark.
  package var mark: Mark {
    Mark(
      weights: scheme.weights, passMark: scheme.passMark, reviewQuestions: reviewScore,
      caseStudies: caseStudyScore, finalExam: exam.score)
  }
}
