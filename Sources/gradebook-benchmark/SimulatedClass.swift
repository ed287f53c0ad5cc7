import Assessment
import Digests
import EventChain
import EventSourcing
import Foundation
import Gradebook
import Grading
import SQLiteStore
import SeededRandom

/// A class of learners who live through the whole course by chance, each with an ability of their own.
///
/// **Everything is decided by the rules of the gradebook**, so whatever is recorded could have happened; only grading is
/// made up. The same number of learners gives the same class.
struct SimulatedClass {
  /// The course.
  let course: Course
  /// Its review questions.
  private let review: QuestionBank
  /// Its pool of exam questions.
  private let pool: QuestionBank
  /// The behaviours of its exercises, made up.
  let catalogues: [String: Catalogue]
  /// When the course began: the first Monday of October 2026.
  private static let start: Int64 = 1_791_158_400_000
  private static let day: Int64 = 86_400_000
  /// When it is looked at: ten weeks later.
  static let end = start + 70 * day

  /// Reads the course's questions.
  init(of course: Course) throws {
    self.course = course
    review = try course.reviewBank()
    pool = try course.examPool()
    var catalogues: [String: Catalogue] = [:]
    for exercise in course.scheme.exercises {
      catalogues[exercise.name] = try Catalogue(
        exercise: ExerciseSpecification(name: exercise.name, requires: [], services: ""),
        behaviours: (1...14).map { number in
          Behaviour(
            id: "B\(number)", sentence: "It keeps promise number \(number) of its specification.",
            points: number % 3 + 1, hint: "", isOpen: false)
        })
    }
    self.catalogues = catalogues
  }

  /// Records a class.
  func record(_ count: Int, in store: SQLiteEventStore) async throws {
    for number in 1...count {
      var random = SeededGenerator(seed: UInt64(number))
      try await record(number, in: store, &random)
    }
  }

  /// Records one learner.
  private func record(
    _ number: Int, in store: SQLiteEventStore, _ random: inout SeededGenerator
  ) async throws {
    let taking = TakingID(learner: "learner-\(number)", number: 1)
    // The sum of chances lies near the middle more often than at the ends, as abilities do.
    let ability = (0..<4).reduce(0.0) { sum, _ in sum + Self.chance(&random) } - 2
    // One in ten has hardly begun.
    let diligence = random.next(below: 10) == 0 ? 0.15 : 0.75 + Self.chance(&random) / 4
    var life = Life(Enrolment(), at: Self.start + Int64(random.next(below: 3)) * Self.day)
    try life.send(
      .open(
        .init(
          taking: taking, name: Self.name(number, &random), email: nil,
          scheme: course.schemeDocument, schemeDigest: course.schemeDigest.description,
          reviewQuestions: review.items.map(\.question.id),
          at: Timestamp(rawValue: life.now))))
    for item in review.items where Self.chance(&random) < diligence {
      life.now += Int64(random.next(below: 7_200_000))
      try practise(item, ability, &life, &random)
    }
    for exercise in course.scheme.exercises where Self.chance(&random) < diligence {
      life.now += Int64(random.next(below: 4)) * Self.day + Int64(random.next(below: 80_000_000))
      try handIn(exercise.name, ability, &life, &random)
    }
    try await store.record(life, to: taking.enrolment, taking)
    guard diligence > 0.5, random.next(below: 8) > 0 else { return }
    var sitting = Life(Sitting(), at: life.now + Self.day)
    try sit(ability, &sitting, &random)
    try await store.record(sitting, to: taking.sitting, taking)
  }

  /// Tries a review question until it is right or over.
  private func practise(
    _ item: QuestionBank.Item, _ ability: Double, _ life: inout Life<Enrolment>,
    _ random: inout SeededGenerator
  ) throws {
    let policy = course.scheme.reviewTries.policy(for: item.question)
    for number in 0..<policy.tries {
      let isRight =
        Self.chance(&random) < Self.likelihood(item, ability + Double(number) * 0.5)
      try life.send(
        .answer(
          .init(
            question: item.question.id, itemDigest: "simulated", answer: .text("simulated"),
            marked: isRight ? .one : Rational(random.next(below: 3), over: 6), policy: policy)))
      if isRight { return }
    }
  }

  /// Hands an exercise in, once or a few times.
  private func handIn(
    _ exercise: String, _ ability: Double, _ life: inout Life<Enrolment>,
    _ random: inout SeededGenerator
  ) throws {
    for number in 0...random.next(below: 3) {
      let digest = String(format: "%016llx", random.next())
      try life.send(.receive(exercise: exercise, submission: digest))
      life.now += Int64(random.next(below: 6)) * 3_600_000
      switch random.next(below: 200) {
      case 0: break
      case 1:
        try life.send(
          .fail(exercise: exercise, submission: digest, reason: "The suite’s process was killed."))
      default:
        let behaviours = catalogues[exercise]?.behaviours ?? []
        var verdicts: [String: String] = [:]
        for (index, behaviour) in behaviours.enumerated() {
          let hardness = Double(index) / 6 - 1.6 - Double(number) * 0.4
          let passes = Self.chance(&random) < 1 / (1 + exp(2 * (hardness - ability)))
          verdicts[behaviour.id] = passes ? Verdict.passed.name : Verdict.failed.name
        }
        let earned = behaviours.reduce(0) { sum, behaviour in
          sum + (verdicts[behaviour.id] == Verdict.passed.name ? behaviour.points : 0)
        }
        try life.send(
          .record(
            SubmissionResult(
              exercise: exercise, submission: digest, earned: earned,
              points: catalogues[exercise]?.points ?? 0, verdicts: verdicts, notRun: [],
              isolation: IsolationOnRecord(
                random.next(below: 150) == 0 ? .unconfined : .bubblewrap),
              scheme: course.schemeDigest.description, runtime: "simulated", suite: "simulated")))
      }
    }
  }

