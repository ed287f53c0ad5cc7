import Foundation
import Grading
import Sandbox

/// Where the time of a grading goes, with and without a jail, one exercise after another.
struct StepsPart {
  private let subject: Subject
  private let rounds: Int
  private let folder: String

  /// Prepares the part.
  init(_ subject: Subject, rounds: Int, folder: String) {
    self.subject = subject
    self.rounds = rounds
    self.folder = folder
  }

  /// Measures and prints.
  func run() throws {
    say("\nWhere the time goes, one exercise after another")
    for isolation in [Isolation.bubblewrap, .unconfined] {
      var taken: [Steps] = []
      // The first warms caches and is not counted.
      for round in 0...rounds {
        let steps = try Steps(of: subject, under: isolation, in: folder)
        if round > 0 { taken.append(steps) }
      }
      say(isolation == .unconfined ? " without a jail" : " in a jail")
      let samples = Steps.whole.map { step in Sample(taken.compactMap { $0.seconds[step] }) }
      let sum = samples.reduce(0) { $0 + $1.median }
      for (step, sample) in zip(Steps.whole, samples) {
        let share = String(format: "%2.0f %%", sample.median / sum * 100)
        line(step, "\(share)  \(sample.milliseconds)")
      }
      for step in Steps.single {
        line(step, "      \(Sample(taken.compactMap { $0.seconds[step] }).milliseconds)")
      }
    }
  }
}
