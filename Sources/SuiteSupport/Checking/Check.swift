package import Grading
import Testing

/// A check that did not hold; what was seen is kept already.
///
/// Ends the behaviour.
package struct CheckFailure: Error, Sendable, CustomStringConvertible {
  /// What was seen, for checks that are made outside of a behaviour.
  package let finding: Finding

  /// What was seen, in lines.
  package var description: String {
    let given = finding.given.map { "given \($0)" }
    let lines =
      given + [
        "when \(finding.when)", "expected \(finding.expected)", "got \(finding.got)",
      ]
    return (lines + finding.differences).joined(separator: "\n")
  }
}

/// Checks that an answer is what the specification demands.
///
/// The comparison is the provided types' own `==`, compiled into the grader; a submission has no part in it.
///
/// - Parameters:
///   - got: What the submission answered.
///   - expected: What the specification demands.
///   - given: What had happened before, one value or line each.
///   - when: What was asked, in the words of the case study.
/// - Throws: ``CheckFailure`` when they differ.
package func check<Value: Equatable>(
  _ got: Value, equals expected: Value, given: @autoclosure () -> [Any] = [],
  when: @autoclosure () -> String
) throws(CheckFailure) {
  guard got != expected else { return }
  try fail(
    expected: describe(expected), got: got, differences: differences(expected, got),
    given: given(), when: when())
}

/// Checks that a statement about answers holds.
///
/// - Throws: ``CheckFailure`` when it does not.
package func check(
  _ holds: Bool, expected: @autoclosure () -> String, got: @autoclosure () -> Any,
  given: @autoclosure () -> [Any] = [], when: @autoclosure () -> String
) throws(CheckFailure) {
  guard !holds else { return }
  try fail(expected: expected(), got: got(), given: given(), when: when())
}

/// Keeps what was seen and ends the behaviour.
///
/// - Throws: ``CheckFailure``, always.
package func fail(
  expected: String, got: Any, differences: [String] = [], given: [Any] = [], when: String
) throws(CheckFailure) -> Never {
  // What a proxy made up after its worker broke would only mislead.
  let fault = Worker.scoped?.fault
  let finding = Finding(
    given: given.map(describe), when: when, expected: expected,
    got: fault?.description ?? describe(got),
    differences: fault == nil ? differences : [])
  BehaviourScope.current?.note(finding)
  throw CheckFailure(finding: finding)
}
