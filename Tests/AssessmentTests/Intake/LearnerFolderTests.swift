import Assessment
import Foundation
import Grading
import Testing

@Suite("Learners are found by the shape of their folders")
struct LearnerFolderTests {
  private static func scheme() throws -> Scheme {
    try Scheme(json: Data(sampleSchemeText.utf8))
  }

  @Test("A folder of exercises is a learner, whichever exercise it holds")
  func exercises() throws {
    for exercise in ["Unit1/FrontDesk", "Unit2/LotRules"] {
      let folder = try TemporaryFolder()
      try folder.makeFolder("ada/\(exercise)")
      for path in [folder("ada"), folder("ada") + "/"] {
        let found = try LearnerFolder.find(at: path, for: try Self.scheme())
        #expect(found.map(\.name) == ["ada"])
        #expect(found.map(\.base) == [path])
        #expect(found.map(\.steps) == [[]])
      }
    }
  }

  @Test("A kit is a learner, by its folder Exercises")
  func kit() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("ada/Exercises/Unit2/LotRules")
    try folder.makeFolder("ada/Sources")
    let found = try LearnerFolder.find(at: folder("ada"), for: try Self.scheme())
    #expect(found.map(\.name) == ["ada"])
    #expect(found.map(\.steps) == [["Exercises"]])
    #expect(found.map(\.path) == [folder("ada/Exercises")])
  }

  @Test("In a folder of a class every learner is found by name, and the rest is passed over")
  func classFolder() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("cleo/Unit1/FrontDesk")
    try folder.makeFolder("ada/Exercises/Unit1/FrontDesk")
    try folder.makeFolder("Bob/Unit2/LotRules")
    try folder.makeFolder("empty")
    try folder.makeFolder(".git/Unit1/FrontDesk")
    try folder.write("notes.txt")
    let found = try LearnerFolder.find(at: folder.path, for: try Self.scheme())
    #expect(found.map(\.name) == ["Bob", "ada", "cleo"])
    #expect(found.map(\.base) == Array(repeating: folder.path, count: 3))
    #expect(found.map(\.steps) == [["Bob"], ["ada", "Exercises"], ["cleo"]])
    #expect(found.map(\.path) == [folder("Bob"), folder("ada/Exercises"), folder("cleo")])
  }

  @Test("A linked folder is named for the folder that the link leads to")
  func linked() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("ada/Unit1/FrontDesk")
    try folder.link("latest", to: folder("ada"))
    let found = try LearnerFolder.find(at: folder("latest"), for: try Self.scheme())
    #expect(found.map(\.name) == ["ada"])
    #expect(found.map(\.base) == [folder("latest")])
  }

  @Test("A learner whose folder is a link is not lost: it is found, to be refused by intake")
  func linkedLearner() throws {
    let folder = try TemporaryFolder()
    try folder.write("elsewhere/Unit1/FrontDesk/Sources/A.swift")
    try folder.link("class/ada", to: folder("elsewhere"))
    let found = try LearnerFolder.find(at: folder("class"), for: try Self.scheme())
    try #require(found.map(\.name) == ["ada"])
    let outcome = Intake.take(
      below: found[0].base, found[0].steps + ["Unit1", "FrontDesk"], limits: Limits())
    #expect(outcome.reasons == ["ada is a link or a file. Hand in the folder itself."])
  }

  @Test("A path that leads to no exercise is refused with what was expected there")
  func nothing() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("empty")
    try folder.write("file")
    let (missing, file, empty) = (folder("missing"), folder("file"), folder("empty"))
    for (path, sentence) in [
      (missing, "\(missing) does not exist."),
      (file, "\(file) is a file. Name a learner's folder, or a folder of such folders."),
      (
        empty,
        "\(empty) holds no exercise of this course. Expected a folder such as "
          + "\(empty)/Unit1/FrontDesk."
      ),
    ] {
      let error = #expect(throws: AssessmentError.self) {
        try LearnerFolder.find(at: path, for: try Self.scheme())
      }
      #expect(error?.kind == .input)
      #expect(error?.description == sentence)
    }
  }
}
