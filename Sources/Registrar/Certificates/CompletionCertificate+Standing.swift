import Certificates
import Digests
import Foundation
import Gradebook
import Grading

extension CompletionCertificate {
  /// Says what a taking came to.
  ///
  /// **Marks are cut off to hundredths and never rounded up**, as on every view.
  ///
  /// - Parameters:
  ///   - standing: Where the taking stands.
  ///   - email: The learner's address, if it is known.
  ///   - issuer: Who issues.
  ///   - did: The issuer's DID.
  ///   - record: The record of what the mark is made of.
  ///   - statusIndex: The place in the status list, if there is one.
  ///   - moment: The present time.
  ///   - ids: The identities of the certificate and of its subject.
  ///   - salt: What the address is mixed with.
  init(
    _ standing: Standing, email: String?, issuer: Scheme.Issuer, did: String, record: String,
    statusIndex: Int?, at moment: Moment, ids: (certificate: String, subject: String),
    salt: String
  ) {
    let course = standing.scheme.course
    let passMark = standing.mark.passMark
    // Another scheme is another achievement: what it demands is part of what it is.
    let version = String(standing.schemeDigest.prefix(12))
    let achievement =
      issuer.site.map { "\($0)/course/\(version)" }
      ?? Registrar.uuid(
        String(Digest(of: Data("\(course)\n\(standing.schemeDigest)".utf8)).description.prefix(32)))
    self.init(
      id: ids.certificate, title: course,
      summary: "Certificate of completion of the course “\(course)”.",
      issuer: Issuer(id: did, name: issuer.name, url: issuer.site.map { "\($0)/" }),
      validFrom: moment.description, subject: ids.subject, learner: standing.name,
      email: email.map { HashedEmail(of: $0, salt: salt) },
      achievement: Achievement(
        id: achievement, name: course, description: issuer.achievement,
        criteriaID: "\(achievement)#criteria",
        criteria: "A weighted mark of at least \(passMark) %: "
          + standing.mark.parts.map { "\(Self.name(of: $0.kind).lowercased()) \($0.weight) %" }
          .joined(separator: ", ")
          + ". Case studies are graded by hidden test suites, and the final exam is sat once.",
        language: "en", version: version, tags: issuer.tags),
      results: Self.results(standing.mark, of: achievement),
      evidence: Self.evidence(standing, record: record),
      status: statusIndex.flatMap { index in
        issuer.site.map { StatusEntry(list: Registrar.statusAddress(at: $0), index: index) }
      })
  }

  /// The mark, its parts, and that it is a pass.
  private static func results(_ mark: Mark, of achievement: String) -> [Outcome] {
    let total = Outcome(
      id: "\(achievement)#mark", name: "Mark", type: "Percent", required: "\(mark.passMark)",
      range: .init(min: "0", max: "100"), value: mark.total.percentage)
    let parts = mark.parts.map { part in
      Outcome(
        id: "\(achievement)#\(part.kind.rawValue)", name: name(of: part.kind), type: "RawScore",
        range: .init(min: "0", max: "\(part.weight)"),
        value: part.contribution.percentage)
    }
    let passed = Outcome(id: "\(achievement)#passed", name: "Course passed", type: "Status")
    return [total] + parts + [passed]
  }

  /// A part of the mark for people.
  private static func name(of kind: Mark.Kind) -> String {
    switch kind {
    case .reviewQuestions: "Review questions"
    case .caseStudies: "Case studies"
    case .finalExam: "Final exam"
    }
  }

  /// What the mark rests on.
  private static func evidence(_ standing: Standing, record: String) -> [Evidence] {
    let counted = standing.exercises.compactMap(\.counted)
    let submissions = counted.compactMap { result in
      Digest(result.submission).map {
        Evidence(
          $0, name: "Submission: \(result.exercise)", genre: "SourceCode",
          description: "SHA-256 of the list of the submitted files, as the grader records it.")
      }
    }
    let suites = counted.map { "\($0.exercise) \($0.suite)\n" }.sorted().joined()
    return submissions + [
      Evidence(
        Digest(of: Data(suites.utf8)), name: "Test suites", genre: "TestSuite",
        description:
          "SHA-256 of the lines “exercise digest” of the suites in the grading record, sorted."),
      Evidence(
        Digest(of: Data(record.utf8)), name: "Grading record", genre: "Report",
        description: "SHA-256 of the file grading-record.json, which was issued with this."),
    ]
  }
}