  /// Sits the exam.
  private func sit(
    _ ability: Double, _ sitting: inout Life<Sitting>, _ random: inout SeededGenerator
  ) throws {
    let scheme = course.scheme
    let form = try ExamForm(
      drawnFrom: pool, blueprint: scheme.blueprint, policies: scheme.exam.tries,
      seed: random.next())
    try sitting.send(
      .start(
        form: form, minutes: scheme.exam.minutes, afterClosing: scheme.exam.afterClosing.rawValue))
    for entry in form.entries where random.next(below: 40) > 0 {
      for _ in 0..<entry.policy.tries {
        sitting.now += 20_000
        let right = AnswerFeedback.Solution(of: entry.item.key).answer
        let isRight = Self.chance(&random) < Self.likelihood(entry.item, ability)
        try sitting.send(
          .answer(entry.item.question.id, isRight ? right : Self.wrong(right, entry.item.question)))
        if isRight { break }
      }
    }
    try sitting.send(.finish)
  }

  /// How likely a learner is right: the author's guess for one of middling ability.
  ///
  /// Of every nineteenth question the key is wrong, as it were: who knows more is right less often.
  private static func likelihood(_ item: QuestionBank.Item, _ ability: Double) -> Double {
    let hash = item.question.id.rawValue.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    let expected = min(0.95, max(0.05, item.key.expectedFacility.approximation))
    let ease = log(expected / (1 - expected)) + Double(hash % 21 - 10) / 12
    return 1 / (1 + exp(-(ease + (hash % 19 == 0 ? -1 : 1.6) * ability)))
  }

  /// An answer that is not right.
  private static func wrong(_ right: Answer, _ question: Question) -> Answer {
    switch right {
    case .options(let chosen):
      let others = question.form.lists.flatMap { $0.map(\.id) }.filter { !chosen.contains($0) }
      return .options(Set(others.prefix(1)))
    case .order(let order): return .order(order.reversed())
    case .pairs(let pairs):
      let rights = Set(pairs.values)
      return .pairs(pairs.mapValues { value in rights.sorted().first { $0 != value } ?? value })
    case .numbers(let numbers): return .numbers(numbers.mapValues { $0 + Rational(1_000) })
    case .text: return .text("nonsense")
    }
  }

  /// A number from 0 to 1.
  private static func chance(_ random: inout SeededGenerator) -> Double {
    Double(random.next(below: 1_000_000)) / 1_000_000
  }

  /// A name; some are unusual.
  private static func name(_ number: Int, _ random: inout SeededGenerator) -> String {
    let first = ["Ada", "Ben", "Cléo", "Dóra", "Emil", "Finn", "Gül", "Håkon", "Ines", "Jürgen"]
    let last = ["Lovelace", "O’Neill", "Ångström", "Nguyễn", "de la Cruz", "Şahin", "Kowalski"]
    switch number {
    case 3: return "=HYPERLINK(\"x\";\"y\")"
    case 4: return "<script>alert('x')</script>"
    default: return "\(random.pick(first)) \(random.pick(last))"
    }
  }
}

/// A decider with its state and its clock, to send commands to.
struct Life<D: Decider> where D.Event: GradebookEvent {
  private let decider: D
  private var state: D.State
  /// Everything that happened.
  private(set) var events: [D.Event] = []
  /// The present time, in milliseconds.
  var now: Int64

  /// Before the first event.
  init(_ decider: D, at now: Int64) {
    self.decider = decider
    self.now = now
    state = decider.initialState
  }

  /// Sends a command, and lives on with what was decided.
  mutating func send(_ command: D.Command) throws {
    let context = DecisionContext(commandID: "", now: Timestamp(rawValue: now), actor: "")
    for event in try decider.decide(command, in: state, context: context) {
      state = decider.evolve(state, event)
      events.append(event)
    }
  }
}

extension SQLiteEventStore {
  /// Records a life at once.
  fileprivate func record<D: Decider>(
    _ life: Life<D>, to stream: StreamID, _ taking: TakingID
  ) async throws where D.Event: GradebookEvent {
    let codec = GradebookCodec<D.Event>()
    _ = try await append(
      life.events.enumerated().map {
        codec.encode($1, id: EventID(rawValue: "\(stream)/\(taking)/\($0)"))
      }, to: stream, expecting: .noStream, at: Timestamp(rawValue: life.now))
  }
}
