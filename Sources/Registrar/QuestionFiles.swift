import Assessment
import Grading
import Synchronization

/// The course's questions, each bank read from its files once and kept.
///
/// Somebody who goes through thirty questions should not have every file read thirty times.
final class QuestionFiles: Sendable {
  private let course: Course
  private let review = Mutex<QuestionBank?>(nil)
  private let exam = Mutex<QuestionBank?>(nil)

  /// The questions of a course.
  init(of course: Course) {
    self.course = course
  }

  /// The review questions.
  func reviewBank() throws -> QuestionBank {
    try review.withLock { bank in
      if let bank { return bank }
      let read = try course.reviewBank()
      bank = read
      return read
    }
  }

  /// The pool of exam questions.
  func examPool() throws -> QuestionBank {
    try exam.withLock { pool in
      if let pool { return pool }
      let read = try course.examPool()
      pool = read
      return read
    }
  }
}
