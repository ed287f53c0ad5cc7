import Foundation
import Grading
import SeededRandom
import Testing

@Suite("A suite's report is held against the catalogue")
struct SuiteReportTests {
  /// Records of a run in which every behaviour has a verdict.
  private static func records(
    _ catalogue: Catalogue, _ verdict: (Behaviour) -> Verdict
  ) -> [SuiteRecord] {
    [.planned(catalogue)]
      + catalogue.behaviours.map {
        .finished(BehaviourResult(behaviour: $0, verdict: verdict($0)))
      } + [.ended]
  }

  /// Every way a suite process can end.
  private static let endings: [SuiteEnding] = [.completed, .overran, .died("died of signal 9")]

  @Test(
    "A whole report gives each behaviour its own verdict, however the process ended",
    arguments: endings)
  func whole(ending: SuiteEnding) throws {
    let catalogue = try sampleCatalogue(Array(repeating: 1, count: everyVerdict.count))
    let verdicts = Dictionary(
      uniqueKeysWithValues: zip(catalogue.behaviours.map(\.id), everyVerdict))
    let records = Self.records(catalogue) { verdicts[$0.id] ?? .notRun }
    let result = SuiteReport(records).result(for: catalogue, ending: ending)
    #expect(result.outcome == .graded)
    #expect(result.behaviours.map(\.verdict) == everyVerdict)
  }

  @Test(
    "What was not reported is owed by the suite, except where the submission used up the time",
    arguments: [
      (.overran, true, .timedOut), (.overran, false, .timedOut),
      (.died("died of signal 4"), false, .graderFault("The suite process died of signal 4.")),
      (.died("ended with status 1"), true, .graderFault("The suite process ended with status 1.")),
      (.completed, true, .graderFault("The suite ended without running it.")),
      (.completed, false, .graderFault("The suite process ended early.")),
    ] as [(SuiteEnding, Bool, Verdict)])
  func missing(ending: SuiteEnding, hasEnd: Bool, verdict: Verdict) throws {
    let catalogue = try sampleCatalogue([1, 1, 1])
    var records = Self.records(catalogue) { _ in .passed }
    records.remove(at: 2)
    if !hasEnd { records.removeLast() }
    let result = SuiteReport(records).result(for: catalogue, ending: ending)
    #expect(result.outcome == .graded)
    #expect(result.behaviours.map(\.verdict) == [.passed, verdict, .passed])
    #expect((result.score == nil) == (verdict != .timedOut))
  }

  @Test("A report of nothing passes nothing", arguments: endings)
  func nothing(ending: SuiteEnding) throws {
    let catalogue = try sampleCatalogue([1, 2])
    for records in [[], [.ended], [.planned(catalogue)], [.planned(catalogue), .ended]]
      as [[SuiteRecord]]
    {
      let result = SuiteReport(records).result(for: catalogue, ending: ending)
      #expect(result.earned == 0)
      #expect(result.behaviours.count == 2)
      // Before the plan no code of the submission has run, so that it cannot have used up the time.
      let hasPlan = records.contains { if case .planned = $0 { true } else { false } }
      #expect(result.hasGraderFault == (ending != .overran || !hasPlan))
    }
  }

  @Test(
    "A report without its plan, or with every behaviour and without its end, passes nothing",
    arguments: endings)
  func cutOff(ending: SuiteEnding) throws {
    let catalogue = try sampleCatalogue([1, 2])
    let whole = Self.records(catalogue) { _ in .passed }
    let withoutPlan = SuiteReport(whole.dropFirst()).result(for: catalogue, ending: ending)
    #expect(withoutPlan.earned == 0)
    #expect(withoutPlan.score == nil)
    let withoutEnd = SuiteReport(whole.dropLast()).result(for: catalogue, ending: ending)
    // One that was ended for its time cannot say that it is over.
    #expect(withoutEnd.earned == (ending == .overran ? 3 : 0))
    #expect((withoutEnd.score == nil) == (ending != .overran))
  }

