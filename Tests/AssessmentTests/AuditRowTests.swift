import Grading
import Testing

@testable import Assessment

@Suite("A row of the matrix holds only when its demand is met")
struct AuditRowTests {
  /// A row for what passed.
  private func row(_ demand: AuditSubject.Demand, passing passed: Set<String>) throws -> AuditRow {
    let subject = AuditSubject(kind: .mutant, name: "x", demand: demand, files: .success([]))
    return AuditRow(subject, sampleResult(passing: passed, of: try sampleCatalogue()))
  }

  @Test("Full marks need every behaviour")
  func fullMarks() throws {
    #expect(try row(.fullMarks, passing: ["B1", "B2", "B3"]).problem == nil)
    #expect(try row(.fullMarks, passing: ["B1", "B3"]).problem?.contains("B2") == true)
  }

  @Test("Zero forgives not a single behaviour")
  func zero() throws {
    #expect(try row(.zero, passing: []).problem == nil)
    #expect(try row(.zero, passing: ["B3"]).problem?.contains("B3") == true)
  }

  @Test("A mutant must fail every behaviour that is named, and may fail others")
  func caught() throws {
    let demand = AuditSubject.Demand.caught(by: ["B1", "B2"])
    #expect(try row(demand, passing: ["B3"]).problem == nil)
    #expect(try row(demand, passing: []).problem == nil)
    #expect(try row(demand, passing: ["B1", "B3"]).problem?.contains("B1") == true)
    let unknown = AuditSubject.Demand.caught(by: ["B9"])
    #expect(try row(unknown, passing: []).problem?.contains("B9") == true)
  }

  @Test("A solution that does not build, is refused, or breaks the grader never holds")
  func notGraded() throws {
    let catalogue = try sampleCatalogue()
    for demand in [.zero, .fullMarks, .caught(by: ["B1"])] as [AuditSubject.Demand] {
      for outcome in [
        .notBuilt(diagnostics: ["no"]), .refused(reasons: ["no"]), .notHandedIn(reason: "no"),
        .graderFault(reason: "no"),
      ] as [ExerciseOutcome] {
        let subject = AuditSubject(kind: .vacuous, name: "x", demand: demand, files: .success([]))
        #expect(AuditRow(subject, .notGraded(catalogue, outcome)).problem != nil)
      }
    }
  }
}
