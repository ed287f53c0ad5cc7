package import EventSourcing
package import Grading

extension ClassReport {
  /// What of a course a report needs beside the record.
  package struct Course {
    /// How it is marked now.
    package var scheme: Scheme
    /// The behaviours of its exercises, by name.
    package var catalogues: [String: Catalogue]
    /// Its review questions.
    package var reviewBank: QuestionBank

    /// Sets every property.
    package init(
      scheme: Scheme, catalogues: [String: Catalogue], reviewBank: QuestionBank
    ) {
      self.scheme = scheme
      self.catalogues = catalogues
      self.reviewBank = reviewBank
    }
  }

  /// Looks at a class.
  ///
  /// - Parameters:
  ///   - roll: The last taking of every learner.
  ///   - course: The course they take.
  ///   - now: The present moment.
  /// - Throws: ``DocumentError`` if a recorded scheme is none that this grader reads.
  package init(
    _ roll: ClassRoll, of course: Course, at now: Timestamp
  ) throws(DocumentError) {
    var standings: [Standing] = []
    var learners: [Learner] = []
    var concerns: [Concern] = []
    var reviews: [AnswerSheet] = []
    var exams: [AnswerSheet] = []
    var examItems: [QuestionID: QuestionBank.Item] = [:]
    var days: [Int: Int] = [:]
    for history in roll.takings {
      guard let opened = history.enrolment.opened else { continue }
      let standing = try Standing(opened, enrolment: history.enrolment, sitting: history.sitting)
      standings.append(standing)
      learners.append(
        Learner(standing, lastAt: max(history.enrolment.lastAt, history.sitting.lastAt)))
      concerns += Concern.all(of: standing, history, at: now)
      reviews.append(AnswerSheet(review: history.enrolment))
      if let sheet = AnswerSheet(exam: history.sitting) {
        exams.append(sheet)
        for entry in history.sitting.started?.form.entries ?? [] {
          examItems[entry.item.question.id] = entry.item
        }
      }
      for arrival in history.arrivals { days[Day.number(of: arrival), default: 0] += 1 }
    }
    self.init(
      course: course.scheme.course, at: now, passMark: course.scheme.passMark, learners: learners,
      exercises: Self.exercises(of: standings, now: course.scheme).map { exercise in
        Exercise(exercise, in: standings, catalogue: course.catalogues[exercise.name])
      },
      items: ItemFigures.all(in: reviews).map {
        Item($0, part: .reviewQuestions, item: course.reviewBank[$0.question])
      }
        + ItemFigures.all(in: exams).map {
          Item($0, part: .finalExam, item: examItems[$0.question])
        }, days: days.sorted { $0.key < $1.key }.map { Day($0.key, submissions: $0.value) },
      concerns: concerns.sorted { ($0.at, $0.taking.learner) < ($1.at, $1.taking.learner) })
  }

  /// The exercises of the course now, and after them those that only some takings have.
  private static func exercises(of standings: [Standing], now: Scheme) -> [Scheme.Exercise] {
    var exercises = now.exercises
    var names = Set(exercises.map(\.name))
    for standing in standings {
      for exercise in standing.scheme.exercises where names.insert(exercise.name).inserted {
        exercises.append(exercise)
      }
    }
    return exercises
  }
}
