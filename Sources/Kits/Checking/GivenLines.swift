import ExampleSupport
import PlainText

/// The lines that every learner gets, and how a line of a kit is to be judged.
struct GivenLines {
  /// How a line is judged that is also in hidden code.
  enum Judgement: Hashable {
    /// Learners have it anyway.
    case given
    /// It is in a published file of the course, where lines may be alike by chance.
    case published
    /// No learner has it.
    case foreign
  }

  /// The lines of each file of the course's own kit.
  private let own: [String: Set<CodeLine>]
  /// Everything that is given somewhere.
  private let given: Set<CodeLine>

  /// Sorts the lines of a course's kit.
  init(in kit: Kit, worthless: Set<CodeLine>) {
    var own: [String: Set<CodeLine>] = [:]
    var given = worthless
    for file in kit.files {
      let lines = CodeLine.all(in: file.text)
      own[file.path] = Set(lines.map(\.line))
      let below = Self.isStarter(file.path) ? Self.placeholders(in: file.text) : []
      given.formUnion(lines.filter { !below.contains($0.number) }.map(\.line))
    }
    self.own = own
    self.given = given
  }

  /// Judges a line.
  func judgement(of line: CodeLine, in path: String) -> Judgement {
    if !Self.isStarter(path), own[path, default: []].contains(line) { return .published }
    return given.contains(line) ? .given : .foreign
  }

  /// Whether a file is part of a starter.
  static func isStarter(_ path: String) -> Bool {
    path.hasPrefix("Exercises/") && path.contains("/Sources/")
  }

  /// The numbers of the lines below a mark, down to the end of the block in which it stands.
  private static func placeholders(in text: String) -> Set<Int> {
    let lines = text.textLines
    func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
    var numbers: Set<Int> = []
    for place in OpenPlace.all(inText: text, of: "") {
      let mark = indentation(lines[place.line - 1])
      for index in place.line..<lines.count {
        let isBlank = lines[index].allSatisfy(\.isWhitespace)
        guard isBlank || indentation(lines[index]) >= mark else { break }
        numbers.insert(index + 1)
      }
    }
    return numbers
  }
}
