import Foundation
import StrictJSON
import Testing

@testable import Certificates

/// The golden files were not made by this project: `pyld` 3.3.0 made the linked data, with the contexts that the vocabulary
/// names, `jcs` 0.2.1 the canonical JSON, and `cryptography` 50.0.2 the signatures, with the seed of ``Sample``.
@Suite("Certificates against what other programs made")
struct GoldenTests {
  private static let learner = "Zoë \"O\\'Neill\" <&>]]> 山田 👩‍💻"
  private static let certificate = Sample.certificate(
    learner: learner, status: .init(list: "https://course.example.org/status/1.json", index: 73_912)
  )

  @Test("the linked data of a certificate is the same line by line")
  func linkedData() throws {
    let quads = try CanonicalQuads.text(
      of: Self.certificate.document.without("@context"), as: .badge)
    #expect(quads == String(decoding: try Self.golden("certificate.nq"), as: UTF8.self))
  }

  @Test("a signed certificate is the same byte for byte, both signatures included")
  func signed() throws {
    #expect(
      Data(try Sample.signed(Self.certificate).pretty.utf8) == (try Self.golden("certificate.json"))
    )
  }

  @Test("a certificate that others signed verifies")
  func verified() async throws {
    #expect(
      await Sample.outcome(of: try Self.golden("certificate.json")) == .statusUnknown("offline"))
  }

  /// A golden file.
  private static func golden(_ name: String) throws -> Data {
    try Data(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden/\(name)"))
  }
}
