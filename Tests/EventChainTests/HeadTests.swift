import Digests
import EventChain
import Testing

@Suite("A head can be kept as text")
struct HeadTests {
  @Test("A head comes back from its text, and nothing else is one")
  func text() {
    let head = Head(count: 1_204, digest: Digest(of: Array("x".utf8)))
    #expect(Head(head.description) == head)
    #expect(head.description.hasPrefix("1204:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db"))
    let digits = head.digest.description
    for text in [
      "", ":", "1204", digits, "1204:", ":\(digits)", "-1:\(digits)", "x:\(digits)",
      "1204:\(digits.dropLast())", "1204:\(digits)0", "1204:\(digits.dropLast())g",
      "1204:\(digits):", " 1204:\(digits)", "99999999999999999999:\(digits)",
    ] {
      #expect(Head(text) == nil, "\(text)")
    }
  }
}
