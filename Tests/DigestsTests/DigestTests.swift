import Digests
import Foundation
import SeededRandom
import Testing

@Suite("Digests are SHA-256, and lists of contents do not collide")
struct DigestTests {
  @Test(
    "The examples of FIPS 180-4 come out",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(Digest(of: Data(text.utf8)).description == digest)
    #expect(Digest(of: Array(text.utf8)).description == digest)
  }

  @Test("A digest comes back from its bytes and from its text, and nothing else is one")
  func takingBack() {
    let digest = Digest(of: Array("abc".utf8))
    #expect(Digest(bytes: digest.bytes) == digest)
    #expect(Digest(digest.description) == digest)
    #expect(Digest(digest.description.uppercased()) == digest)
    #expect(digest.bytes.prefix(3) == [0xBA, 0x78, 0x16])
    for count in [0, 31, 33] { #expect(Digest(bytes: Array(repeating: 7, count: count)) == nil) }
    let digits = digest.description
    for text in [
      "", "ba", "\(digits)0", "\(digits.dropLast())g", "\(digits.dropLast(2))é", " \(digits)",
    ] {
      #expect(Digest(text) == nil, "\(text)")
    }
  }

  /// The digest of a list of named texts.
  private static func digest(_ contents: [(String, String)]) -> Digest {
    Digest(ofNamed: contents.map { (name: $0.0, bytes: Data($0.1.utf8)) })
  }

  @Test("Bytes that move between names, contents and entries change the digest")
  func moving() {
    let inner = Digest(of: Data("b".utf8)).description
    let lists: [[(String, String)]] = [
      [], [("", "")], [("", ""), ("", "")], [("ab", "c")], [("a", "bc")], [("abc", "")],
      [("", "abc")], [("a", "b"), ("c", "d")], [("c", "d"), ("a", "b")], [("a", "d"), ("c", "b")],
      [("a", "bcd")], [("a\n1:c", "d")], [("a", "b\n1:c d")],
      // Names that look like what is digested.
      [("a \(inner)\n1:c", "d")], [("1:a", "b")], [("a", "b"), ("", "")],
    ]
    let digests = lists.map(Self.digest)
    #expect(Set(digests).count == lists.count)
  }

  @Test("Random lists have equal digests only when they are equal")
  func random() {
    var seen: [Digest: String] = [:]
    for seed in 0..<5_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      func text() -> String {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in random.pick(["a", "\n", ":", "1"]) }
          .joined()
      }
      let list = (0..<Int.random(in: 0...2, using: &random)).map { _ in (text(), text()) }
      let digest = Self.digest(list)
      #expect(Self.digest(list) == digest)
      let written = String(reflecting: list)
      #expect(seen[digest, default: written] == written, "seed \(seed)")
      seen[digest] = written
    }
    #expect(seen.count > 500)
  }
}
