import Certificates
import Foundation
import StrictJSON
import Testing

@Suite("Finding the certificate in a file")
struct CertificateFileTests {
  @Test("it is found in a drawing and in a page, and verified there")
  func embedded() async throws {
    let json = try Sample.signed().pretty
    #expect(await Sample.outcome(of: Data(Self.svg(json).utf8)) == .valid)
    #expect(await Sample.outcome(of: Data(Self.html(json).utf8)) == .valid)
    #expect(await Sample.outcome(of: Data((Self.html(json) + Self.svg(json)).utf8)) == .valid)
  }

  @Test("a file with two credentials that differ is not valid")
  func ambiguous() async throws {
    let one = try Sample.signed().pretty
    let other = try Sample.signed(Sample.certificate(learner: "Bob")).pretty
    for file in [Self.svg(one) + Self.svg(other), Self.html(one) + Self.svg(other)] {
      #expect(await Sample.outcome(of: Data(file.utf8)) != .valid)
    }
  }

  @Test("a credential that is cut off is not valid")
  func cutOff() async throws {
    let file = Self.svg(try Sample.signed().pretty)
    for length in stride(from: 0, to: file.utf8.count - 40, by: 97) {
      #expect(await Sample.outcome(of: Data(file.utf8.prefix(length))) != .valid)
    }
  }

  @Test("a file of a hundred megabytes is not valid")
  func huge() async {
    let outcome = await Sample.outcome(of: Data(repeating: UInt8(ascii: "<"), count: 100_000_000))
    guard case .notValid(let reason) = outcome else {
      Issue.record("it is not valid")
      return
    }
    #expect(reason.contains("longer"))
  }

  @Test("a file that is full of beginnings is refused in no time")
  func beginnings() async {
    let start = "<openbadges:credential><![CDATA["
    let file = String(repeating: start, count: 100_000) + "]]></openbadges:credential>"
    #expect(await Sample.outcome(of: Data(file.utf8)) != .valid)
  }

  private static func svg(_ json: String) -> String {
    "<?xml version=\"1.0\"?><svg><openbadges:credential><![CDATA[\(json)]]></openbadges:credential></svg>"
  }

  private static func html(_ json: String) -> String {
    "<!DOCTYPE html><script type=\"application/ld+json\" id=\"credential\">\(json)</script>"
  }
}
