import Assessment
import Digests
import Foundation
import Grading
import Sandbox
import Testing

@Suite("The course is found where it is")
struct CourseTests {
  /// Makes a checkout of a course with a title in a folder.
  private static func makeCourse(_ name: String, in folder: TemporaryFolder) throws {
    try folder.write(
      "\(name)/grading.json", sampleSchemeText.replacing("\"Sample\"", with: "\"\(name)\""))
    try folder.makeFolder("\(name)/Sources/WorkerRuntime")
  }

  @Test("A course is its folder without links, its scheme, and the scheme's digest")
  func opening() throws {
    let folder = try TemporaryFolder()
    try Self.makeCourse("one", in: folder)
    try folder.link("linked", to: folder("one"))
    for name in ["one", "linked", "one/", "one/../one"] {
      let course = try Course(at: folder(name))
      #expect(course.root == folder("one"))
      #expect(course.scheme.course == "one")
      let bytes = try Data(contentsOf: URL(filePath: folder("one/grading.json")))
      #expect(course.schemeDigest == Digest(of: bytes))
    }
  }

  @Test("A course without a readable scheme is refused with the remedy")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: AssessmentError.self) { try Course(at: folder.path) }
    #expect(error?.kind == .course)
    #expect(
      error?.description
        == "\(folder.path)/grading.json cannot be read. Name a checkout of the course with --course."
    )
    try folder.write("grading.json", "{}")
    #expect(throws: DocumentError.self) { try Course(at: folder.path) }
  }

  @Test(
    "The isolation that certificates demand is one that there is", arguments: ["none", "firejail"])
  func minimumIsolation(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "grading.json", sampleSchemeText.replacing("\"bubblewrap\"", with: "\"\(name)\""))
    if let level = Isolation(rawValue: name) {
      #expect(try Course(at: folder.path).scheme.minimumIsolation == level)
    } else {
      let error = #expect(throws: DocumentError.self) { try Course(at: folder.path) }
      #expect(
        error?.description
          == "grading.json: `certificates.minimumIsolation` must be \"none\" or \"bubblewrap\", not \"firejail\"."
      )
    }
  }

  @Test("A named course comes before the program's, and that before the current folder's")
  func precedence() throws {
    let folder = try TemporaryFolder()
    for name in ["named", "program", "current"] { try Self.makeCourse(name, in: folder) }
    let program = folder("program/.build/debug/grader")
    let current = folder("current/Exercises/Unit1")
    func found(_ named: String?, _ program: String, _ current: String) throws -> String {
      try Course.locate(named: named, program: program, currentFolder: current).scheme.course
    }
    #expect(try found(folder("named"), program, current) == "named")
    #expect(try found(nil, program, current) == "program")
    #expect(try found(nil, "/usr/bin/grader", current) == "current")
    #expect(try found(nil, "/usr/bin/grader", folder("current")) == "current")
  }

  @Test("A scheme in a learner's folder is not taken for the course's")
  func learnersScheme() throws {
    let folder = try TemporaryFolder()
    try Self.makeCourse("course", in: folder)
    try folder.write("course/class/ada/grading.json", sampleSchemeText)
    let course = try Course.locate(
      named: nil, program: "/usr/bin/grader", currentFolder: folder("course/class/ada"))
    #expect(course.root == folder("course"))
    let error = #expect(throws: AssessmentError.self) {
      try Course.locate(named: folder.path, program: folder("course/grader"), currentFolder: "/")
    }
    // What was named is not there; no other is taken in its place.
    #expect(error?.kind == .course)
  }

  @Test("Where there is no course, the error says how to name one")
  func nowhere() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: AssessmentError.self) {
      try Course.locate(named: nil, program: "/usr/bin/grader", currentFolder: folder.path)
    }
    #expect(error?.kind == .course)
    #expect(
      error?.description == "No checkout of the course was found. Name one with --course.")
  }
}
