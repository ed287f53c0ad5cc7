/// Every behaviour of one exercise with its points, taken from the suite itself.
///
/// **A catalogue is the only source of what must pass.** A result is held against it; what a result does not prove
/// passed is not passed.
package struct Catalogue: Hashable, Codable, Sendable {
  /// What the exercise asks for.
  package var exercise: ExerciseSpecification
  /// The behaviours in the order they are reported.
  package var behaviours: [Behaviour]

  /// A catalogue in report order: public examples first, then behaviours by number.
  ///
  /// - Throws: ``CatalogueError`` when the suite declares something that could not be graded.
  package init(exercise: ExerciseSpecification, behaviours: [Behaviour]) throws(CatalogueError) {
    guard !behaviours.isEmpty else { throw .empty(exercise: exercise.name) }
    for behaviour in behaviours where behaviour.points < 1 {
      throw .noPoints(exercise: exercise.name, behaviour: behaviour.id)
    }
    var seen: Set<String> = []
    for behaviour in behaviours where !seen.insert(behaviour.id).inserted {
      throw .declaredTwice(exercise: exercise.name, behaviour: behaviour.id)
    }
    self.exercise = exercise
    self.behaviours = behaviours.sorted(by: Self.reportOrder)
  }

  /// The points of all behaviours together.
  package var points: Int { behaviours.reduce(0) { $0 + $1.points } }

  /// Examples before numbered behaviours, numbers as numbers, so that B2 comes before B10.
  private static func reportOrder(_ a: Behaviour, _ b: Behaviour) -> Bool {
    switch (number(of: a.id), number(of: b.id)) {
    case (let x?, let y?): (x, a.id) < (y, b.id)
    case (nil, nil): a.id < b.id
    case (let x, _): x == nil
    }
  }

  /// The number of a behaviour named by a letter and digits.
  private static func number(of id: String) -> Int? {
    Int(id.dropFirst())
  }
}
