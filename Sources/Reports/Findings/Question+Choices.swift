import Grading

extension Question {
  /// One option, item, blank or side as it is shown.
  struct Choice {
    /// What answers call it.
    var label: String
    /// What it says.
    var text: String
  }

  /// What there is to choose from, in the order and with the labels in which it is shown; right sides apart.
  func choices(shown layout: QuestionLayout) -> (entries: [Choice], right: [Choice]) {
    func choices(_ list: [Entry]?, in order: [String], _ label: (Int) -> String) -> [Choice] {
      guard let list else { return [] }
      return order.enumerated().map { index, id in
        Choice(label: label(index), text: list.first { $0.id == id }?.text ?? "")
      }
    }
    let lists = form.lists
    return (
      choices(
        lists.first, in: layout.entries,
        kind == .ordering ? QuestionLayout.number : QuestionLayout.letter),
      choices(lists.dropFirst().first, in: layout.right, QuestionLayout.number)
    )
  }
}
