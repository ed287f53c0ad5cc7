/// How the course is marked: the content of `grading.json`.
package struct Scheme: Hashable, Sendable {
  /// The version of the file format that this build reads.
  package static let version = 2

  /// The course's title, as certificates name it.
  package var course: String
  /// The units, in the order of the syllabus.
  package var units: [Unit]
  /// The weight of each part, in hundredths of the mark.
  package var weights: Weights
  /// The lowest mark that passes, in hundredths.
  package var passMark: Int
  /// How review questions may be tried.
  package var reviewTries: TryPolicies
  /// The exercises, in the order of the syllabus.
  package var exercises: [Exercise]
  /// Which of several submissions of one exercise counts.
  package var keep: Keep
  /// Whose details learners are shown.
  package var feedback: Feedback
  /// What a submission may cost.
  package var limits: Limits
  /// The final exam.
  package var exam: Exam
  /// The weakest isolation under which what was graded counts for a certificate.
  package var minimumIsolation: Isolation
  /// Who issues certificates; `nil` where nobody does.
  package var issuer: Issuer?

  /// One unit of the syllabus.
  package struct Unit: Hashable, Sendable {
    /// Its name, which is that of its folders: `Unit2`.
    package var name: String
    /// Its title.
    package var title: String
    /// Its bullets, in order.
    package var bullets: [Bullet]
  }

  /// One bullet of the syllabus.
  package struct Bullet: Hashable, Sendable {
    /// Its identity.
    package var id: BulletID
    /// What it is about.
    package var title: String
  }

  /// How the final exam is taken.
  package struct Exam: Hashable, Sendable {
    /// How many questions of each bullet a form has; a bullet without a number has none.
    package var form: [BulletID: Int]
    /// How the questions may be tried.
    package var tries: TryPolicies
    /// How long a sitting lasts, in minutes; without a limit if `nil`.
    package var minutes: Int?
    /// What is said of every question once the sitting is closed.
    package var afterClosing: TryPolicy.Feedback
  }

  /// Who issues certificates, and what they say of the course.
  package struct Issuer: Hashable, Sendable {
    /// The issuer's name, as certificates print it.
    package var name: String
    /// Where what the issuer publishes is served, an address of https without a slash at its end; `nil` if nothing is.
    package var site: String?
    /// What names the issuer.
    package var identity: Identity
    /// What whoever completes the course can do, in a sentence.
    package var achievement: String
    /// What the course is about, in a few words each.
    package var tags: [String]

    /// What names an issuer.
    package enum Identity: String, CaseIterable, Hashable, Sendable {
      /// Its key; needs nothing else, and a new key is a new issuer.
      case key
      /// Its site, which lists its keys.
      case web
    }
  }

  /// Which of several submissions of one exercise counts.
  package enum Keep: String, CaseIterable, Hashable, Sendable {
    /// The one with the highest score.
    case best
    /// The one that arrived last.
    case latest

    /// The result that counts among those of one exercise, in the order in which the submissions arrived last.
    ///
    /// Of equally good ones the earliest counts, so that sending more changes nothing.
    package func counted<Result>(_ results: [Result], score: (Result) -> Rational) -> Result? {
      switch self {
      case .latest: results.last
      case .best:
        results.reduce(nil) { best, next in
          best.map { score(next) > score($0) ? next : $0 } ?? next
        }
      }
    }
  }

  /// The weights of the three parts; they sum to exactly 100.
  package struct Weights: Hashable, Sendable {
    /// The review questions.
    package var reviewQuestions: Int
    /// The case studies.
    package var caseStudies: Int
    /// The final exam.
    package var finalExam: Int

    /// Sets every property.
    package init(reviewQuestions: Int, caseStudies: Int, finalExam: Int) {
      self.reviewQuestions = reviewQuestions
      self.caseStudies = caseStudies
      self.finalExam = finalExam
    }
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

extension Scheme {
  /// Every bullet, in the order of the syllabus.
  package var bullets: [Bullet] { units.flatMap(\.bullets) }

  /// The exam's blueprint, in the order of the syllabus.
  package var blueprint: [(bullet: BulletID, count: Int)] {
    bullets.compactMap { bullet in exam.form[bullet.id].map { (bullet.id, $0) } }
  }
}
