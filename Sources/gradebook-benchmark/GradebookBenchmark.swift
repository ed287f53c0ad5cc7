import Assessment
import EventChain
import EventSourcing
import Foundation
import Gradebook
import GradebookAccess
import Grading
import Registrar
import Reports
import SQLiteStore

/// Measures how the cost of using a gradebook grows with what it holds.
///
/// `swift run -c release gradebook-benchmark [EVENTS …]` fills a gradebook to each number of events in turn, 10 000,
/// 100 000 and 1 000 000 if none is given, and measures at each what somebody waits for: one answer recorded, one learner's
/// status, a verification, and all read models made anew.
///
/// `swift run -c release gradebook-benchmark class [LEARNERS] [FILE]` records a ``SimulatedClass``, of 500 if no number is given,
/// and measures how long a report of it takes and how large its files are. The gradebook is kept if a new file is named.
@main
enum GradebookBenchmark {
  /// How many events each learner of the sample has: the enrolment and some tries at each of some eighty questions.
  private static let eventsPerLearner = 200

  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let sizes = arguments.compactMap { Int($0) }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "gradebook-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let isClass = arguments.first == "class"
    let path =
      isClass && arguments.count > 2
      ? arguments[2] : folder.appending(path: "gradebook.sqlite").path
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let course = try Course.locate(named: nil, program: program, currentFolder: ".")
    try StoreFile.create(at: path)
    let file = try StoreFile.open(at: path)
    let store = file.events
    let registrar = Registrar(
      course: course, gradebook: GradebookStores(file),
      now: { Timestamp(rawValue: isClass ? SimulatedClass.end : 1_000_000) },
      randomNumber: { .random(in: .min ... .max) })

    if isClass {
      return try await reportClass(of: sizes.first ?? 500, store, registrar)
    }
    var first: [Double]?
    var learners = 0
    for size in sizes.isEmpty ? [10_000, 100_000, 1_000_000] : sizes {
      while try store.head().count < Int64(size) {
        learners += 1
        try await fill(store, course, learner: "sample-\(learners)")
      }
      let times = try await measure(registrar, path, round: size)
      first = first ?? times.map(\.median)
      print("\(try store.head().count) events of \(learners) learners")
      for ((name, sample), base) in zip(zip(Self.names, times), first ?? []) {
        let growth = sample.median / base
        print("  \(name)\(sample.text)  \(String(format: "%.2f", growth)) times the first")
      }
    }
  }

  /// Times the report of a class, and says how large it is.
  private static func reportClass(
    of count: Int, _ store: SQLiteEventStore, _ registrar: Registrar
  ) async throws {
    let sample = try SimulatedClass(of: registrar.course)
    try await sample.record(count, in: store)
    print("\(try store.head().count) events of \(count) learners")
    var report: ClassReport?
    let folding = try await seconds {
      report = try await registrar.classReport(catalogues: sample.catalogues)
    }
    guard let report else { return }
    var sizes: [(String, Int)] = []
    let rendering = try await seconds {
      let tables = ClassTables(report)
      sizes = [
        ("index.html", ClassPage(report).html().utf8.count),
        ("class.json", try ClassReportDocument(report).documentText().utf8.count),
        ("marks.csv", tables.marks().utf8.count), ("items.csv", tables.items().utf8.count),
        ("behaviours.csv", tables.behaviours().utf8.count),
      ]
    }
    print(String(format: "  figures  %.2f s", folding))
    print(String(format: "  files    %.2f s", rendering))
    for (name, size) in sizes { print("  \(name)  \(size) bytes") }
  }

  private static let names = [
    "one answer recorded      ", "one learner's status     ", "verification             ",
    "all read models anew     ",
  ]

  /// Times what somebody waits for.
  private static func measure(
    _ registrar: Registrar, _ path: String, round: Int
  ) async throws -> [Sample] {
    let learner = "fresh-\(round)"
    _ = try await registrar.enrol(
      learner, name: "Fresh", email: nil, as: registrar.newAct(by: "benchmark"))
    var answers: [Double] = []
    for question in try await registrar.reviewQuestions(of: learner).prefix(40) {
      let right = AnswerFeedback.Solution(of: question.item.key).answer
        .text(to: question.item.question, shown: question.layout)
      answers.append(
        try await seconds {
          _ = try await registrar.answerReview(
            of: learner, question: question.item.question.id, with: right,
            as: registrar.newAct(by: "benchmark"))
        })
    }
    var statuses: [Double] = []
    for _ in 1...20 {
      statuses.append(try await seconds { _ = try await registrar.standing(of: "sample-1") })
    }
    let verification = try await seconds { _ = try await SQLiteEventStore.verify(at: path) }
    let rebuild = try await seconds { try await registrar.rebuildViews() }
    return [Sample(answers), Sample(statuses), Sample([verification]), Sample([rebuild])]
  }

  /// Records one learner's taking at once.
  private static func fill(
    _ store: SQLiteEventStore, _ course: Course, learner: String
  ) async throws {
    let taking = TakingID(learner: learner, number: 1)
    let questions = (1...80).map { QuestionID(rawValue: "Q\($0)") }
    var life: [EnrolmentEvent] = []
    var state = Enrolment().initialState
    func send(_ command: EnrolmentCommand) throws {
      let context = DecisionContext(commandID: "", now: 1_000, actor: "")
      for event in try Enrolment().decide(command, in: state, context: context) {
        state = Enrolment().evolve(state, event)
        life.append(event)
      }
    }
    try send(
      .open(
        .init(
          taking: taking, name: "Sample", email: nil, scheme: course.schemeDocument,
          schemeDigest: "d", reviewQuestions: questions, at: 1_000)))
    let policy = TryPolicy(credit: [.one, .one, Rational(1, over: 2)], feedback: .key)
    while life.count < eventsPerLearner {
      let question = questions[life.count % questions.count]
      try send(
        .answer(
          .init(
            question: question, itemDigest: "d", answer: .options(["a", "c"]),
            marked: Rational(life.count % 4, over: 5), policy: policy)))
    }
    let codec = GradebookCodec<EnrolmentEvent>()
    _ = try await store.append(
      life.enumerated().map { codec.encode($1, id: EventID(rawValue: "\(learner)/\($0)")) },
      to: taking.enrolment, expecting: .noStream, at: 1_000)
  }

  /// How long something takes.
  private static func seconds(_ body: () async throws -> Void) async throws -> Double {
    let start = ContinuousClock.now
    try await body()
    let time = (ContinuousClock.now - start).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
  }

  /// Repeated measurements of one thing.
  private struct Sample {
    let sorted: [Double]

    init(_ seconds: [Double]) {
      sorted = seconds.sorted()
    }

    /// The middle value; the upper one of two.
    var median: Double { sorted[sorted.count / 2] }

    /// Median and spread in milliseconds.
    var text: String {
      let text = [median, sorted[0], sorted[sorted.count - 1]]
        .map { String(format: "%.1f", $0 * 1_000) }
      return sorted.count == 1 ? "\(text[0]) ms" : "\(text[0]) ms (\(text[1]) to \(text[2]))"
    }
  }
}
