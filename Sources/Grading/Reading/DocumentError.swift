/// What is wrong with a file of the course that is read strictly, such as `grading.json`.
package struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Which file, as its readers know it.
  package let document: String
  /// Where: `caseStudies.exercises[1].weight`, or empty for the whole file.
  package let path: String
  /// What is wrong there and what to write instead, as a clause.
  package let problem: String

  /// Sets every part.
  package init(in document: String, at path: String, _ problem: String) {
    self.document = document
    self.path = path
    self.problem = problem
  }

  /// One sentence naming the file, the place and the remedy.
  package var description: String {
    path.isEmpty ? "\(document) \(problem)." : "\(document): `\(path)` \(problem)."
  }
}
