package import Assessment
import EventSourcing
import ExampleSupport
import Foundation
import Grading
import PlainText

/// Shows that a kit has nothing in it that learners must not get.
///
/// ## What counts as a leak
///
/// - **A line of code** with at least 16 letters and digits that is also in a solution or a hidden suite, and not in
///   what every learner gets. Indentation and spaces make no difference.
/// - **A run of 12 words** of a key or an exam question, or of 16 words of a hint, however it is broken into lines; an
///   exam question's identifier; a member of a JSON object that only keys have.
/// - **A file** that no kit has, a link, or a missing file.
///
/// ## What every learner gets
///
/// A starter is a solution with parts taken out, so the two have most lines in common, and no comparison can tell what
/// was left in on purpose. What can be told is this. **What follows a `TODO`, down to the end of its block, is a
/// placeholder** and counts as given to nobody, so the solution below the mark is found. **Whatever an example needs
/// is marked `TODO` in the starter**, so the solution in place of the mark is found. All other lines of a starter are
/// given; that they earn nothing is for the audit to show.
///
/// The provided modules, the examples and the pages are given as they are in the course; there, only a passage of 200
/// letters and digits of hidden code on end is a leak, since single lines are alike by chance. **A line that a folder
/// has and the course's own kit has not in that file is held against all hidden lines.**
package struct KitInspection: Sendable {
  /// What an export would write.
  private let kit: Kit
  /// The folders of the exercises.
  private let exercises: [String]
  /// What is looked for.
  private let hidden: HiddenMaterial
  /// What every learner gets.
  private let given: GivenLines

  /// The letters and digits on end that are no chance any more.
  private static let passageWeight = 200
  /// The members that keys have and questions do not.
  private static let keyMembers: Set<String> = [
    "accept", "answer", "computation", "expectedFacility", "feedback", "keys", "rationale",
    "reject", "sources", "tolerance",
  ]

  /// Reads a course and everything hidden of it.
  ///
  /// - Throws: ``AssessmentError`` of the kind `course` or ``DocumentError`` naming what cannot be read.
  package init(of course: Course) throws {
    self.init(
      try Kit(of: course), exercises: course.scheme.exercises.map { "Exercises/\($0.folder)" },
      hidden: try HiddenMaterial(of: course))
  }

  /// Prepares the inspection of kits of a course whose own kit is this one.
  init(_ kit: Kit, exercises: [String], hidden: HiddenMaterial) {
    self.kit = kit
    self.exercises = exercises
    self.hidden = hidden
    given = GivenLines(in: kit, worthless: hidden.worthless)
  }

  /// Inspects what an export would write.
  package func check() -> KitCheck { check(kit.files) }

  /// Inspects a folder that nobody has worked in yet.
  ///
  /// - Throws: ``AssessmentError`` of the kind `input` if it is no folder that can be read.
  package func check(folder path: String) throws(AssessmentError) -> KitCheck {
    let folder = try KitFolder(at: path, for: kit)
    return check(folder.files, found: folder.findings)
  }

  /// Inspects some files.
  func check(_ files: [KitFile], found: [KitFinding] = []) -> KitCheck {
    let paths = Set(files.map(\.path))
    var findings = found
    findings += kit.files.map(\.path).filter { !paths.contains($0) }.map {
      KitFinding($0, .missing)
    }
    findings += files.flatMap(findings(in:))
    findings += exercises.flatMap { marks(of: $0, in: files) }
    return KitCheck(findings, files: files.count)
  }

  /// What is in one file.
  func findings(in file: KitFile) -> [KitFinding] {
    code(of: file) + words(of: file) + (file.path.hasSuffix(".json") ? keyMembers(of: file) : [])
  }

  /// Lines of hidden code.
  private func code(of file: KitFile) -> [KitFinding] {
    var findings: [KitFinding] = []
    var passage: (line: Int, origin: String, weight: Int)?
    for (number, line) in CodeLine.all(in: file.text) {
      guard let origin = hidden.lines[line], !hidden.worthless.contains(line) else {
        passage = nil
        continue
      }
      switch given.judgement(of: line, in: file.path) {
      case .given: passage = nil
      case .foreign: findings.append(KitFinding(file.path, line: number, .line(of: origin)))
      case .published:
        let before = passage?.weight ?? 0
        let begun = passage ?? (number, origin, 0)
        passage = (begun.line, begun.origin, before + line.weight)
        if before < Self.passageWeight, before + line.weight >= Self.passageWeight {
          findings.append(KitFinding(file.path, line: begun.line, .passage(of: begun.origin)))
        }
      }
    }
    return findings
  }

  /// Words of keys, exam questions and hints.
  private func words(of file: KitFile) -> [KitFinding] {
    let text = file.text
    let runs = hidden.answers.find(in: text) + hidden.hints.find(in: text)
    var findings = runs.map { KitFinding(file.path, line: $0.line, .words(of: $0.origin)) }
    let lines = text.textLines
    for (index, line) in lines.enumerated() {
      let names = line.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
      findings += Set(names).intersection(hidden.examQuestions).map {
        KitFinding(file.path, line: index + 1, .examQuestion($0))
      }
    }
    return findings
  }

  /// Members that only keys have.
  private func keyMembers(of file: KitFile) -> [KitFinding] {
    let lines = file.text.textLines
    return lines.enumerated().flatMap { index, line in
      Self.keyMembers.sorted().filter { line.contains("\"\($0)\"") }.map {
        KitFinding(file.path, line: index + 1, .keyMember($0))
      }
    }
  }

  /// What an example needs and no `TODO` of the starter marks.
  private func marks(of exercise: String, in files: [KitFile]) -> [KitFinding] {
    let places = files.filter { $0.path.hasPrefix("\(exercise)/Sources/") }.flatMap {
      OpenPlace.all(inText: $0.text, of: $0.path)
    }
    return files.filter { $0.path.hasPrefix("\(exercise)/Tests/") }.flatMap { file in
      let text = file.text
      return text.ranges(of: ".needs(").flatMap { range -> [KitFinding] in
        let line = text[..<range.lowerBound].count(where: \.isNewline) + 1
        let names = text[range.upperBound...].prefix { $0 != ")" }.split(separator: "\"")
          .map(String.init).filter { $0.contains(where: \.isLetter) }
        return names.filter { name in !places.contains { $0.isNamed(in: [name]) } }
          .map { KitFinding(file.path, line: line, .unmarked($0)) }
      }
    }
  }
}
