package import Grading

/// Questions with their keys in GIFT, the text format that most question banks can be written in.
///
/// Each question is preceded by a comment with its identifier and, as a tag, its level: `// [id:U2-1-R01] [tag:apply]`.
/// Its category is its bullet. The rationale is written as the general feedback, a reject list as answers worth nothing.
///
/// | type | in GIFT |
/// |---|---|
/// | single | `{=right#… ~wrong#…}` |
/// | multiple | `{~%50%right#… ~%-50%wrong#…}`, the weights sharing out what is right and what is wrong |
/// | matching | `{=left -> right}`, a right side without a left one as `= -> right` |
/// | numeric | `{#=398:0#… =%0%412:0#…}`; each blank becomes a question |
/// | text | `{=accepted#… =%0%rejected =%0%*#…}` |
/// | ordering | not written: GIFT has no such type |
package struct GIFTDocument: Hashable, Sendable {
  /// The whole text.
  package let text: String
  /// What could not be carried over.
  package let notes: [TransferNote]

  /// Writes questions.
  package init(_ items: [QuestionBank.Item]) {
    var writer = GIFTWriter()
    for item in items { writer.write(item) }
    text = writer.text
    notes = writer.commonNotes + writer.notes
  }
}
