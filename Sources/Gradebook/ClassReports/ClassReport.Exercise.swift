package import Grading

extension ClassReport {
  /// How one exercise did.
  package struct Exercise: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Its weight among the case studies now; 0 does not count.
    package var weight: Int
    /// How many learners have a submission that counts.
    package var counted: Int
    /// How many learners have sent something that has no result.
    package var pending: Int
    /// How many learners have sent nothing.
    package var missing: Int
    /// Its behaviours, in the order of their catalogue.
    package var behaviours: [Behaviour]

    /// How one behaviour did among the submissions that count.
    package struct Behaviour: Hashable, Sendable {
      /// Its name within the exercise.
      package var id: String
      /// The sentence of the specification; `nil` of one that the suite has no longer.
      package var sentence: String?
      /// What passing it earns; `nil` of one that the suite has no longer.
      package var points: Int?
      /// How many submissions were graded on it.
      package var graded: Int
      /// How many of them passed.
      package var passed: Int

      /// Sets every property.
      package init(id: String, sentence: String?, points: Int?, graded: Int, passed: Int) {
        self.id = id
        self.sentence = sentence
        self.points = points
        self.graded = graded
        self.passed = passed
      }

      /// The share that passed; `nil` if there are too few for one.
      package var share: Rational? {
        graded < ItemFigures.leastForShares ? nil : Rational(passed, over: graded)
      }
    }

    /// Sets every property.
    package init(
      name: String, weight: Int, counted: Int, pending: Int, missing: Int, behaviours: [Behaviour]
    ) {
      self.name = name
      self.weight = weight
      self.counted = counted
      self.pending = pending
      self.missing = missing
      self.behaviours = behaviours
    }

    /// Looks at one exercise of some takings.
    ///
    /// A submission that was not built passes nothing. A behaviour that only some submissions were graded
    /// on, as the suite has changed, is counted over those.
    init(_ exercise: Scheme.Exercise, in standings: [Standing], catalogue: Catalogue?) {
      let parts = standings.map { standing in
        standing.exercises.first { $0.name == exercise.name }
      }
      let results = parts.compactMap { $0?.counted }
      let sent = parts.count { ($0?.submissions ?? 0) > 0 }
      var graded: [String: Int] = [:]
      var passed: [String: Int] = [:]
      for result in results {
        for (behaviour, verdict) in result.verdicts {
          graded[behaviour, default: 0] += 1
          if verdict == Verdict.passed.name { passed[behaviour, default: 0] += 1 }
        }
      }
      let known = catalogue?.behaviours ?? []
      let gone = Set(graded.keys).subtracting(known.map(\.id)).sorted()
      self.init(
        name: exercise.name, weight: exercise.weight, counted: results.count,
        pending: sent - results.count, missing: standings.count - sent,
        behaviours: known.map { behaviour in
          Behaviour(
            id: behaviour.id, sentence: behaviour.sentence, points: behaviour.points,
            graded: graded[behaviour.id] ?? 0, passed: passed[behaviour.id] ?? 0)
        }
          + gone.map { id in
            Behaviour(
              id: id, sentence: nil, points: nil, graded: graded[id] ?? 0, passed: passed[id] ?? 0)
          })
    }
  }
}
