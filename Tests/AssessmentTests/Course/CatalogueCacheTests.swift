import Foundation
import Grading
import Testing

@testable import Assessment

@Suite("Catalogues are kept for the code that has them")
struct CatalogueCacheTests {
  /// The code of a made-up program.
  private func code(_ text: String, in folder: TemporaryFolder) throws -> ProgramCode {
    try folder.write("programs/\(text)", text)
    return try ProgramCode(ofProgramAt: folder("programs/\(text)"))
  }

  @Test("They are asked for once; other code, and a file that is damaged, ask again")
  func keeping() throws {
    let folder = try TemporaryFolder()
    try folder.write("grading.json", sampleSchemeText)
    try folder.makeFolder(".build/grader")
    let course = try Course(at: folder.path)
    let catalogues = ["LotRules": try sampleCatalogue()]
    var asked = 0
    func ask(_ code: ProgramCode) throws -> [String: Catalogue] {
      CatalogueCache(of: course, for: code).catalogues {
        asked += 1
        return catalogues
      }
    }
    let (one, other) = (try code("one", in: folder), try code("other", in: folder))
    for (code, count) in [(one, 1), (one, 1), (other, 2), (other, 2), (one, 3)] {
      #expect(try ask(code) == catalogues)
      #expect(asked == count)
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder(".build/grader"))
    try #require(kept.count == 1)
    for damage in ["", "{}", "[1]"] {
      asked = 0
      try folder.write(".build/grader/\(kept[0])", damage)
      #expect(try ask(one) == catalogues)
      #expect(asked == 1)
    }
  }

  @Test("Where nothing can be kept, they are asked for each time")
  func nowhere() throws {
    let folder = try TemporaryFolder()
    try folder.write("grading.json", sampleSchemeText)
    let course = try Course(at: folder.path)
    let catalogues = ["LotRules": try sampleCatalogue()]
    for _ in 0..<2 {
      var asked = 0
      let found = CatalogueCache(of: course, for: try code("one", in: folder)).catalogues {
        asked += 1
        return catalogues
      }
      #expect(asked == 1 && found == catalogues)
    }
  }

  @Test("Another program is other code, whether its linker left an identifier or not")
  func code() throws {
    let folder = try TemporaryFolder()
    #expect(try code("one", in: folder) != code("two", in: folder))
    #expect(try code("one", in: folder) == code("one", in: folder))
    let own = try ProgramCode(ofProgramAt: "/proc/self/exe")
    #expect(try ProgramCode(ofProgramAt: "/bin/sh").digest != own.digest)
    #expect(throws: AssessmentError.self) { try ProgramCode(ofProgramAt: folder("missing")) }
  }
}
