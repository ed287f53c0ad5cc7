package import Digests
import Foundation
package import Sandbox

/// What identifies the code of a grader with the hidden suites that are linked into it.
///
/// **Another code gives another digest**, whatever was changed: a check of a suite, what suites are written with, how
/// verdicts come about. That is why it is taken from the program itself and not from the sources in the checkout, which
/// may have been edited since the program was built. It changes with every part of the grader, also with those that no
/// verdict depends on; then something is graded again that need not be, and nothing worse.
package struct ProgramCode: Hashable, Sendable {
  /// What the linker wrote into the program, if it did.
  package let identifier: BuildIdentifier?
  /// The digest that stands for the code.
  package let digest: Digest

  /// Identifies the code of a program.
  ///
  /// - Parameter path: The program's path; `/proc/self/exe` is the running one.
  /// - Throws: ``AssessmentError`` of the kind `machine` if it cannot be read.
  package init(ofProgramAt path: String) throws(AssessmentError) {
    identifier = BuildIdentifier(ofProgramAt: path)
    if let identifier {
      digest = Digest(ofNamed: [("build identifier", Data(identifier.description.utf8))])
    } else {
      // Linked by another linker than usual: right all the same, and slower.
      guard let program = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
        throw AssessmentError(
          .machine, "The grader's own program, \(path), cannot be read. Build it again.")
      }
      digest = Digest(ofNamed: [("program", program)])
    }
  }
}
