/// What is wrong with `grading.json`.
package struct SchemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where: `caseStudies.exercises[1].weight`, or empty for the whole file.
  package let path: String
  /// What is wrong there and what to write instead, as a clause.
  package let problem: String

  /// Sets both parts.
  package init(at path: String, _ problem: String) {
    self.path = path
    self.problem = problem
  }

  /// One sentence naming the place and the remedy.
  package var description: String {
    path.isEmpty ? "grading.json \(problem)." : "grading.json: `\(path)` \(problem)."
  }
}
