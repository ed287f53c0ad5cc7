import Assessment
import Foundation
import Grading
import Testing

@testable import ExampleSupport
@testable import Kits

@Suite("What must not be in a kit is found")
struct KitInspectionTests {
  /// A file in which something is planted.
  private let page = "Exercises/Unit2/Ledger/README.md"
  /// A file of a starter in which something is planted.
  private let starter = "Exercises/Unit2/Ledger/Sources/Book.swift"

  /// A file of the kit with lines added at its end.
  private func file(_ path: String, adding text: String) throws -> KitFile {
    let kit = try RealCourse.kit()
    let file = try #require(kit.files.first { $0.path == path })
    return KitFile(path: path, text: file.text + text + "\n")
  }

  /// The kit's files with those of an exercise's reference in place of the starter.
  private func solved(_ exercise: Scheme.Exercise) throws -> [KitFile] {
    let sources = "Exercises/\(exercise.folder)/Sources/"
    let reader = CourseReader(RealCourse.root)
    let reference = try reader.sources(in: "Solutions/\(exercise.folder)/Sources").map { file in
      KitFile(
        path: file.path.replacing("Solutions/", with: "Exercises/", maxReplacements: 1),
        content: file.content)
    }
    try #require(!reference.isEmpty)
    return try RealCourse.kit().files.filter { !$0.path.hasPrefix(sources) } + reference
  }

  @Test("Nothing is found in what an export of the course writes")
  func course() throws {
    let check = try RealCourse.inspection().check()
    #expect(check.findings.map(\.description) == [])
    #expect(check.holds)
    #expect(check.fileCount == (try RealCourse.kit().files.count))
  }

  @Test("A solution in place of a starter is found at least once for every place to fill")
  func solutions() throws {
    let inspection = try RealCourse.inspection()
    for exercise in try RealCourse.course().scheme.exercises {
      let places = try RealCourse.kit().files.filter {
        $0.path.hasPrefix("Exercises/\(exercise.folder)/Sources/")
      }.flatMap { OpenPlace.all(inText: $0.text, of: $0.path) }
      let findings = inspection.check(try solved(exercise)).findings
      let lines = findings.filter {
        if case .line(let source) = $0.reason {
          source.hasPrefix("Solutions/\(exercise.folder)/")
        } else {
          false
        }
      }
      #expect(lines.count >= places.count, "\(exercise.name)")
      #expect(!places.isEmpty, "\(exercise.name)")
    }
  }

