import CQRS
import EventSourcing
import Foundation
import Gradebook
import Grading
import SQLiteStore
import SeededRandom
import Testing

@Suite("The read model of standings")
struct StandingsTests {
  /// A gradebook in a folder of its own.
  private final class Book: Sendable {
    let folder: URL
    let store: SQLiteEventStore
    let views: SQLiteViewStore

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      let path = folder.appending(path: "gradebook.sqlite").path
      try StoreFile.create(at: path)
      let file = try StoreFile.open(at: path)
      store = file.events
      views = file.views
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What carries the read model along, so many events at a time.
    func runner(batch: Int) -> CheckpointedRunner {
      CheckpointedRunner(
        StandingsProjection(codec: GradebookCodec<AnyGradebookEvent>()), feed: store,
        views: views, batch: batch)
    }

    /// Sends a command; one that is refused changes nothing.
    func send<D: Decider>(
      _ command: D.Command, to stream: StreamID, under decider: D, _ id: String, at: Timestamp
    ) async throws where D.Event: GradebookEvent {
      let gateway = StreamGateway(decider, codec: GradebookCodec<D.Event>(), store: store)
      do throws(GatewayError<D.Rejection>) {
        _ = try await gateway.send(
          CommandEnvelope(
            stream: stream, command: command,
            context: Samples.context(at: at, CommandID(rawValue: id))))
      } catch {
        guard case .refused = error else { throw error }
      }
    }

    /// Where a taking stands, folded from its events.
    func standing(_ id: TakingID) async throws -> Standing {
      let enrolment = try await StreamGateway(
        Enrolment(), codec: GradebookCodec<EnrolmentEvent>(), store: store
      ).history(of: id.enrolment).state
      let sitting = try await StreamGateway(
        Sitting(), codec: GradebookCodec<SittingEvent>(), store: store
      ).history(of: id.sitting).state
      return try Standing(
        try #require(enrolment.opened), enrolment: enrolment, sitting: sitting)
    }
  }

  /// Lets three learners do random things.
  private static func live(
    _ book: Book, seed: UInt64, steps: Int, keep: String
  ) async throws -> [TakingID] {
    var random = SeededGenerator(seed: seed)
    let takings = ["ada", "ben", "cleo-1"].map { TakingID(learner: $0, number: 1) }
    guard case .object(var scheme) = Samples.scheme,
      case .object(var cases)? = scheme["caseStudies"]
    else { preconditionFailure("the sample is an object") }
    cases["keep"] = .string(keep)
    scheme["caseStudies"] = .object(cases)
    for taking in takings {
      try await book.send(
        .open(Samples.opening(taking, scheme: .object(scheme))), to: taking.enrolment,
        under: Enrolment(), "\(seed)-\(taking)", at: 1_000)
    }
    for step in 0..<steps {
      let taking = random.pick(takings)
      let at = Timestamp(rawValue: Int64(1_000 + step * 1_000))
      let exercise = random.pick(["One", "Two"])
      let submission = random.pick(["s", "t", "u"])
      let command: EnrolmentCommand? =
        switch random.next(below: 12) {
        case 0: .open(Samples.opening(taking, scheme: .object(scheme), at: at))
        case 1...3:
          Samples.attempt(
            random.pick(["Q1", "Q2", "Q3", "Q9"]), Rational(random.next(below: 4), over: 3))
        case 4, 5: .receive(exercise: exercise, submission: submission)
        case 6, 7:
          .record(Samples.result(exercise, submission, earned: random.next(below: 11)))
        case 8: .fail(exercise: exercise, submission: submission, reason: "r")
        default: nil
        }
      let isLast = step > steps * 9 / 10
      if let command {
        try await book.send(
          isLast ? .close(reason: "end") : command, to: taking.enrolment, under: Enrolment(),
          "\(seed)-\(step)", at: at)
      } else {
        let command: SittingCommand =
          switch random.next(below: 6) {
          case 0: .start(form: Samples.form, minutes: nil, afterClosing: "key")
          case 1: .finish
          case 2: .reset(by: "X", reason: "r")
          default:
            .answer(random.pick(["E1", "E2"]), .options([random.pick(["a", "b", "c"])]))
          }
        try await book.send(
          command, to: taking.sitting, under: Sitting(), "\(seed)-\(step)", at: at)
      }
    }
    return takings
  }

  @Test(
    "After any history it has the marks that the events have, and rebuilding gives the same documents",
    arguments: [(1, "best"), (2, "latest"), (3, "best"), (4, "latest")])
  func agreement(seed: UInt64, keep: String) async throws {
    let book = try Book()
    // In pieces first, so that the checkpoint has something to say.
    _ = try await Self.live(book, seed: seed, steps: 60, keep: keep)
    _ = try await book.runner(batch: 7).catchUp()
    let takings = try await Self.live(book, seed: seed + 100, steps: 120, keep: keep)
    let position = try await book.runner(batch: 3).catchUp()
    let desk = StandingsDesk(views: book.views)
    let answer = try await desk.ask(.all, freshness: .atLeast(position))
    let summaries = try #require(answer.view)
    #expect(summaries.count == takings.count, "every learner is enrolled in these histories")
    var nonzero = 0
    for summary in summaries {
      let standing = try await book.standing(summary.taking)
      #expect(summary.mark == standing.mark, "\(summary.taking)")
      #expect(summary.exam == standing.exam.phase.rawValue)
      #expect((summary.closedAt != nil) == (standing.closed != nil))
      #expect(summary.review.tried == standing.review.count { !$0.tries.list.isEmpty })
      if summary.mark.total > .zero { nonzero += 1 }
    }
    #expect(nonzero > 0)
    for batch in [1, 1_000] {
      #expect(try await book.runner(batch: batch).rebuild() == position)
      #expect(try await desk.ask(.all, freshness: .eventual).view == summaries)
    }
  }

  @Test("A desk says how far it has come, and does not wait")
  func freshness() async throws {
    let book = try Book()
    let desk = StandingsDesk(views: book.views)
    #expect(try await desk.ask(.all, freshness: .eventual) == QueryAnswer(view: [], asOf: .start))
    await #expect(throws: QueryError.notYet(asOf: .start)) {
      try await desk.ask(.all, freshness: .atLeast(1))
    }
  }
}
