/// Why a kit cannot be given to learners.
package struct KitFinding: Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// A line of hidden code; where it comes from.
    case line(of: String)
    /// Several lines on end that are also in a hidden file; where they begin there.
    case passage(of: String)
    /// A run of words of a key, an exam question or a hint; where it comes from.
    case words(of: String)
    /// The identifier of an exam question.
    case examQuestion(String)
    /// A member of a JSON object that keys have and questions do not.
    case keyMember(String)
    /// An example needs something that no `TODO` of the starter marks.
    case unmarked(String)
    /// It is no part of a kit.
    case stray
    /// It is a link, or something else that is neither file nor folder.
    case irregular
    /// It belongs to a kit and is not there.
    case missing
  }

  /// The file, below the kit's folder.
  package let path: String
  /// The line, from 1, if the finding is about one.
  package let line: Int?
  /// What is wrong.
  package let reason: Reason

  /// A finding about a file or one of its lines.
  init(_ path: String, line: Int? = nil, _ reason: Reason) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// One sentence: the place, what is wrong, and where it comes from.
  package var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return switch reason {
    case .line(let source): "\(place) is a line of \(source)."
    case .passage(let source): "\(place) begins a passage that is also at \(source)."
    case .words(let source): "\(place) has the words of \(source)."
    case .examQuestion(let id): "\(place) names the exam question \(id)."
    case .keyMember(let name): "\(place) has a member \"\(name)\", which only keys have."
    case .unmarked(let name):
      "\(place) needs \(name), which no TODO of the starter marks. Is the solution in the starter?"
    case .stray: "\(place) is no part of a kit."
    case .irregular: "\(place) is a link or no regular file."
    case .missing: "\(place) is missing."
    }
  }
}
