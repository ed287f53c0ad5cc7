package import SeededRandom

/// The order in which the parts of a question are shown, and thereby their labels.
///
/// Options, blanks and left sides are labelled by letters, items and right sides by numbers, each counted in the order in
/// which they are shown.
package struct QuestionLayout: Hashable, Codable, Sendable {
  /// The identifiers of options, items, blanks or left sides, as they are shown.
  package var entries: [String]
  /// The identifiers of right sides, as they are shown.
  package var right: [String]

  /// Sets both parts.
  package init(entries: [String], right: [String]) {
    self.entries = entries
    self.right = right
  }

  /// The order of the file, in which labels are the identifiers themselves.
  package init(asWritten question: Question) {
    let lists = question.form.lists.map { $0.map(\.id) }
    self.init(entries: lists.first ?? [], right: lists.dropFirst().first ?? [])
  }

  /// A random order; the blanks of a numeric question keep theirs, since one may follow from another.
  package init(of question: Question, using random: inout SeededGenerator) {
    self.init(asWritten: question)
    if question.kind != .numeric { entries = random.shuffled(entries) }
    right = random.shuffled(right)
  }

  /// The label at a place of the entries, from 0.
  package static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index)))
  }

  /// The label at a place of items and right sides, from 0.
  package static func number(_ index: Int) -> String { "\(index + 1)" }
}
