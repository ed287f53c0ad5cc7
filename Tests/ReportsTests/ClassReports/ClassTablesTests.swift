import EventSourcing
import Gradebook
import Grading
import PlainText
import Reports
import SeededRandom
import Testing

@Suite("A class report as tables")
struct ClassTablesTests {
  /// A report in which one learner has a name.
  private static func tables(named name: String) -> ClassTables {
    var report = ClassReport.sample(of: 1)
    report.learners[0].name = name
    return ClassTables(report)
  }

  /// What a spreadsheet is given as that name.
  private static func cell(_ name: String) throws -> String {
    let records = try #require(readCSV(tables(named: name).marks()))
    #expect(records.count == 2)
    #expect(records.allSatisfy { $0.count == records[0].count })
    return try #require(records.last)[2]
  }

  @Test("The tables are as recorded")
  func goldens() throws {
    let tables = ClassTables(ClassReport.sample())
    try Golden.check(tables.marks(), named: "class-report.marks.csv")
    try Golden.check(tables.items(), named: "class-report.items.csv")
    try Golden.check(tables.behaviours(), named: "class-report.behaviours.csv")
  }

  @Test("Every table is RFC 4180, with as many fields in each record as its header")
  func form() throws {
    let tables = ClassTables(ClassReport.sample())
    for (text, rows) in [(tables.marks(), 12), (tables.items(), 5), (tables.behaviours(), 5)] {
      let records = try #require(readCSV(text))
      #expect(records.count == rows + 1)
      #expect(records.allSatisfy { $0.count == records[0].count })
      #expect(Set(records[0]).count == records[0].count)
    }
  }

  @Test(
    "A text that a spreadsheet would take for a formula gets an apostrophe",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠x", " =1", "'=1", "\u{A0}=1", "' +1",
    ])
  func formulas(name: String) throws {
    #expect(try Self.cell(name) == "'\(name)")
  }

  @Test(
    "A name that is none stays as it is",
    arguments: [
      "Ada Lovelace", "'t Hooft", "O’Neill, Ben", "Anne-Marie", "a=b", "x@y.org", "", "“Q”", "5",
      "Nguyễn \"N\" Ân",
    ])
  func names(name: String) throws {
    #expect(try Self.cell(name) == name)
  }

  @Test("Tabs, line breaks and marks that turn the text around are spelled out")
  func controls() throws {
    #expect(try Self.cell("\t=1") == "\\t=1")
    #expect(try Self.cell("\r\n=1") == "\\r\\n=1")
    #expect(try Self.cell("a\u{202E}b") == "a\\u{202E}b")
    #expect(try Self.cell("\u{FEFF}=1") == "\\u{FEFF}=1")
  }

  @Test(
    "Whatever a name is made of, it comes back, and is never a formula", arguments: 0..<200)
  func property(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet: [Character] = [
      "=", "+", "-", "@", "＝", "＋", "－", "＠", "'", "\"", ",", ";", " ", "\t", "\r", "\n", "\r\n",
      "a",
      "é", "\u{1F600}", "\u{202E}", "\u{0}", "\u{A0}",
    ]
    let name = String((0..<random.next(below: 9)).map { _ in random.pick(alphabet) })
    let cell = try Self.cell(name)
    // Either the name as it can be printed, or that with one apostrophe before it.
    #expect(cell == name.printable || cell == "'" + name.printable)
    let first = cell.unicodeScalars.first { !$0.properties.isWhitespace }
    #expect(!"=+-@＝＋－＠".unicodeScalars.contains { $0 == first })
    #expect(!cell.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test("Numbers stay numbers, also below zero; what too few have done is empty")
  func numbers() throws {
    let records = try #require(readCSV(ClassTables(ClassReport.sample()).items()))
    let column = try #require(records[0].firstIndex(of: "discrimination"))
    #expect(records.dropFirst().map { $0[column] } == ["0.410", "", "", "-0.125", "0.100"])
    let facility = try #require(records[0].firstIndex(of: "facility_percent"))
    #expect(records.dropFirst().map { $0[facility] } == ["66.66", "", "100.00", "20.00", "50.00"])
    let remarks = try #require(records[0].firstIndex(of: "remarks"))
    #expect(
      records.dropFirst().map { $0[remarks] } == [
        "", "", "", "contradictsRest harderThanExpected", "tellsLittle",
      ])
  }

  @Test("A mark just below the pass mark does not look as if it had passed")
  func cut() throws {
    var report = ClassReport.sample(of: 1)
    let score = Rational(749_999, over: 1_000_000)
    report.learners[0].mark = Mark(
      weights: .init(reviewQuestions: 40, caseStudies: 30, finalExam: 30), passMark: 75,
      reviewQuestions: score, caseStudies: score, finalExam: score)
    let records = try #require(readCSV(ClassTables(report).marks()))
    #expect(records[1][3] == "74.99")
    #expect(records[1][5] == "no")
  }
}
