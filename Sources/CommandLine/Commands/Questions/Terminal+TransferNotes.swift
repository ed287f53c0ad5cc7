import PlainText
import QuestionBanks

extension Terminal {
  /// Lists what could not be carried over.
  func complain(of notes: [TransferNote]) {
    for note in notes { complain(note.description.printable) }
  }
}
