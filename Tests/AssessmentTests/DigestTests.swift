import Assessment
import Foundation
import Testing

@Suite("Digests")
struct DigestTests {
  @Test("They are those of FIPS 180-4")
  func vectors() {
    #expect(
      Digest(of: Data("abc".utf8)).description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Digest(of: Data()).description
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test("Lists of named contents that differ in any way have different digests")
  func named() {
    let lists: [[(name: String, bytes: Data)]] = [
      [], [("a", Data())], [("", Data("a".utf8))], [("a", Data("b".utf8))], [("ab", Data())],
      [("a", Data()), ("b", Data())], [("b", Data()), ("a", Data())], [("a\nb", Data())],
    ]
    let digests = lists.map { Digest(ofNamed: $0).description }
    #expect(Set(digests).count == lists.count)
  }
}
