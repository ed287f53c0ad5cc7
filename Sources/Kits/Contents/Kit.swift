package import Assessment
import Grading

/// What a learner works in: a Swift package of the provided modules, the exercises and the review questions.
///
/// A kit is a value, made from a course before anything is written. **It holds what is named here and nothing else**:
/// there is no list of what to leave out, so a new hidden folder cannot slip in. **The same course gives the same
/// bytes.** No step on the way to a file is a link.
package struct Kit: Hashable, Sendable {
  /// The files, sorted by path.
  package let files: [KitFile]

  /// A kit of some files, for tests.
  init(files: [KitFile]) {
    self.files = files.sorted { $0.path < $1.path }
  }

  /// The modules that learners get as they are.
  static let modules = ["CQRS", "EventSourcing", "ExampleSupport", "SeedVault"]

  /// Collects the files of a course.
  ///
  /// - Throws: ``AssessmentError`` of the kind `course`, or ``DocumentError``, naming what is missing or is not as it
  ///   must be, such as a key among the questions.
  package init(of course: Course) throws {
    let reader = CourseReader(course.root)
    let review = try course.reviewBank()
    var files = try Self.modules.flatMap { try reader.sources(in: "Sources/\($0)") }
    for exercise in course.scheme.exercises {
      let folder = "Exercises/\(exercise.folder)"
      files.append(try reader.file("\(folder)/README.md"))
      files += try reader.sources(in: "\(folder)/Sources")
      files += try reader.sources(in: "\(folder)/Tests")
    }
    for unit in course.scheme.units {
      let questions = unit.bullets.flatMap { review.items(of: $0.id) }.map(\.question)
      guard !questions.isEmpty else { continue }
      let folder = Self.questionFolder(of: unit.name)
      files += try reader.questions(in: folder)
      let sheet = QuestionSheet(unit, questions)
      files.append(KitFile(path: "\(folder)/Questions.md", text: sheet.questions()))
      files.append(KitFile(path: "\(folder)/Answers.txt", text: sheet.answers()))
    }
    files.append(KitFile(path: "Package.swift", text: KitPackage(course.scheme).text()))
    files.append(KitFile(path: "README.md", text: KitPage(course.scheme).text()))
    files.append(KitFile(path: ".gitignore", text: ".build/\n"))
    files.append(KitFile(path: ".swift-format", text: Self.formatting))
    self.files = files.sorted { $0.path < $1.path }
  }

  /// The folder of a unit's questions.
  static func questionFolder(of unit: String) -> String { "Exercises/\(unit)/Questions" }

  /// How the sources are laid out, for editors.
  private static let formatting = """
    {
      "version": 1,
      "indentation": { "spaces": 2 },
      "lineLength": 100
    }

    """
}
