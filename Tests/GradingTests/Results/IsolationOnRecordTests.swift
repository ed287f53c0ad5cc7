import Foundation
import Grading
import Testing

@Suite("The isolation that a stored result names")
struct IsolationOnRecordTests {
  @Test("A level reaches itself and every weaker one, and no stronger one")
  func reaching() {
    for level in Isolation.allCases {
      for minimum in Isolation.allCases {
        #expect(IsolationOnRecord(level).reaches(minimum) == (level >= minimum))
      }
    }
  }

  @Test("A name that this grader does not know reaches nothing, not even the weakest level")
  func unknown() {
    let tent = IsolationOnRecord(rawValue: "a tent")
    #expect(tent.level == nil)
    #expect(Isolation.allCases.allSatisfy { !tent.reaches($0) })
  }

  @Test(
    "It is stored as its name alone, known or not", arguments: ["none", "bubblewrap", "a tent"])
  func stored(name: String) throws {
    let data = try JSONEncoder().encode([IsolationOnRecord(rawValue: name)])
    #expect(String(decoding: data, as: UTF8.self) == "[\"\(name)\"]")
    let read = try JSONDecoder().decode([IsolationOnRecord].self, from: data)
    #expect(read.map(\.rawValue) == [name])
  }
}
