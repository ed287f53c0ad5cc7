import Foundation
package import Grading

extension Course {
  /// The unit of a name.
  ///
  /// - Throws: ``AssessmentError`` of the kind `input` naming the units there are.
  package func unit(named name: String) throws(AssessmentError) -> Scheme.Unit {
    guard let unit = scheme.units.first(where: { $0.name == name }) else {
      throw AssessmentError(
        .input,
        "There is no unit \(name). This course has "
          + scheme.units.map(\.name).joined(separator: ", ") + ".")
    }
    return unit
  }

  /// The review questions of every unit, with their keys.
  ///
  /// The questions are in `Exercises/<unit>/Questions`, the keys in `Solutions/<unit>/Keys`.
  ///
  /// - Throws: ``DocumentError`` or ``AssessmentError`` of the kind `course` naming what is wrong.
  package func reviewBank() throws -> QuestionBank {
    try bank(
      in: scheme.units.flatMap { ["Exercises/\($0.name)/Questions", "Solutions/\($0.name)/Keys"] })
  }

  /// The pool of exam questions with their keys, in `Solutions/FinalExam`.
  ///
  /// - Throws: ``DocumentError`` or ``AssessmentError`` of the kind `course` naming what is wrong.
  package func examPool() throws -> QuestionBank {
    try bank(in: ["Solutions/FinalExam"])
  }

  /// Reads every file of some folders as one bank, whose bullets must be those of the syllabus.
  private func bank(in folders: [String]) throws -> QuestionBank {
    var files: [(name: String, json: Data)] = []
    for folder in folders {
      let path = "\(root)/\(folder)"
      // A unit without questions has no folder.
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for name in names.sorted() where name.hasSuffix(".json") {
        guard let json = FileManager.default.contents(atPath: "\(path)/\(name)") else {
          throw AssessmentError(
            .course, "\(path)/\(name) cannot be read. Check its permissions.")
        }
        files.append(("\(folder)/\(name)", json))
      }
    }
    let bank = try QuestionBank(files: files)
    let bullets = Set(scheme.bullets.map(\.id))
    if let stray = bank.items.first(where: { !bullets.contains($0.question.bullet) }) {
      throw AssessmentError(
        .course,
        "The question \(stray.question.id) belongs to \(stray.question.bullet), which is no bullet of "
          + "grading.json. Correct one of them.")
    }
    return bank
  }
}
