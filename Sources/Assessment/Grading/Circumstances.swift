package import Digests
import Foundation
package import Grading

/// All that the result of a submission depends on besides its files.
///
/// **Two gradings of the same files under the same circumstances have the same result**, apart from what a submission
/// leaves to chance. So the record may answer for the second one. They are known within milliseconds, before anything
/// is compiled, started or jailed.
package struct Circumstances: Hashable, Sendable {
  /// The isolation that submissions are built and run under.
  package let isolation: Isolation
  /// The digest of `grading.json`, which holds the limits.
  package let scheme: Digest
  /// The digest of toolchain, system headers, provided modules and worker runtime; see ``PreparedRuntime``.
  package let runtime: Digest
  /// The digest of the grader's code with its suites; see ``ProgramCode``.
  package let code: Digest

  /// Sets every property.
  package init(isolation: Isolation, scheme: Digest, runtime: Digest, code: Digest) {
    self.isolation = isolation
    self.scheme = scheme
    self.runtime = runtime
    self.code = code
  }

  /// Finds out what a grading would depend on now.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - isolation: The isolation of submissions.
  ///   - code: The code of the grader.
  ///   - environment: The environment to find the toolchain with.
  package init(
    course: Course, isolation: Isolation, code: ProgramCode, environment: [String: String]
  ) throws {
    let toolchain = try Toolchain.find(environment: environment)
    self.init(
      isolation: isolation, scheme: course.schemeDigest,
      runtime: try PreparedRuntime.digest(for: course, with: toolchain), code: code.digest)
  }

  /// The digest that results carry as that of the suite of an exercise: its name, and the code that holds it.
  package func suite(of exercise: String) -> Digest {
    Digest(ofNamed: [("exercise", Data(exercise.utf8)), ("code", Data(code.bytes))])
  }
}
