import Certificates
import Digests
import EventChain
import EventSourcing
import Foundation
import Gradebook
import Grading
import QuestionSupport
import SQLiteStore
import Testing

@testable import Registrar

@Suite("Issuing certificates")
struct CertificateTests {
  @Test(
    "A pass under full isolation is certified, with the mark cut off, and verifies by the issuer's key"
  )
  func issued() async throws {
    let office = try await Self.passedOffice(earned: [2, 3])
    let head = try office.store.head().description
    let (certificate, isNew) = try await Self.issue(office)
    #expect(isNew)
    // 40 + 30 + 30 * (2/3 of Ledger's weight 4 among all 16) = 75.
    let verification = await Self.verify(certificate.papers.document)
    #expect(verification.outcome == .valid)
    #expect(verification.facts?.learner == "Ada Lovelace")
    #expect(
      verification.facts?.results.map(\.value) == [
        "75.00 %", "40.00 of 40", "5.00 of 30", "30.00 of 30", "Completed",
      ])
    let record = Digest(of: Data(certificate.papers.record.utf8))
    #expect(
      verification.facts?.evidence.last?.id
        == "ni:///sha-256;\(Base64URL.text(of: record.bytes))")
    #expect(await Self.verify(certificate.papers.paper).outcome == .valid)
    #expect(certificate.papers.record.contains(head))
  }

  @Test("Nothing is issued from a gradebook in which the examination finds a flaw")
  func examined() async throws {
    let office = try await Self.passedOffice(earned: [3, 3])
    let flaw = Flaw(.edited, at: 3, "The event at position 3 was changed.")
    let stores = GradebookStores(
      name: "book", events: office.registrar.store, views: office.registrar.views
    ) { _ in .broken(flaw) }
    let registrar = Registrar(
      course: office.registrar.course, gradebook: stores, now: office.registrar.now,
      randomNumber: office.registrar.randomNumber)
    let before = try office.eventCount
    let error = await #expect(throws: RegistrarError.self) {
      try await registrar.issueCertificate(of: "ada", as: registrar.newAct(by: "test")) { _ in
        Issue.record("nothing is to be signed")
        return Self.identity
      }
    }
    #expect(error?.kind == .gradebook)
    #expect(error?.description.contains("The gradebook book was changed") == true)
    #expect(try office.eventCount == before)
  }

  @Test("Asked again, whatever happened since, the same bytes come back and no key is needed")
  func again() async throws {
    let office = try await Self.passedOffice(earned: [2, 3])
    let first = try await Self.issue(office).certificate
    office.pass(seconds: 1_000_000)
    _ = try await office.registrar.close("ada", reason: "over")
    let (second, isNew) = try await office.registrar.issueCertificate(
      of: "ada", as: office.registrar.newAct(by: "test")
    ) { _ in
      Issue.record("nothing is to be signed")
      return Self.identity
    }
    #expect(!isNew)
    #expect(second.papers == first.papers)
    #expect(second.at == first.at)
  }

  @Test("One point below the pass mark is refused, by exact comparison, and nothing is recorded")
  func belowPassMark() async throws {
    let office = try await Self.passedOffice(earned: [66_666, 100_000])
    let error = try await Self.refusal(office)
    #expect(error.description.contains("74.99 %"))
  }

  @Test("Before the exam is over, under weak isolation, or never enrolled: the refusal says which")
  func missing() async throws {
    let notOver = try await Self.passedOffice(earned: [3, 3], finishes: false)
    #expect(try await Self.refusal(notOver).description.contains("exam is not over"))
    let weak = try await Self.passedOffice(earned: [3, 3], isolation: "none")
    #expect(try await Self.refusal(weak).description.contains("Ledger"))
    let unknown = try await Self.passedOffice(earned: [3, 3], isolation: "firejail")
    #expect(try await Self.refusal(unknown).description.contains("Ledger"))
    let empty = try Office()
    await #expect(throws: RegistrarError.self) { try await Self.issue(empty) }
  }

  @Test("One that was revoked is not issued again, and the next taking gets its own")
  func revoked() async throws {
    let office = try await Self.passedOffice(earned: [3, 3])
    let first = try await Self.issue(office).certificate
    await #expect(throws: RegistrarError.self) {
      try await office.registrar.revokeCertificate(of: "ada", by: " ", reason: "r")
    }
    let revoked = try await office.registrar.revokeCertificate(of: "ada", by: "X", reason: "r")
    #expect(revoked.revoked?.by == "X")
    #expect(try await Self.refusal(office).description.contains("revoked"))
    _ = try await office.registrar.close("ada", reason: "again")
    try await Self.pass(office, earned: [3, 3])
    let second = try await Self.issue(office).certificate
    #expect(second.papers.id != first.papers.id)
    #expect(try await office.registrar.certificates().map(\.revoked?.by) == ["X", nil])
  }

  @Test("Many who ask at once get the same certificate")
  func race() async throws {
    let office = try await Self.passedOffice(earned: [3, 3])
    let papers = try await withThrowingTaskGroup(of: CertificateEvent.Papers.self) { group in
      for _ in 0..<16 { group.addTask { try await Self.issue(office).certificate.papers } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(papers.count == 1)
  }

  // MARK: - What is needed

  private static let identity = IssuerIdentity(SigningKey(), named: "key-1", web: nil)

  /// An office with a learner who has answered everything rightly and has one submission of Ledger.
  private static func passedOffice(
    earned: [Int], isolation: String = "bubblewrap", finishes: Bool = true
  ) async throws -> Office {
    let office = try Office()
    try await pass(office, earned: earned, isolation: isolation, finishes: finishes)
    return office
  }

  /// Takes the course.
  ///
  /// - Parameter earned: How many of how many points of Ledger are earned.
  private static func pass(
    _ office: Office, earned: [Int], isolation: String = "bubblewrap", finishes: Bool = true
  ) async throws {
    let registrar = office.registrar
    let taking = try await registrar.enrol("ada", name: "Ada Lovelace", email: nil).taking.id
    try await registrar.answerEverythingRightly(of: "ada")
    let digest = Digest(of: Data("files".utf8)).description
    let result = SubmissionResult(
      exercise: "Ledger", submission: digest, earned: earned[0], points: earned[1], verdicts: [:],
      notRun: [], isolation: IsolationOnRecord(rawValue: isolation), scheme: digest,
      runtime: digest, suite: digest)
    try await registrar.send(
      .receive(exercise: "Ledger", submission: digest), as: registrar.newAct(by: "test"),
      to: taking.enrolment, under: Enrolment())
    try await registrar.send(
      .record(result), as: registrar.newAct(by: "test"), to: taking.enrolment, under: Enrolment())
    if finishes { _ = try await registrar.finishExam(of: "ada") }
  }

  /// Issues the certificate.
  @discardableResult
  private static func issue(
    _ office: Office
  ) async throws -> (certificate: Registrar.IssuedCertificate, isNew: Bool) {
    try await office.registrar.issueCertificate(
      of: "ada", as: office.registrar.newAct(by: "test")
    ) { _ in identity }
  }

  /// Why it is refused; nothing is recorded by that.
  private static func refusal(_ office: Office) async throws -> RegistrarError {
    let before = try office.eventCount
    let error = await #expect(throws: RegistrarError.self) { try await issue(office) }
    #expect(try office.eventCount == before)
    let refusal = try #require(error)
    #expect(refusal.kind == .refused)
    return refusal
  }

  /// What a third party finds out, at a time after all offices'.
  private static func verify(_ text: String) async -> Verification {
    await Verifier(
      issuers: IssuerRegister(pinning: [identity.key.publicKey]),
      now: Moment(seconds: 1_800_000_000)
    ) { _ in .failure(InvalidCertificate("offline")) }.verify(Data(text.utf8))
  }
}
