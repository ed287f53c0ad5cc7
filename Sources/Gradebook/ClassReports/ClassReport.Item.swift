package import Grading

extension ClassReport {
  /// How one question did, and what it is.
  package struct Item: Hashable, Sendable {
    /// The figures.
    package var figures: ItemFigures
    /// The part of the mark it belongs to: the review questions or the final exam.
    package var part: Mark.Kind
    /// The bullet of the syllabus; `nil` if the question is in no bank any more.
    package var bullet: BulletID?
    /// How it is answered; `nil` if the question is in no bank any more.
    package var kind: Question.Kind?
    /// The facility that its author expected; `nil` if the question is in no bank any more.
    package var expected: Rational?

    /// Sets every property.
    package init(
      figures: ItemFigures, part: Mark.Kind, bullet: BulletID?, kind: Question.Kind?,
      expected: Rational?
    ) {
      self.figures = figures
      self.part = part
      self.bullet = bullet
      self.kind = kind
      self.expected = expected
    }

    /// The figures of a question, with what a bank says of it.
    init(_ figures: ItemFigures, part: Mark.Kind, item: QuestionBank.Item?) {
      self.init(
        figures: figures, part: part, bullet: item?.question.bullet, kind: item?.question.kind,
        expected: item?.key.expectedFacility)
    }

    /// What an author should look at.
    package enum Remark: String, CaseIterable, Hashable, Sendable {
      /// Those who know the rest do worse: the key may be wrong, or the question says something else than it means.
      case contradictsRest
      /// It hardly tells those who know the rest from those who do not: its discrimination is below 0.2.
      case tellsLittle
      /// It is much harder than its author thought, by a quarter of the scale or more.
      case harderThanExpected
      /// It is much easier than its author thought, by a quarter of the scale or more.
      case easierThanExpected
    }

    /// What an author should look at in this question.
    package var remarks: [Remark] {
      var remarks: [Remark] = []
      if case .value(let correlation) = figures.discrimination {
        if correlation < 0 {
          remarks.append(.contradictsRest)
        } else if correlation < 0.2 {
          remarks.append(.tellsLittle)
        }
      }
      if let facility = figures.facility, let expected {
        let quarter = Rational(1, over: 4)
        if facility <= expected - quarter { remarks.append(.harderThanExpected) }
        if facility >= expected + quarter { remarks.append(.easierThanExpected) }
      }
      return remarks
    }
  }
}
