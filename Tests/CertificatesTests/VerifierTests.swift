import Certificates
import Foundation
import StrictJSON
import Testing

@Suite("Verifying a certificate")
struct VerifierTests {
  @Test("a certificate by a pinned key holds, however its JSON is laid out")
  func valid() async throws {
    let signed = try Sample.signed()
    #expect(await Sample.outcome(of: signed) == .valid)
    #expect(await Sample.outcome(of: Data(signed.canonical.utf8)) == .valid)
  }

  @Test("every leaf, changed alone, makes it not valid")
  func leaves() async throws {
    let signed = try Sample.signed(
      Sample.certificate(status: .init(list: "https://course.example.org/status/1.json", index: 7)))
    var count = 0
    for changed in Self.changedLeaves(of: signed) {
      count += 1
      #expect(await Self.isNotValid(changed), "\(changed.canonical)")
    }
    // Every text of the document and its proofs, the contexts among them.
    #expect(count > 100)
  }

  @Test("a member that is added, doubled, renamed or taken away, anywhere, makes it not valid")
  func members() async throws {
    let signed = try Sample.signed()
    var count = 0
    for changed in Self.changedMembers(of: signed) {
      count += 1
      #expect(await Self.isNotValid(changed), "\(changed.canonical)")
    }
    #expect(count > 100)
  }

  @Test("one proof alone, the two in the other order, or one twice are not valid")
  func proofs() async throws {
    let signed = try Sample.signed()
    let proofs = try #require(signed["proof"]).elements
    let sets: [OrderedJSON] = [
      .array([proofs[0]]), .array([proofs[1]]), .array([proofs[1], proofs[0]]),
      .array([proofs[0], proofs[0]]), .array([proofs[1], proofs[1]]), .array([]), proofs[0],
      .array(proofs + [proofs[1]]),
    ]
    for set in sets {
      #expect(await Self.isNotValid(signed.without("proof").adding("proof", set)))
    }
    #expect(await Self.isNotValid(signed.without("proof")))
  }

  @Test("a proof by a key other than the other's is not valid, even if both are pinned")
  func mixedKeys() async throws {
    let other = IssuerIdentity(Sample.key("Another."), named: "key-2", web: nil)
    let signed = try Sample.signed()
    let otherwise = try Sample.certificate().signed(
      with: other.key, verificationMethod: other.verificationMethod)
    let proofs = [signed, otherwise].compactMap { $0["proof"]?.elements }
    try #require(proofs.count == 2)
    let register = IssuerRegister(pinning: [Sample.key().publicKey, other.key.publicKey])
    for set in [[proofs[0][0], proofs[1][1]], [proofs[1][0], proofs[0][1]], proofs[1]] {
      let mixed = signed.without("proof").adding("proof", .array(set))
      #expect(await Self.isNotValid(mixed, by: register))
    }
  }

  @Test(
    "one that somebody else signed is not valid, and the reason names the key and how to trust it")
  func unknownIssuer() async throws {
    let forger = IssuerIdentity(Sample.key("Forger."), named: "key-1", web: nil)
    let forged = try Sample.certificate(issuer: forger.did).signed(
      with: forger.key, verificationMethod: forger.verificationMethod)
    guard case .notValid(let reason) = await Sample.outcome(of: forged) else {
      Issue.record("a forged certificate is not valid")
      return
    }
    #expect(reason.contains(forger.did) && reason.contains("--issuer"))
    // A forger who names the trusted issuer does not have its key.
    let named = try Sample.certificate().signed(
      with: forger.key, verificationMethod: Sample.issuer.verificationMethod)
    #expect(await Self.isNotValid(named))
  }

  @Test("nobody is trusted unless somebody is named")
  func nobodyTrusted() async throws {
    #expect(await Self.isNotValid(try Sample.signed(), by: IssuerRegister()))
  }

  @Test("one of a retired key holds; one of a compromised key does not")
  func keyStatus() async throws {
    for (status, holds) in [(IssuerRegister.Status.retired, true), (.compromised, false)] {
      var register = Sample.register
      register.keys[0].status = status
      let outcome = await Sample.outcome(of: try Sample.signed(), by: register)
      #expect((outcome == .valid) == holds)
    }
  }

  @Test("an issuer under a site's name is found by the key's name in its register")
  func web() async throws {
    let did = "did:web:course.example.org"
    let issuer = IssuerIdentity(Sample.key(), named: "key-1", web: did)
    let signed = try Sample.certificate(issuer: did).signed(
      with: issuer.key, verificationMethod: issuer.verificationMethod)
    var register = Sample.register
    register.keys[0].name = "key-1"
    register.web = did
    #expect(await Sample.outcome(of: signed, by: register) == .valid)
    #expect(await Sample.outcome(of: signed, by: Sample.register) == .valid)
    register.web = "did:web:other.example.org"
    #expect(await Self.isNotValid(signed, by: register))
    register.web = did
    register.keys[0].name = "key-2"
    #expect(await Self.isNotValid(signed, by: register))
    // A forger's key as the name of a key is a name and no key.
    let forger = Sample.key("Forger.")
    let forged = try Sample.certificate(issuer: did).signed(
      with: forger, verificationMethod: "\(did)#\(forger.publicKey.multibase)")
    #expect(await Self.isNotValid(forged, by: Sample.register))
  }

