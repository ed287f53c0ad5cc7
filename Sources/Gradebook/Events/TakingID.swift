package import EventSourcing

/// One learner's taking of the course, which may be taken as often as one wishes: `ada/1` is Ada's first.
package struct TakingID: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The learner's name in the gradebook.
  package let learner: String
  /// The number of the taking, from 1.
  package let number: Int

  /// Names a taking.
  package init(learner: String, number: Int) {
    self.learner = learner
    self.number = number
  }

  /// The learner and the number.
  package var description: String { "\(learner)/\(number)" }

  /// The stream of the enrolment: answers to review questions, submissions and their results.
  package var enrolment: StreamID { "enrolment-\(learner)-\(number)" }

  /// The stream of the final exam.
  package var sitting: StreamID { "sitting-\(learner)-\(number)" }

  /// The stream of the certificate.
  package var certificate: StreamID { "certificate-\(learner)-\(number)" }

  /// Whether a text can name a learner: 1 to 64 lower-case letters, digits, dots, hyphens and underscores, the first of
  /// them a letter or digit.
  package static func isLearnerName(_ text: String) -> Bool {
    let isPlain: (Unicode.Scalar) -> Bool = { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    return (1...64).contains(text.unicodeScalars.count)
      && text.unicodeScalars.first.map(isPlain) == true
      && text.unicodeScalars.allSatisfy { isPlain($0) || [".", "-", "_"].contains($0) }
  }
}

extension TakingID {
  /// The taking that a stream of an enrolment or a sitting belongs to; `nil` for any other stream.
  package init?(of stream: StreamID) {
    let parts = stream.rawValue.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, ["enrolment", "sitting"].contains(parts[0]),
      let number = parts.last.flatMap({ Int($0) })
    else { return nil }
    self.init(learner: parts.dropFirst().dropLast().joined(separator: "-"), number: number)
  }
}
