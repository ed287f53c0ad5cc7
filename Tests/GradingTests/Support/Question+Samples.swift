import EventSourcing
import Grading

extension Question {
  /// A question with some options of which one is right.
  static func choosing(among count: Int) -> Question {
    sample(.single(entries(count, letters: true)))
  }

  /// A question with some options of which several are right.
  static func ticking(_ count: Int) -> Question {
    sample(.multiple(entries(count, letters: true)))
  }

  /// A question with some items to put in order.
  static func ordering(_ count: Int) -> Question {
    sample(.ordering(entries(count, letters: false)))
  }

  /// A question with two sides to match.
  static func matching(_ left: Int, _ right: Int) -> Question {
    sample(.matching(left: entries(left, letters: true), right: entries(right, letters: false)))
  }

  /// A question with some numbers to fill in.
  static func numeric(_ count: Int) -> Question {
    sample(.numeric(entries(count, letters: true)))
  }

  /// A question to answer in a few words.
  static func text(_ maximumWords: Int) -> Question {
    sample(.text(maximumWords: maximumWords))
  }

  /// One question of every kind.
  static var everyKind: [Question] {
    [choosing(among: 4), ticking(6), ordering(5), matching(4, 5), numeric(2), numeric(1), text(3)]
  }

  /// A question of a form.
  private static func sample(_ form: Form) -> Question {
    Question(
      id: "U1-1-R01", bullet: "U1-1", bloom: .apply, prompt: "What follows?", form: form)
  }

  /// Entries that count letters or numbers.
  private static func entries(_ count: Int, letters: Bool) -> [Entry] {
    (0..<count).map { index in
      let id = letters ? String(UnicodeScalar(UInt8(97 + index))) : "\(index + 1)"
      return Entry(id: id, text: "Entry \(id)")
    }
  }
}

extension QuestionKey {
  /// A key with nothing to say.
  static func sample(_ solution: Solution, feedback: [Feedback] = []) -> QuestionKey {
    QuestionKey(
      id: "U1-1-R01", solution: solution, feedback: feedback, rationale: "Since it does.",
      sources: ["A book"], expectedFacility: Rational(1, over: 2))
  }
}
