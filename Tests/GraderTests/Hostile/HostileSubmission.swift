/// A submission that attacks the machine, the grader or its marks, with what must come of it.
struct HostileSubmission: Sendable {
  /// What must come of it.
  enum Ending: Sendable {
    /// It tried, reached nothing, and said so by ending itself with status 42.
    case contained
    /// The behaviours in which it attacked get this verdict.
    case verdict(String)
    /// Exactly these behaviours fail, and the others are unharmed.
    case loses(Set<String>)
    /// It attacks before any behaviour begins: all of them get this verdict.
    case everyVerdict(String)
    /// It does not build, and the learner is told so in a message with this text.
    case notBuilt(String)
    /// It is not accepted, for a reason with this text.
    case refused(String)
    /// It is right, and what it attacks does not notice.
    case fullMarks
  }

  /// Its name, which is that of the learner who hands it in.
  let name: String
  /// What must come of it.
  let ending: Ending
  /// What is run where the submission should answer how many tests were below a limit.
  let body: String
  /// What is added to a file of the submission at top level.
  let declarations: String
  /// More files, by name.
  let files: [String: String]

  /// Describes a submission; without a body it answers rightly.
  init(
    _ name: String, _ ending: Ending, _ body: String = "", declarations: String = "",
    files: [String: String] = [:]
  ) {
    self.name = name
    self.ending = ending
    self.body = body
    self.declarations = declarations
    self.files = files
  }

  /// A probe that tries something and tells by its status whether it reached anything.
  ///
  /// - Parameter reached: An expression that is true when the attack succeeded.
  static func probe(_ name: String, reaches reached: String, declarations: String = "") -> Self {
    Self(name, .contained, "exit((\(reached)) ? 99 : 42)", declarations: declarations)
  }
}
