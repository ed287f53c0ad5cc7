import Foundation
import TestSupport
import Testing

@testable import CertificateSheets

@Suite("The code on the paper")
struct QRCodeTests {
  @Test("A text that a code cannot hold has none")
  func refused() {
    #expect(QRCode("") == nil)
    #expect(QRCode("é") == nil)
    #expect(QRCode("a\0b") == nil)
    #expect(QRCode(String(repeating: "a", count: 2332)) == nil)
    #expect(QRCode(String(repeating: "a", count: 2331)) != nil)
  }

  @Test(
    "It has the three eyes of a code, and its path is dark where it is",
    arguments: [1, 14, 700, 2331])
  func shape(length: Int) throws {
    let code = try #require(QRCode(String(repeating: "x", count: length)))
    #expect((code.width - 17).isMultiple(of: 4))
    let eye = ["#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######"]
    let far = code.width - 7
    for (x, y) in [(0, 0), (far, 0), (0, far)] {
      for row in 0..<7 {
        #expect(String(code.rows[y + row][x..<x + 7].map { $0 ? "#" : " " }) == eye[row])
      }
    }
    var drawn = [[Bool]](repeating: [Bool](repeating: false, count: code.width), count: code.width)
    for run in code.path.split(separator: "M") {
      let numbers = run.split { !$0.isNumber && $0 != "-" }.compactMap { Int($0) }
      try #require(numbers.count == 5)
      #expect(numbers[3] == 1 && numbers[4] == -numbers[2])
      for column in numbers[0]..<numbers[0] + numbers[2] {
        #expect(!drawn[numbers[1]][column])
        drawn[numbers[1]][column] = true
      }
    }
    #expect(drawn == code.rows)
  }

  @Test("A sheet whose text a code cannot hold has no code and does not ask to scan it")
  func without() throws {
    var sheet = Samples.sheet(learner: "Ada")
    #expect(sheet.svg().contains("Scan to check"))
    #expect(sheet.svg().contains("crispEdges"))
    sheet.paper = ""
    #expect(!sheet.svg().contains("Scan to check"))
    #expect(!sheet.svg().contains("crispEdges"))
    _ = try ParsedDrawing(sheet.svg())
  }
}
