/// What remains to pass: how far each part of a mark can still rise, and what is needed of it.
///
/// All of it is exact. **What a reader is shown errs on the safe side**: a mark is cut off, a need is rounded up.
package struct Outlook: Hashable, Sendable {
  /// One part of the mark, and how far it can still rise.
  package struct Part: Hashable, Sendable {
    /// The part as it stands.
    package var part: Mark.Part
    /// The highest share of it that can still be reached; at least what is earned already.
    package var most: Rational
    /// The share of it that passes if no other part changes; `nil` if no share of it does, or it counts for nothing.
    ///
    /// May be above ``most``, and is never negative.
    package var need: Rational?

    /// Whether anything can still be gained in it.
    package var isOpen: Bool { most > part.score && part.weight > 0 }

    /// What it can still add to the mark at most.
    package var gain: Rational { Rational(part.weight, over: 100) * (most - part.score) }

    /// Whether it can bring the mark to a pass by itself, if no other part changes.
    package var suffices: Bool { need.map { $0 <= most } ?? false }
  }

  /// The parts, in the order of the mark.
  package let parts: [Part]
  /// The mark as it stands.
  package let mark: Mark

  /// Looks ahead from a mark.
  ///
  /// - Parameters:
  ///   - mark: The mark as it stands.
  ///   - most: The highest share of each part that can still be reached; without one, nothing changes any more.
  package init(_ mark: Mark, most: [Mark.Kind: Rational]) {
    self.mark = mark
    let pass = Rational(mark.passMark, over: 100)
    parts = mark.parts.map { part in
      let others = mark.total - part.contribution
      let need = part.weight == 0 ? nil : (pass - others) / Rational(part.weight, over: 100)
      return Part(
        part: part, most: max(part.score, most[part.kind] ?? part.score),
        need: need.flatMap { $0 > .one ? nil : max($0, .zero) })
    }
  }

  /// The highest mark that can still be reached.
  package var most: Rational { parts.reduce(mark.total) { $0 + $1.gain } }

  /// Whether the pass mark can still be reached, or is.
  package var canPass: Bool { most >= Rational(mark.passMark, over: 100) }

  /// What is missing to the pass mark; nothing once it is reached.
  package var missing: Rational { max(.zero, Rational(mark.passMark, over: 100) - mark.total) }
}

extension Tries {
  /// The highest credit that the question can still have: what it has, or what a right answer would be worth next.
  ///
  /// - Parameter policy: How often the question may be tried, and what each try is worth.
  package func most(under policy: TryPolicy) -> Rational {
    areOver(under: policy) ? best : max(best, policy.credit[list.count...].max() ?? .zero)
  }
}
