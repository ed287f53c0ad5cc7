package import EventSourcing
package import Grading

/// Questions with their keys as they were read from GIFT.
///
/// What the course's format asks for and GIFT cannot say is filled in, and every such place is listed: a question without
/// general feedback has ``BankCheck/placeholder`` for its rationale, sources are always placeholders, the expected
/// difficulty is 0.5, the level that of a tag or else `understand`, and a computation is the number itself. The check finds
/// what is left to be written.
///
/// **Nothing in a file can end the program**: what is not understood is listed with its line and left out.
package struct GIFTImport {
  /// The largest file that is read, in bytes.
  package static let maximumSize = 4 << 20
  /// The most questions that are read.
  package static let maximumQuestions = 5_000

  /// The questions that could be read.
  package private(set) var items: [QuestionBank.Item] = []
  /// What could not be carried over.
  package private(set) var notes: [TransferNote] = []

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: The content.
  ///   - bullets: The bullets of the course; a category whose last part is one of them names that of its questions.
  ///   - fallback: The bullet of questions whose category names none; without it they are left out.
  package init(_ text: String, bullets: [BulletID], fallback: BulletID? = nil) {
    guard text.utf8.count <= Self.maximumSize else {
      notes = [TransferNote("line 1", "the file is larger than 4 MiB; split it.")]
      return
    }
    var bullet = fallback
    var taken: Set<QuestionID> = []
    var numbers: [BulletID: Int] = [:]
    for block in GIFTBlock.blocks(of: text, notes: &notes) {
      if let category = block.category {
        let last = category.split(separator: "/").last.map(String.init) ?? ""
        let named = BulletID(rawValue: last)
        bullet = bullets.contains(named) ? named : fallback
      }
      guard !block.isEmpty else { continue }
      guard items.count < Self.maximumQuestions else {
        notes.append(
          TransferNote(block.place, "and all after it: a file may have 5000 questions; split it."))
        return
      }
      guard let bullet else {
        notes.append(
          TransferNote(
            block.place, "left out, since its category is no bullet; name one with --bullet."))
        continue
      }
      var reader = GIFTReader(block)
      let content = reader.read()
      notes += reader.notes
      guard let content else { continue }
      var id = QuestionID(rawValue: block.identifier ?? content.title)
      if !id.rawValue.hasPrefix("\(bullet)-") || id.rawValue.utf8.count > 40 || taken.contains(id) {
        repeat {
          numbers[bullet, default: 0] += 1
          id = QuestionID(rawValue: "\(bullet)-I\(numbers[bullet, default: 0])")
        } while taken.contains(id)
        notes.append(TransferNote(block.place, "named \(id) for now; give it an identifier."))
      }
      taken.insert(id)
      let bloom = block.tags.compactMap(Question.Bloom.init).first
      if bloom == nil {
        notes.append(
          TransferNote(block.place, "no tag names its level; it is taken for understand."))
      }
      if content.rationale == nil {
        notes.append(TransferNote(block.place, "no general feedback says why the answer is right."))
      }
      items.append(
        QuestionBank.Item(
          question: Question(
            id: id, bullet: bullet, bloom: bloom ?? .understand, prompt: content.prompt,
            form: content.form),
          key: QuestionKey(
            id: id, solution: content.solution, feedback: content.feedback,
            rationale: content.rationale ?? BankCheck.placeholder,
            sources: [BankCheck.placeholder], expectedFacility: Rational(1, over: 2))))
    }
    if !items.isEmpty {
      notes.append(
        TransferNote(
          "every question", "GIFT has no sources and no expected difficulty; write them."))
    }
  }

  /// The questions as a list of a bank's file.
  package var questionsJSON: JSONValue {
    .object([
      "version": .int(Int64(QuestionBank.version)), "questions": .array(items.map(\.question.json)),
    ])
  }

  /// The keys as a list of a bank's file.
  package var keysJSON: JSONValue {
    .object(["version": .int(Int64(QuestionBank.version)), "keys": .array(items.map(\.key.json))])
  }

  /// Both lists as one file.
  package var json: JSONValue {
    .object([
      "version": .int(Int64(QuestionBank.version)),
      "questions": .array(items.map(\.question.json)), "keys": .array(items.map(\.key.json)),
    ])
  }
}
