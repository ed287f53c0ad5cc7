import Assessment
import Foundation
import Grading
import Sandbox
import Testing

@Suite("Learners are found by their folders")
struct LearnerFolderTests {
  private let scheme: Scheme

  init() throws {
    scheme = try Scheme(json: Data(sampleSchemeText.utf8))
  }

  @Test("A kit, its exercises, and a class are told apart")
  func shapes() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("class/ben/Exercises/Unit2/LotRules")
    try folder.makeFolder("class/ada/Unit1/FrontDesk")
    try folder.makeFolder("class/.git/Unit1/FrontDesk")
    try folder.makeFolder("class/notes")
    let all = try LearnerFolder.find(at: folder("class"), for: scheme)
    #expect(all.map(\.name) == ["ada", "ben"])
    #expect(all.map(\.steps) == [["ada"], ["ben", "Exercises"]])
    let kit = try LearnerFolder.find(at: folder("class/ben"), for: scheme)
    #expect(kit.map(\.name) == ["ben"])
    #expect(kit.map(\.steps) == [["Exercises"]])
    let exercises = try LearnerFolder.find(at: folder("class/ben/Exercises"), for: scheme)
    #expect(exercises.map(\.steps) == [[]])
  }

  @Test("A path that leads to no exercise is an error of the input that names it")
  func nothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("file")
    for name in ["missing", "file", ""] {
      let error = #expect(throws: AssessmentError.self) {
        try LearnerFolder.find(at: folder(name), for: scheme)
      }
      #expect(error?.kind == .input)
      #expect(error?.description.contains(folder.path) == true)
    }
  }

  @Test("Only what truly lies in the course's own folders belongs to the course")
  func ownership() throws {
    let folder = try TemporaryFolder()
    try folder.write("course/grading.json", sampleSchemeText)
    try folder.makeFolder("course/Solutions/Unit1")
    try folder.makeFolder("course/SolutionsOfAda")
    try folder.makeFolder("ada")
    try folder.link("course/Solutions/ada", to: folder("ada"))
    try folder.link("alias", to: folder("course/Solutions"))
    let course = try Course(at: folder("course"))
    #expect(course.owns(folder("course/Solutions")))
    #expect(course.owns(folder("course/Solutions/Unit1")))
    #expect(course.owns(folder("alias")))
    for path in ["course", "course/SolutionsOfAda", "course/Solutions/ada", "ada", "missing"] {
      #expect(!course.owns(folder(path)), "\(path)")
    }
    #expect(!course.owns(folder("course/Solutions/../../ada")))
    let refused = #expect(throws: AssessmentError.self) {
      try course.isolation(requested: nil, for: [folder("alias"), folder("ada")])
    }
    #expect(refused?.kind == .isolation)
    #expect(try course.isolation(requested: nil, for: [folder("alias")]) == .unconfined)
    #expect(try course.isolation(requested: .unconfined, for: [folder("ada")]) == .unconfined)
  }
}