  @Test(
    "What is found, is found at the same lines in files that another system wrote",
    arguments: ["\r\n", "\r", "\u{2028}"])
  func lineEnds(end: String) throws {
    let inspection = try RealCourse.inspection()
    let exercise = try #require(
      try RealCourse.course().scheme.exercises.first { $0.name == "Ledger" })
    let files = try solved(exercise)
    let plain = inspection.check(files).findings
    #expect(!plain.isEmpty)
    let others = files.map { file in
      KitFile(path: file.path, text: "\u{FEFF}" + file.text.replacing("\n", with: end))
    }
    let found = inspection.check(others).findings.filter { $0.line != nil }
    #expect(found.map(\.description) == plain.filter { $0.line != nil }.map(\.description))
  }

  @Test("A solution that the course itself has for a starter is found by what the examples need")
  func solvedCourse() throws {
    for exercise in try RealCourse.course().scheme.exercises {
      let kit = Kit(files: try solved(exercise))
      let findings = try RealCourse.inspection(with: kit).check().findings
      let examples = "Exercises/\(exercise.folder)/Tests/\(exercise.name)Examples.swift"
      let tests = try RealCourse.text(examples).ranges(of: ".needs(").count
      let lines = findings.filter { if case .unmarked = $0.reason { true } else { false } }
        .compactMap(\.line)
      #expect(Set(lines).count == tests, "\(exercise.name): at every example")
      #expect(findings.allSatisfy { $0.path == examples }, "\(exercise.name)")
    }
  }

  @Test("The solution below a mark that was left is found in the course's own starter")
  func belowTheMark() throws {
    let path = "Exercises/Unit1/FrontDesk/Sources/CardSorter.swift"
    let reference = try RealCourse.text("Solutions/Unit1/FrontDesk/Sources/CardSorter.swift")
    let text = try RealCourse.text(path)
    let mark = try #require(text.firstRange(of: "// TODO:"))
    let end = try #require(text[mark.upperBound...].firstIndex(of: "\n"))
    let body = try #require(reference.firstRange(of: "{\n    ")?.upperBound)
    let pasted = text[...end] + "    " + reference[body...]
    let kit = Kit(
      files: try RealCourse.kit().files.map {
        $0.path == path ? KitFile(path: path, text: String(pasted)) : $0
      })
    let findings = try RealCourse.inspection(with: kit).check().findings
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.path == path })
  }

  /// Folders with hidden code, and how a file in each is chosen.
  private static let sources = [
    "Solutions/Unit2/LotRules/Sources", "Solutions/Unit2/Ledger/Alternatives",
    "Solutions/Unit3/FourWindows/Shortcuts", "Solutions/Unit1/FrontDesk/Mutants",
    "Solutions/Unit4/ManyReaders/Mutants", "Tests/LedgerSuite/ReadingBehaviours.swift",
    "Tests/OldLabelsSuite/Support", "Tests/EventStoreConformance", "Sources/SuiteSupport/Media",
  ]

  @Test(
    "Each line of hidden code that is not given is found, however it is indented",
    arguments: sources)
  func code(source: String) throws {
    let inspection = try RealCourse.inspection()
    let given = try Set(
      RealCourse.kit().files.flatMap { CodeLine.all(in: $0.text).map(\.line) }
    ).union(RealCourse.hidden().worthless)
    let reader = CourseReader(RealCourse.root)
    let paths = source.hasSuffix(".swift") ? [source] : try reader.files(below: source)
    let lines = try paths.flatMap { CodeLine.all(in: try RealCourse.text($0)) }
      .map(\.line).filter { !given.contains($0) }
    try #require(!lines.isEmpty)
    let planted = lines.map { "\t    " + $0.text.replacing(" ", with: "   ") }
    for path in [starter, page, "Sources/CQRS/Views/ViewCommit.swift"] {
      let before = try #require(try RealCourse.kit().files.first { $0.path == path }?.text)
        .split(separator: "\n", omittingEmptySubsequences: false).count
      let file = try file(path, adding: planted.joined(separator: "\n"))
      let found = inspection.findings(in: file).filter {
        if case .line = $0.reason { true } else { false }
      }
      #expect(found.map(\.path) == lines.map { _ in path })
      #expect(found.compactMap(\.line) == lines.indices.map { before + $0 })
    }
  }

  @Test("A line is named with where it comes from")
  func origin() throws {
    let kit = try RealCourse.kit()
    let text = try RealCourse.text("Solutions/Unit2/LotRules/Sources/TarnholtRules.swift")
    let secret = try #require(
      CodeLine.all(in: text).first { pair in
        kit.files.allSatisfy { !$0.text.contains(pair.line.text) }
      })
    let findings = try RealCourse.inspection().findings(
      in: try file(starter, adding: secret.line.text))
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    guard case .line(let origin) = finding.reason else {
      Issue.record("it is a line of code")
      return
    }
    let parts = origin.split(separator: ":").map(String.init)
    let place = try #require(parts.count == 2 ? Int(parts[1]) : nil)
    let found = try RealCourse.text(parts[0]).split(
      separator: "\n", omittingEmptySubsequences: false)[place - 1]
    #expect(CodeLine(found) == secret.line)
    #expect(finding.description == "\(starter):\(finding.line ?? 0) is a line of \(origin).")
  }

  @Test("What is given, what earns nothing, and lines that everybody writes are no leak")
  func harmless() throws {
    let given = try RealCourse.text("Exercises/Unit3/FourWindows/Sources/LotFigures+Document.swift")
    let vacuous = try RealCourse.text(
      "Solutions/Unit2/Ledger/Vacuous/AlwaysRefuses/Sources/Ledger.swift")
    let common = "    }\n    return nil\n    break\n    default: false\nimport EventSourcing"
    for text in [given, vacuous, common] {
      let findings = try RealCourse.inspection().findings(in: try file(starter, adding: text))
      #expect(findings.map(\.description) == [])
    }
  }

  @Test("Reasons of keys, exam questions and hints are found, however they are broken into lines")
  func words() throws {
    let inspection = try RealCourse.inspection()
    let key = try #require(try RealCourse.course().reviewBank().items.first)
    let exam = try #require(try RealCourse.course().examPool().items.last)
    let hint = """
      what you checked before the log was written need not be so afterwards
      An actor runs one piece of code at a time, but at every await it lets others in.
      What you checked before the log was written need not be so afterwards.
      """
    for (text, source) in [
      (key.key.rationale, "Solutions/Unit1/Keys"), (exam.question.prompt, "Solutions/FinalExam"),
      (exam.key.rationale, "Solutions/FinalExam"),
      (hint, "a hint in Tests/LedgerSuite/ConcurrencyBehaviours.swift"),
    ] {
      let broken = text.split(whereSeparator: \.isWhitespace).enumerated()
        .map { $0 % 3 == 0 ? "\n   \($1)" : " \($1)" }.joined()
      for text in [text, broken] {
        let findings = inspection.findings(in: try file(page, adding: text))
        #expect(!findings.isEmpty, "\(source)")
        for finding in findings {
          #expect(finding.path == page)
          guard case .words(let origin) = finding.reason else {
            Issue.record("it is found by its words: \(finding)")
            continue
          }
          #expect(origin.contains(source))
        }
      }
    }
  }

  @Test("The identifier of an exam question is found, that of a review question is not")
  func identifiers() throws {
    let exam = try #require(try RealCourse.course().examPool().items.first).question.id.rawValue
    let review = try #require(try RealCourse.course().reviewBank().items.first).question.id
    let inspection = try RealCourse.inspection()
    let findings = inspection.findings(
      in: try file(page, adding: "See \(review) and (\(exam))."))
    #expect(findings.map(\.reason) == [.examQuestion(exam)])
  }

  @Test("A member that only keys have is found in a file of questions")
  func members() throws {
    let path = "Exercises/Unit1/Questions/U1-1.json"
    let text = try RealCourse.text(path)
    let member = try #require(text.firstRange(of: "\"bullet\":")?.lowerBound)
    let spoilt = text[..<member] + "\"answer\": \"b\",\n" + text[member...]
    let findings = try RealCourse.inspection().findings(
      in: KitFile(path: path, text: String(spoilt)))
    #expect(findings.map(\.reason) == [.keyMember("answer")])
  }

  @Test("In the course's own pages and modules a passage of hidden code is found")
  func passages() throws {
    let suite = try RealCourse.text("Tests/LotRulesSuite/Support/SeedLedger.swift")
    let path = "Sources/EventSourcing/Streams/EventFeed.swift"
    let spoilt = try file(path, adding: suite)
    let kit = Kit(files: try RealCourse.kit().files.map { $0.path == path ? spoilt : $0 })
    let findings = try RealCourse.inspection(with: kit).findings(in: spoilt)
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(finding.path == path)
      #expect({ if case .passage = finding.reason { true } else { false } }(), "\(finding)")
    }
  }

  @Test("Strange files, links and gaps of a folder are found, and what is strange is not read")
  func folders() throws {
    let path = "/tmp/kits-inspection-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RealCourse.kit().write(to: path)
    let inspection = try RealCourse.inspection()
    #expect(try inspection.check(folder: path).findings.map(\.description) == [])
    let files = FileManager.default
    try files.createDirectory(atPath: "\(path)/.build/debug", withIntermediateDirectories: true)
    try files.copyItem(atPath: "\(RealCourse.root)/Solutions/FinalExam", toPath: "\(path)/Pool")
    try files.copyItem(
      atPath: "\(RealCourse.root)/grading.json", toPath: "\(path)/Exercises/Unit1/grading.json")
    try files.removeItem(atPath: "\(path)/.gitignore")
    try files.removeItem(atPath: "\(path)/Package.swift")
    try files.createSymbolicLink(
      atPath: "\(path)/Package.swift", withDestinationPath: "/etc/passwd")
    let check = try inspection.check(folder: path)
    #expect(
      check.findings == [
        KitFinding(".build", .stray), KitFinding(".gitignore", .missing),
        KitFinding("Exercises/Unit1/grading.json", .stray), KitFinding("Package.swift", .irregular),
        KitFinding("Package.swift", .missing), KitFinding("Pool", .stray),
      ])
    #expect(throws: AssessmentError.self) { try inspection.check(folder: "\(path)/nowhere") }
  }
}
