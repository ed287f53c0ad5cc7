import Foundation
package import Grading

/// One solution, right or wrong, that an audit runs through a suite, and what must come out.
package struct AuditSubject: Hashable, Sendable {
  /// What must come out.
  package enum Demand: Hashable, Sendable {
    /// Every point.
    case fullMarks
    /// No point at all.
    case zero
    /// Less than half of the points.
    case underHalf
    /// These behaviours fail.
    case caught(by: [String])
  }

  /// What kind of solution it is, as the matrix names it.
  package enum Kind: String, Codable, Hashable, Sendable {
    /// The reference solution.
    case reference
    /// Another right design.
    case alternative
    /// The untouched starter.
    case starter
    /// A solution that does nothing of use.
    case vacuous
    /// The cheapest solution that looks plausible.
    case shortcut
    /// A solution with one mistake.
    case mutant
  }

  /// What kind of solution it is.
  package var kind: Kind
  /// Its name within the kind.
  package var name: String
  /// What must come out.
  package var demand: Demand
  /// Its files, or why there are none.
  package var files: Result<[SourceFile], MutantError>

  /// Every subject of an exercise, right ones first.
  ///
  /// - Throws: ``AssessmentError`` when a folder of the course is missing or cannot be taken in.
  package static func all(of exercise: Scheme.Exercise, in course: Course) throws -> [Self] {
    let solutions = "\(course.root)/Solutions/\(exercise.folder)"
    let starter = "\(course.root)/Exercises/\(exercise.folder)"
    let limits = course.scheme.limits
    var subjects = [
      AuditSubject(
        kind: .reference, name: exercise.name, demand: .fullMarks,
        files: .success(try take(solutions, limits: limits))),
      AuditSubject(
        kind: .starter, name: exercise.name, demand: .zero,
        files: .success(try take(starter, limits: limits))),
    ]
    for (folder, kind, demand) in [
      ("Alternatives", .alternative, .fullMarks), ("Vacuous", .vacuous, .zero),
      ("Shortcuts", .shortcut, .underHalf),
    ] as [(String, Kind, Demand)] {
      for name in names(in: "\(solutions)/\(folder)") {
        let files = try take("\(solutions)/\(folder)/\(name)", limits: limits)
        subjects.append(
          AuditSubject(kind: kind, name: name, demand: demand, files: .success(files)))
      }
    }
    for name in names(in: "\(solutions)/Mutants") where name.hasSuffix(".mutant") {
      subjects.append(try mutant("\(solutions)/Mutants/\(name)", in: solutions, limits: limits))
    }
    return subjects
  }

  /// A mutant with its edits made.
  private static func mutant(
    _ path: String, in solutions: String, limits: Limits
  ) throws -> AuditSubject {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    do throws(MutantError) {
      let mutant = try Mutant(parsing: text)
      let base = mutant.base.hasSuffix("/Sources") ? String(mutant.base.dropLast(8)) : ""
      guard
        case .accepted(let files) = Intake.take(
          below: "\(solutions)/\(base)", limits: limits)
      else {
        throw .doesNotFit("The base \(mutant.base) cannot be taken in.")
      }
      return AuditSubject(
        kind: .mutant, name: name, demand: .caught(by: mutant.caughtBy),
        files: .success(try mutant.applied(to: files)))
    } catch {
      return AuditSubject(
        kind: .mutant, name: name, demand: .caught(by: []), files: .failure(error))
    }
  }

  /// The files of a folder of the course's own.
  private static func take(_ folder: String, limits: Limits) throws -> [SourceFile] {
    switch Intake.take(below: folder, limits: limits) {
    case .accepted(let files): return files
    case .nothing(let reason): throw AssessmentError(.course, "\(folder): \(reason)")
    case .refused(let reasons):
      throw AssessmentError(.course, "\(folder): \(reasons.joined(separator: " "))")
    }
  }

  /// The sorted names in a folder; none when there is no such folder.
  private static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }
}
