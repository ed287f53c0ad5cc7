import CertificateSheets
import Foundation
import TestSupport
import Testing

@Suite("A certificate as a PDF")
struct SheetPDFTests {
  /// A folder with programs that are small scripts.
  private func tools(_ programs: [String: String]) throws -> (TemporaryFolder, PDFTools) {
    let folder = try TemporaryFolder()
    for (name, script) in programs {
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: folder.file(name)))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.file(name))
    }
    return (folder, PDFTools(folders: ["", "not/absolute", folder.path]))
  }

  /// Makes a PDF with such programs.
  private func make(_ programs: [String: String]) async throws -> SheetPDF {
    let (folder, tools) = try tools(programs)
    let sheet = Samples.sheet(learner: "Ada")
    let made = try await onThread { SheetPDF.make(of: sheet, with: tools) }
    withExtendedLifetime(folder) {}
    return made
  }

  /// Copies what it is to convert, so that a test sees it.
  private static let copying =
    #"[ "$1 $2 $3" = "--format pdf --output" ] && read line < "$5" && echo "$line" > "$4""#

  @Test(
    "A machine that lacks something is told what, and what to do instead",
    arguments: [
      ([:], "librsvg2-bin"), (["rsvg-convert": "exit 0"], "Install the package fontconfig"),
      (["rsvg-convert": "exit 0", "fc-list": "exit 0"], "no fonts"),
      (["rsvg-convert": "exit 0", "fc-list": "echo DejaVu; exit 1"], "no fonts"),
      (
        ["rsvg-convert": "echo 'no such \u{1B}thing' >&2; exit 1", "fc-list": "echo DejaVu"],
        "`rsvg-convert` said: no such \\u{1B}thing."
      ), (["rsvg-convert": "kill -9 $$", "fc-list": "echo DejaVu"], "failed and said nothing"),
      (["rsvg-convert": "exit 0", "fc-list": "echo DejaVu"], "could not be made"),
    ] as [([String: String], String)])
  func missing(programs: [String: String], words: String) async throws {
    guard case .missing(let reason) = try await make(programs) else {
      Issue.record("A PDF was made of nothing.")
      return
    }
    #expect(reason.contains(words))
    #expect(reason.lowercased().contains("print the page"))
  }

  @Test(
    "Without the program that attaches, or when it fails, there is a PDF without the credential")
  func unattached() async throws {
    let first = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    var programs = ["rsvg-convert": Self.copying, "fc-list": "echo DejaVu"]
    #expect(try await make(programs) == .made(first, isCredentialAttached: false))
    programs["qpdf"] = "exit 2"
    #expect(try await make(programs) == .made(first, isCredentialAttached: false))
  }

  @Test("Programs are told the day of issue, so that the time of making is nowhere")
  func dated() async throws {
    let made = try await make([
      "fc-list": "echo DejaVu", "rsvg-convert": #"echo "$SOURCE_DATE_EPOCH $LC_ALL" > "$4""#,
    ])
    #expect(made == .made(Array("1795132800 C.UTF-8\n".utf8), isCredentialAttached: false))
  }
}
