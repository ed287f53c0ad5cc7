/// A question as it is put, without anything that gives its answer away.
package struct Question: Hashable, Sendable {
  /// Its identity.
  package var id: QuestionID
  /// The bullet of the syllabus it belongs to.
  package var bullet: BulletID
  /// What it asks of the mind.
  package var bloom: Bloom
  /// What is asked.
  package var prompt: String
  /// How it is answered.
  package var form: Form

  /// Sets every property.
  package init(id: QuestionID, bullet: BulletID, bloom: Bloom, prompt: String, form: Form) {
    self.id = id
    self.bullet = bullet
    self.bloom = bloom
    self.prompt = prompt
    self.form = form
  }

  /// The levels of Bloom's taxonomy in use, from the least to the most demanding.
  package enum Bloom: String, CaseIterable, Hashable, Sendable {
    case remember, understand, apply, analyse, evaluate
  }

  /// The kinds of questions, by their names in files.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case single, multiple, ordering, matching, numeric, text
  }

  /// How a question is answered, and what there is to choose from.
  package enum Form: Hashable, Sendable {
    /// One option is right.
    case single([Entry])
    /// Some options are right.
    case multiple([Entry])
    /// The items have one right order, which is not that of the list.
    case ordering([Entry])
    /// Each entry on the left has one on the right; one on the right may serve several or none.
    case matching(left: [Entry], right: [Entry])
    /// Each blank takes a number.
    case numeric([Entry])
    /// A few words.
    case text(maximumWords: Int)
  }

  /// One option, item or blank.
  package struct Entry: Hashable, Sendable {
    /// A letter for options, blanks and left sides, a number for items and right sides; unique in its list.
    package var id: String
    /// What it says.
    package var text: String

    /// Sets both parts.
    package init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// The kind of its form.
  package var kind: Kind {
    switch form {
    case .single: .single
    case .multiple: .multiple
    case .ordering: .ordering
    case .matching: .matching
    case .numeric: .numeric
    case .text: .text
    }
  }

  /// Whether it is answered in writing, with numbers or words of one's own, so that nobody is right by luck.
  package var isWritten: Bool {
    switch form {
    case .numeric, .text: true
    case .single, .multiple, .ordering, .matching: false
    }
  }

  /// Whether it offers two options only, so that a second try would give the answer away.
  package var hasTwoOptions: Bool {
    switch form {
    case .single(let options): options.count == 2
    default: false
    }
  }
}

extension Question.Form {
  /// Every list of entries: what is labelled first, then the right sides of a matching; none for a text.
  package var lists: [[Question.Entry]] {
    switch self {
    case .single(let list), .multiple(let list), .ordering(let list), .numeric(let list): [list]
    case .matching(let left, let right): [left, right]
    case .text: []
    }
  }
}
