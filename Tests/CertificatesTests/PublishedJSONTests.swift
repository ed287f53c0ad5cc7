import Foundation
import StrictJSON
import Testing

@Suite("The published examples of canonical JSON")
struct PublishedJSONTests {
  @Test(
    "the published pairs of RFC 8785 without numbers come out byte for byte",
    .enabled(if: Vectors.arePresent, Vectors.missing), arguments: ["french", "unicode", "weird"])
  func published(name: String) throws {
    let value = try OrderedJSON(strictly: try Vectors.data("rfc8785/input/\(name).json"))
    #expect(Data(value.canonical.utf8) == (try Vectors.data("rfc8785/output/\(name).json")))
  }

  @Test(
    "those with numbers are refused and never written in another way",
    .enabled(if: Vectors.arePresent, Vectors.missing),
    arguments: ["arrays", "structures", "values"])
  func publishedNumbers(name: String) throws {
    let data = try Vectors.data("rfc8785/input/\(name).json")
    let error = #expect(throws: StrictJSONError.self) { try OrderedJSON(strictly: data) }
    #expect(error?.description.contains("number") == true)
  }
}
