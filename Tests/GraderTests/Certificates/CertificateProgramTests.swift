import Assessment
import Foundation
import QuestionSupport
import Registrar
import Testing

@Suite("Certificates on the command line")
struct CertificateProgramTests {
  @Test(
    "A learner passes, gets a certificate, the same one again, and third parties verify it until it is revoked"
  )
  func wholeLife() async throws {
    let book = try BookFolder()
    let keys = ["--keys", book.file("keys")]
    let site = try CourseCopy(site: "https://course.example.org/es")
    let course = ["--course", site.path]
    let made = try await GraderProgram.run(["key", "new"] + keys)
    #expect(made.status == 0, "\(made.error)")
    let did = try #require(
      made.output.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("did:key:") })
    _ = try await book.registrar.enrol(
      "ada", name: "Ada <&>\"']]> Lovelace", email: "ada@example.org")
    try await book.registrar.answerEverythingRightly(of: "ada")

    // Everything that is missing is said, and nothing is written.
    let issue = ["certificate", "issue", "ada", "--to", book.file("out")] + keys + course
    let early = try await book.run(issue)
    #expect(early.status == 4)
    #expect(early.error.contains("40.00 %") && early.error.contains("exam is not over"))
    #expect(!FileManager.default.fileExists(atPath: book.file("out")))

    _ = try await book.registrar.finishExam(of: "ada")
    let submitted = try await book.run(
      ["submit", "ada", "\(try GraderProgram.course().root)/Solutions", "--exercise", "Ledger"])
    #expect(submitted.status == 0, "\(submitted.error)")
    let issued = try await book.run(issue)
    #expect(issued.status == 0, "\(issued.error)")
    let names = ["certificate.json", "certificate.svg", "certificate.html", "grading-record.json"]
    let first = try names.map { try Data(contentsOf: URL(filePath: book.file("out/\($0)"))) }
    let again = try await book.run(issue)
    #expect(again.status == 0 && again.output.contains("Already issued"))
    #expect(try names.map { try Data(contentsOf: URL(filePath: book.file("out/\($0)"))) } == first)

    // Somebody without gradebook, keys and course.
    func verify(_ name: String, _ more: [String]) async throws -> GraderProgram.Run {
      try await GraderProgram.run(
        ["certificate", "verify", book.file(name), "--keys", book.file("none")] + more)
    }
    let published = try await book.run(
      ["certificate", "publish-status", book.file("site")] + keys + course)
    #expect(published.status == 0, "\(published.error)")
    let pin = ["--issuer", String(did)]
    let list = ["--status-list", book.file("site/status/1.json")]
    for name in names.dropLast() {
      let run = try await verify("out/\(name)", pin + list)
      #expect(run.status == 0, "\(name): \(run.output)")
      #expect(run.output.hasPrefix("VALID."))
      #expect(run.output.contains("Ada <&>\"']]> Lovelace"))
      #expect(!run.output.contains("drawing"))
      #expect(try await verify("out/\(name)", pin + ["--offline"]).status == 6)
    }
    // The same genuine credential in somebody else's drawing.
    let drawing = try String(contentsOfFile: book.file("out/certificate.svg"), encoding: .utf8)
    let forged =
      drawing
      .replacing("has completed", with: "has mastered")
    #expect(forged != drawing)
    try Data(forged.utf8).write(to: URL(filePath: book.file("out/forged.svg")))
    let warned = try await verify("out/forged.svg", pin + list)
    #expect(warned.output.contains("Believe what is listed here and not the drawing"))
    let register = ["--issuers", book.file("site/issuers.json")]
    #expect(try await verify("out/certificate.json", register + list).status == 0)

    let revoked = try await book.run(
      ["certificate", "revoke", "ada", "--by", "X", "--reason", "r"] + course)
    #expect(revoked.status == 0, "\(revoked.error)")
    _ = try await book.run(["certificate", "publish-status", book.file("site")] + keys + course)
    let after = try await verify("out/certificate.svg", pin + list)
    #expect(after.status == 5)
    #expect(after.output.hasPrefix("REVOKED."))
    #expect(try await book.run(issue).status == 4)
  }

  @Test(
    "Nothing is issued from a gradebook that was changed, by a key that others can read, or without an issuer"
  )
  func refusals() async throws {
    let book = try BookFolder()
    let keys = book.file("keys")
    _ = try await book.registrar.enrol("ada", name: "Ada", email: nil)
    try await book.registrar.answerEverythingRightly(of: "ada")
    _ = try await book.registrar.finishExam(of: "ada")
    let submitted = try await book.run(
      ["submit", "ada", "\(try GraderProgram.course().root)/Solutions", "--exercise", "Ledger"])
    #expect(submitted.status == 0, "\(submitted.error)")
    let issue = ["certificate", "issue", "ada", "--to", book.file("out"), "--keys", keys]

    let noKey = try await book.run(issue)
    #expect(noKey.status == 66)
    #expect(noKey.error.contains("grader key new"))
    _ = try await GraderProgram.run(["key", "new", "--keys", keys])
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: keys)
    #expect(try await book.run(issue).status == 77)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: keys)
    let nobody = try CourseCopy(site: nil)
    let noIssuer = try await book.run(issue + ["--course", nobody.path])
    #expect(noIssuer.status == 78)
    #expect(noIssuer.error.contains("certificates.issuer"))

    // One byte of one stored answer, once the log has gone into the file.
    try book.checkpoint()
    let file = URL(filePath: book.path)
    var data = try Data(contentsOf: file)
    let place = try #require(data.range(of: Data(#""itemDigest":""#.utf8))?.upperBound)
    data[place] ^= 1
    try data.write(to: file)
    let tampered = try await book.run(issue)
    #expect(tampered.status == 74, "\(tampered.error)")
    #expect(!FileManager.default.fileExists(atPath: book.file("out")))
  }
}
