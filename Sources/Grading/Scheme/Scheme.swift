/// How the course is marked: the content of `grading.json`.
package struct Scheme: Hashable, Sendable {
  /// The version of the file format that this build reads.
  package static let version = 1

  /// The course's title, as certificates name it.
  package var course: String
  /// The weight of each part, in hundredths of the mark.
  package var weights: Weights
  /// The lowest mark that passes, in hundredths.
  package var passMark: Int
  /// The exercises, in the order of the syllabus.
  package var exercises: [Exercise]
  /// Whose details learners are shown.
  package var feedback: Feedback
  /// What a submission may cost.
  package var limits: Limits
  /// The weakest isolation, by name, under which what was graded counts for a certificate.
  package var minimumIsolation: String

  /// The weights of the three parts; they sum to exactly 100.
  package struct Weights: Hashable, Sendable {
    /// The review questions.
    package var reviewQuestions: Int
    /// The case studies.
    package var caseStudies: Int
    /// The final exam.
    package var finalExam: Int
  }

  /// One exercise.
  package struct Exercise: Hashable, Sendable {
    /// The exercise's name, as its suite declares it.
    package var name: String
    /// Its folder below `Exercises`, `Solutions` and a learner's folder: `Unit2/LotRules`.
    package var folder: String
    /// Its weight among the case studies; 0 is graded and does not count.
    package var weight: Int
  }

  /// Which failed behaviours show learners given, when, expected and got.
  package enum Feedback: String, CaseIterable, Hashable, Sendable {
    /// None: sentence and hint only.
    case none
    /// Those that their suite marks open.
    case open
    /// All.
    case all
  }
}