  @Test(
    "A line that is no record makes the report a grader fault; a last one that is cut off is left out"
  )
  func unreadableRecords() throws {
    let catalogue = try sampleCatalogue([1, 1])
    let lines = try Self.records(catalogue) { _ in .passed }.map { try JSONEncoder().encode($0) }
    func output(_ lines: [Data]) -> [UInt8] { lines.flatMap { Array($0) + [UInt8(ascii: "\n")] } }
    let whole = SuiteReport(SuiteRecord.all(in: output(lines)))
    #expect(whole.result(for: catalogue, ending: .completed).earned == 2)
    for place in lines.indices {
      for strange in ["", "{}", "{\"brake\":{}}", "\u{0}"] {
        var wrong = lines
        wrong.insert(Data(strange.utf8), at: place)
        let result = SuiteReport(SuiteRecord.all(in: output(wrong)))
          .result(for: catalogue, ending: .completed)
        #expect(
          result.outcome
            == .graderFault(reason: "The suite process reported something that cannot be read."))
      }
    }
    let cut = output(lines) + Array(lines[1].prefix(9))
    #expect(SuiteRecord.all(in: cut).count == lines.count)
  }

  @Test("A behaviour that was reported twice makes the whole report a grader fault")
  func twice() throws {
    let catalogue = try sampleCatalogue([1, 1])
    for second in everyVerdict {
      var records = Self.records(catalogue) { _ in .passed }
      records.insert(
        .finished(BehaviourResult(behaviour: catalogue.behaviours[0], verdict: second)), at: 3)
      let result = SuiteReport(records).result(for: catalogue, ending: .completed)
      #expect(result.outcome == .graderFault(reason: "The suite reported B1 twice."))
      #expect(result.earned == 0)
      #expect(result.score == nil)
    }
  }

  @Test("A suite that says it is broken has no result, whatever else it reported")
  func broke() throws {
    let catalogue = try sampleCatalogue([1, 1])
    for place in 0...4 {
      var records = Self.records(catalogue) { _ in .passed }
      records.insert(.broke(reason: "No trait."), at: place)
      records.append(.broke(reason: "Something later."))
      let result = SuiteReport(records).result(for: catalogue, ending: .completed)
      #expect(result.outcome == .graderFault(reason: "No trait."))
      #expect(result.earned == 0)
    }
  }

  @Test("A plan that is not the catalogue's makes the whole report a grader fault")
  func otherPlan() throws {
    let catalogue = try sampleCatalogue([1, 2])
    for other in [try sampleCatalogue([1]), try sampleCatalogue([1, 3])] {
      var records = Self.records(catalogue) { _ in .passed }
      records[0] = .planned(other)
      let result = SuiteReport(records).result(for: catalogue, ending: .completed)
      #expect(
        result.outcome
          == .graderFault(reason: "The suite planned other behaviours than its catalogue names."))
      #expect(result.earned == 0)
    }
  }

  @Test("A report of a behaviour that differs from the catalogue's does not count")
  func changedBehaviour() throws {
    let catalogue = try sampleCatalogue([1])
    var cheaper = catalogue.behaviours[0]
    cheaper.sentence = "It does nothing."
    let records: [SuiteRecord] = [
      .planned(catalogue), .finished(BehaviourResult(behaviour: cheaper, verdict: .passed)), .ended,
    ]
    let result = SuiteReport(records).result(for: catalogue, ending: .completed)
    #expect(result.earned == 0)
    #expect(result.hasGraderFault)
  }

  @Test("No choice, order, loss or repetition of records passes more than say passed")
  func nothingIsInvented() throws {
    for seed in 0..<2_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let catalogue = try sampleCatalogue([1, 2, 3, 4, 5, 6])
      let verdicts = catalogue.behaviours.map { ($0, random.pick(everyVerdict)) }
      var records: [SuiteRecord] = verdicts.map {
        .finished(BehaviourResult(behaviour: $0, verdict: $1))
      }
      records += [.planned(catalogue), .ended]
      if random.toss() { records.append(random.pick(records)) }
      if Int.random(in: 0..<8, using: &random) == 0 { records.append(.broke(reason: "x")) }
      records.shuffle(using: &random)
      let kept = records.filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
      let ending = random.pick(Self.endings)
      let result = SuiteReport(kept).result(for: catalogue, ending: ending)

      let saidPassed = kept.compactMap { record in
        if case .finished(let result) = record, result.verdict == .passed {
          result.behaviour.id
        } else {
          nil
        }
      }
      let passed = result.behaviours.filter(\.verdict.isPassed).map(\.behaviour.id)
      #expect(Set(passed).isSubset(of: saidPassed), "seed \(seed)")
      #expect(result.behaviours.map(\.behaviour) == catalogue.behaviours, "seed \(seed)")
      let isWhole = Set(kept.compactMap(Self.reported)).count == 6
      // Where something is missing there is no full result: it is a fault, or it was too slow.
      if !isWhole { #expect(result.hasGraderFault || ending == .overran, "seed \(seed)") }
    }
  }

  /// The behaviour that a record reports.
  private static func reported(_ record: SuiteRecord) -> String? {
    if case .finished(let result) = record { result.behaviour.id } else { nil }
  }

  @Test("Requests and records survive the way between processes")
  func coding() throws {
    let catalogue = try sampleCatalogue([1])
    let records =
      Self.records(catalogue) { _ in .brokeProtocol("\u{1B}\n\"") } + [.broke(reason: "x")]
      + everyVerdict.map {
        .finished(
          BehaviourResult(
            behaviour: catalogue.behaviours[0], verdict: $0, finding: sampleFinding,
            lastWords: "Fatal error"))
      }
    for record in records {
      let line = try JSONEncoder().encode(record)
      // A record is one line.
      #expect(!line.contains(UInt8(ascii: "\n")))
      let read = try JSONDecoder().decode(SuiteRecord.self, from: line)
      #expect(String(reflecting: read) == String(reflecting: record))
    }
    for submission in [
      nil,
      SuiteRequest.Submission(
        exercise: "LotRules", host: "/tmp/w", library: "/tmp/s.so", readable: ["/usr/lib"],
        preloads: ["libOne.so"], isolation: .unconfined, limits: Limits()),
    ] {
      let data = try JSONEncoder().encode(SuiteRequest(submission))
      let read = try JSONDecoder().decode(SuiteRequest.self, from: data)
      #expect(String(reflecting: read.submission) == String(reflecting: submission))
    }
  }
}
