import EventSourcing
import Gradebook
import Grading
import Testing

@Suite("Issuing the certificate of a taking")
struct CertificationTests {
  /// A command to issue, with proof of a pass unless something else is said.
  private func issue(
    _ id: String = "c1", mark: Rational = Rational(3, over: 4), isExamOver: Bool = true,
    weak: [String] = []
  ) -> CertificateCommand {
    .issue(
      .init(id: id, document: "{\(id)}", paper: "", record: "", statusIndex: nil),
      .init(mark: mark, passMark: 75, isExamOver: isExamOver, weaklyIsolated: weak))
  }

  @Test("Exactly the pass mark is enough, and the first document stands for ever")
  func once() throws {
    var life = Life(Certification())
    try life.send(issue(), at: 1_000)
    #expect(try life.send(issue("c2", mark: .one), at: 2_000).isEmpty)
    #expect(try life.send(issue("c3", mark: .zero, isExamOver: false), at: 3_000).isEmpty)
    #expect(life.state.issued?.papers.document == "{c1}")
    #expect(life.state.issued?.mark.value == Rational(3, over: 4))
  }

  @Test("A refusal says everything that is missing, and nothing is recorded")
  func missing() {
    var life = Life(Certification())
    let hair = Rational(1, over: 1_000_000_000)
    let cases: [(CertificateCommand, [String])] = [
      (issue(mark: Rational(3, over: 4) - hair), ["74.99 %"]),
      (issue(isExamOver: false), ["exam is not over"]),
      (issue(weak: ["Ledger", "LotRules"]), ["Ledger, LotRules"]),
      (
        issue(mark: .zero, isExamOver: false, weak: ["Ledger"]),
        ["0.00 %", "exam is not over", "Ledger"]
      ),
    ]
    for (command, words) in cases {
      let error = #expect(throws: CertificateRejection.self) {
        try life.send(command, at: 1_000)
      }
      for word in words { #expect(error?.description.contains(word) == true, "\(word)") }
    }
    #expect(life.events.isEmpty)
  }

  @Test("A revocation needs a name and a reason, happens once, and nothing is issued after it")
  func revocation() throws {
    var life = Life(Certification())
    #expect(throws: CertificateRejection.notIssued) {
      try life.send(.revoke(by: "X", reason: "r"), at: 1_000)
    }
    try life.send(issue(), at: 1_000)
    for (by, reason) in [("", "r"), ("X", " ")] {
      #expect(throws: CertificateRejection.revocationWithoutReason) {
        try life.send(.revoke(by: by, reason: reason), at: 2_000)
      }
    }
    try life.send(.revoke(by: "X", reason: "r"), at: 2_000)
    #expect(try life.send(.revoke(by: "Y", reason: "s"), at: 3_000).isEmpty)
    #expect(life.state.revoked?.by == "X")
    #expect(throws: CertificateRejection.revoked) { try life.send(issue("c2"), at: 4_000) }
    #expect(Certification().isTerminal(life.state))
  }
}
