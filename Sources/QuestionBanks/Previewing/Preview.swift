package import Grading

/// Some questions as an instructor reviews them: with keys, feedback and everything else that learners see late or never.
package struct Preview {
  /// What it is called.
  package let title: String
  /// The bullets in order, each with its questions.
  package let sections: [Section]

  /// The questions of one bullet.
  package struct Section {
    /// The bullet and what it is about.
    package let bullet: Scheme.Bullet
    /// Its questions.
    package let items: [PreviewItem]
  }

  /// Collects the questions of a unit's bullets; bullets without any are left out.
  package init(_ unit: Scheme.Unit, of bank: QuestionBank, isExam: Bool) {
    title = "\(unit.name): \(unit.title), \(isExam ? "exam pool" : "review questions")"
    sections = unit.bullets.compactMap { bullet in
      let items = bank.items(of: bullet.id)
      return items.isEmpty ? nil : Section(bullet: bullet, items: items.map(PreviewItem.init))
    }
  }

  /// How many questions there are.
  package var count: Int { sections.reduce(0) { $0 + $1.items.count } }
}
