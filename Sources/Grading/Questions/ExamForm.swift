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

  /// Draws a form: from each bullet of the blueprint as many questions as it says.
  ///
  /// **Every form has at least ``leastWritten(of:blueprint:)`` written questions**: one with fewer is thrown away and
  /// drawn anew, so that no form happens to be one that luck can pass. All other forms are equally likely.
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
    for (bullet, count) in blueprint where pool.items(of: bullet).count < count {
      throw DrawError(bullet: bullet, wanted: count, found: pool.items(of: bullet).count)
    }
    var random = SeededGenerator(seed: seed)
    let least = Self.leastWritten(of: pool, blueprint: blueprint)
    var entries: [Entry] = []
    repeat {
      entries = blueprint.flatMap { bullet, count in
        random.shuffled(pool.items(of: bullet)).prefix(count).map { item in
          Entry(
            item: item, layout: QuestionLayout(of: item.question, using: &random),
            policy: policies.policy(for: item.question))
        }
      }
    } while entries.count(where: \.item.question.isWritten) < least
    self.init(seed: seed, entries: entries)
  }

  /// How many written questions every form has at least: as many as one without this rule has on average, rounded down.
  ///
  /// How many a form has is a sum of independent draws, whose median is never below its mean rounded down. So every other
  /// form has enough, and drawing anew soon ends.
  package static func leastWritten(
    of pool: QuestionBank, blueprint: [(bullet: BulletID, count: Int)]
  ) -> Int {
    let mean = blueprint.reduce(Rational.zero) { mean, part in
      let items = pool.items(of: part.bullet)
      let written = items.count(where: \.question.isWritten)
      return items.isEmpty ? mean : mean + Rational(part.count * written, over: items.count)
    }
    return Int((mean.numerator / mean.denominator).description) ?? 0
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