  @Test("one that is dated in the future is not valid; a clock may be five minutes wrong")
  func future() async throws {
    let issued = try #require(Moment("2026-03-01T09:30:00Z")).seconds
    let signed = try Sample.signed()
    let early = await Sample.outcome(of: signed, now: Moment(seconds: issued - 301))
    #expect(early != .valid)
    #expect(await Sample.outcome(of: signed, now: Moment(seconds: issued - 300)) == .valid)
  }

  @Test(
    "whatever is no certificate is not valid, with a reason",
    arguments: [
      "", "{", "null", "[]", "hello", "{}", #"{"a":1}"#, "<svg></svg>", "<html>", "a.b.c", "\u{0}",
      String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
    ])
  func noCertificate(text: String) async {
    guard case .notValid(let reason) = await Sample.outcome(of: Data(text.utf8)) else {
      Issue.record("it is not valid")
      return
    }
    #expect(!reason.isEmpty && reason.utf8.count < 300)
  }

  @Test("a credential of another kind by the same issuer is not valid as a certificate")
  func otherKind() async throws {
    let list = StatusList(
      address: "https://course.example.org/status/1.json", validFrom: "2026-03-01T09:30:00Z",
      validUntil: "2026-06-01T09:30:00Z", revoked: Bitstring())
    let signed = try list.signed(
      by: Sample.issuer.did, with: Sample.issuer.key,
      verificationMethod: Sample.issuer.verificationMethod)
    #expect(await Self.isNotValid(signed))
  }

  @Test(
    "names of any script are signed in composed form and verified as they are",
    arguments: [
      "Jose\u{301} Nu\u{303}ez", "محمد علي", "山田 太郎", "👩‍👩‍👧‍👦", "<&>\"']]>", "\u{202E}evil",
      String(repeating: "x", count: 400),
    ])
  func names(name: String) async throws {
    let signed = try Sample.signed(Sample.certificate(learner: name))
    let verification = await Verifier(issuers: Sample.register, now: Sample.now) { _ in
      .failure(InvalidCertificate("offline"))
    }.verify(Data(signed.pretty.utf8))
    #expect(verification.outcome == .valid)
    let shown = try #require(verification.facts?.learner)
    #expect(Array(shown.utf8) == Array(name.precomposedStringWithCanonicalMapping.utf8))
  }

  /// Whether a document is not valid.
  private static func isNotValid(
    _ document: OrderedJSON, by register: IssuerRegister = Sample.register
  ) async -> Bool {
    if case .notValid = await Sample.outcome(of: document, by: register) { true } else { false }
  }

  /// The document with one leaf changed, for every leaf.
  private static func changedLeaves(of value: OrderedJSON) -> [OrderedJSON] {
    switch value {
    case .null: [.bool(true)]
    case .bool(let bool): [.bool(!bool), .string("\(bool)")]
    case .string(let text):
      [
        text + "x", String(text.dropLast()),
        text.uppercased() == text ? text.lowercased() : text.uppercased(),
      ]
      .filter { !$0.utf8.elementsEqual(text.utf8) }.map(OrderedJSON.string)
    case .array(let elements):
      elements.indices.flatMap { index in
        changedLeaves(of: elements[index]).map { changed in
          var elements = elements
          elements[index] = changed
          return .array(elements)
        }
      }
    case .object(let members):
      members.indices.flatMap { index in
        changedLeaves(of: members[index].value).map { changed in
          var members = members
          members[index].value = changed
          return .object(members)
        }
      }
    }
  }

  /// The document with one member or element more, less or otherwise named, for every place.
  private static func changedMembers(of value: OrderedJSON) -> [OrderedJSON] {
    var changed: [OrderedJSON] = []
    switch value {
    case .null, .bool, .string: break
    case .array(let elements):
      changed.append(.array(elements + ["x"]))
      changed.append(.array(elements + elements.prefix(1)))
      for index in elements.indices {
        var without = elements
        without.remove(at: index)
        changed.append(.array(without))
        for inner in changedMembers(of: elements[index]) {
          var elements = elements
          elements[index] = inner
          changed.append(.array(elements))
        }
      }
    case .object(let members):
      changed.append(.object(members + [.init("honours", "first class")]))
      for index in members.indices {
        var without = members
        without.remove(at: index)
        var renamed = members
        renamed[index].name += "x"
        changed += [.object(without), .object(renamed), .object(members + [members[index]])]
        for inner in changedMembers(of: members[index].value) {
          var members = members
          members[index].value = inner
          changed.append(.object(members))
        }
      }
    }
    return changed
  }
}
