import SeededRandom

/// The questions of one sitting, with their keys and the order in which everything is shown.
package struct ExamForm: Hashable, Sendable {
  /// One question of a form.
  package struct Entry: Hashable, Sendable {
    /// The question and its key, as they were when the form was drawn.
    package var item: QuestionBank.Item
    /// How it is shown.
    package var layout: QuestionLayout
    /// How often it may be tried.
    package var policy: TryPolicy

    /// Sets every property.
    package init(item: QuestionBank.Item, layout: QuestionLayout, policy: TryPolicy) {
      self.item = item
      self.layout = layout
      self.policy = policy
    }
  }

  /// The seed it was drawn with.
  package var seed: UInt64
  /// The questions in the order in which they are put.
  package var entries: [Entry]

  /// Sets both parts.
  package init(seed: UInt64, entries: [Entry]) {
    self.seed = seed
    self.entries = entries
  }

  /// Draws a form: from each bullet of the blueprint as many questions as it says, each as likely as any other.
  ///
  /// The same pool, blueprint and seed give the same form. Questions come in the order of the blueprint's bullets, so
  /// that a sitting goes through the course as its units do.
  ///
  /// - Parameters:
  ///   - pool: The questions to draw from.
  ///   - blueprint: How many questions of each bullet, in the order of the syllabus.
  ///   - policies: How often questions may be tried.
  ///   - seed: Where the draw starts.
  /// - Throws: ``DrawError`` if the pool has too few questions of a bullet.
  package init(
    drawnFrom pool: QuestionBank, blueprint: [(bullet: BulletID, count: Int)],
    policies: TryPolicies, seed: UInt64
  ) throws(DrawError) {
    var random = SeededGenerator(seed: seed)
    var entries: [Entry] = []
    for (bullet, count) in blueprint {
      let items = pool.items(of: bullet)
      guard items.count >= count else {
        throw DrawError(bullet: bullet, wanted: count, found: items.count)
      }
      for item in random.shuffled(items).prefix(count) {
        entries.append(
          Entry(
            item: item, layout: QuestionLayout(of: item.question, using: &random),
            policy: policies.policy(for: item.question)))
      }
    }
    self.init(seed: seed, entries: entries)
  }

  /// The entry of a question.
  package subscript(id: QuestionID) -> Entry? { entries.first { $0.item.question.id == id } }
}

/// The pool of exam questions is too small for the blueprint.
package struct DrawError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bullet that lacks questions.
  package let bullet: BulletID
  /// How many the blueprint asks for.
  package let wanted: Int
  /// How many there are.
  package let found: Int

  /// Sets every property.
  package init(bullet: BulletID, wanted: Int, found: Int) {
    self.bullet = bullet
    self.wanted = wanted
    self.found = found
  }

  /// One sentence with the remedy.
  package var description: String {
    "The exam pool has \(found) questions of \(bullet), and `finalExam.form` in grading.json asks for "
      + "\(wanted). Add questions or ask for fewer."
  }
}
