import EventSourcing
import Grading
import QuestionBanks
import SeededRandom

/// Entries with the given texts, counted by letters or numbers.
func entries(_ texts: [String], numbered: Bool = false) -> [Question.Entry] {
  texts.enumerated().map { index, text in
    Question.Entry(
      id: numbered ? QuestionLayout.number(index) : QuestionLayout.letter(index), text: text)
  }
}

/// A question with its key.
func item(
  _ id: String, bullet: BulletID = "U1-1", prompt: String = "What follows from this?",
  _ form: Question.Form, _ solution: QuestionKey.Solution, _ feedback: [QuestionKey.Feedback] = []
) -> QuestionBank.Item {
  let id = QuestionID(rawValue: id)
  return QuestionBank.Item(
    question: Question(id: id, bullet: bullet, bloom: .apply, prompt: prompt, form: form),
    key: QuestionKey(
      id: id, solution: solution, feedback: feedback, rationale: "Since it does.",
      sources: ["A book"], expectedFacility: Rational(1, over: 2)))
}

/// A single choice that breaks no rule.
func single(_ id: String = "U1-1-R01", bullet: BulletID = "U1-1", right: String = "b")
  -> QuestionBank.Item
{
  let options = entries(["Some rain", "Much snow", "A breeze", "No clouds"])
  return item(
    id, bullet: bullet, .single(options), .single(right),
    options.map { .init(.option($0.id), "It is \($0.text).") })
}

/// A question for one number that breaks no rule.
func numeric(_ id: String = "U1-1-R02", bullet: BulletID = "U1-1") -> QuestionBank.Item {
  item(
    id, bullet: bullet, .numeric(entries(["How many?"])),
    .numeric([.init(id: "a", value: Rational(7), tolerance: .zero, computation: "3 + 4")]),
    [
      .init(.value(blank: "a", Rational(12)), "Not times."),
      .init(.value(blank: "a", Rational(1)), "Not minus."),
    ])
}

/// One question of every kind, none of which breaks a rule.
let goodItems: [QuestionBank.Item] = [
  single(), numeric(),
  item(
    "U1-1-R03", .multiple(entries(["One", "Two", "Three", "Four", "Five"])), .multiple(["a", "d"]),
    ["a", "b", "c", "d", "e"].map { .init(.option($0), "Said to \($0).") }),
  item(
    "U1-1-R04", .ordering(entries(["First", "Third", "Second"], numbered: true)),
    .ordering(["1", "3", "2"]),
    [.init(.order(first: "3", second: "1"), "No."), .init(.order(first: "2", second: "3"), "No.")]),
  item(
    "U1-1-R05",
    .matching(
      left: entries(["Cat", "Dog"]), right: entries(["Meow", "Woof", "Moo"], numbered: true)),
    .matching(["a": "1", "b": "2"]),
    [
      .init(.pair(left: "a", right: "2"), "No."), .init(.pair(left: "b", right: "1"), "No."),
      .init(.pair(left: "a", right: "3"), "No."),
    ]),
  item(
    "U1-1-R06", .text(maximumWords: 2), .text(accept: ["event store"], reject: ["database"]),
    [.init(.outcome(isRight: true), "Yes."), .init(.outcome(isRight: false), "No.")]),
]
