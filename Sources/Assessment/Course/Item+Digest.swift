import Digests
import Foundation
package import Grading

extension QuestionBank.Item {
  /// The SHA-256 digest of the question and its key, as lower-case hexadecimal digits.
  package var digest: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let question = try? encoder.encode(question.json), let key = try? encoder.encode(key.json)
    else { preconditionFailure("questions are made of plain values and always encode") }
    return Digest(ofNamed: [("question", question), ("key", key)]).description
  }
}
