/// A way out for whoever was refused.
///
/// It names what to do and not where: each front says in its own words with which command or on which page.
package enum Remedy: Hashable, Sendable {
  /// Enrol the learner.
  case enrol
  /// Enrol the learner, or name the folder after the one whose it is.
  case enrolOrRenameFolder
  /// Look for the learner among those enrolled, or enrol them under this name.
  case findOrEnrol(learner: String)
  /// Enrol the learner once more, since the taking is closed.
  case enrolAgain
  /// Close the present taking before another one begins.
  case closeTaking
  /// Give the learner's full name.
  case giveFullName
  /// Look at the list of review questions.
  case listReviewQuestions
  /// Start the exam.
  case startExam
  /// Finish the exam.
  case finishExam
  /// Look at the questions of the sitting.
  case listExamQuestions
  /// Say who decides it, and why.
  case takeResponsibility
  /// Examine the gradebook.
  case examineGradebook
  /// Try again, and examine the gradebook if that does not help.
  case tryAgainOrExamineGradebook
}
