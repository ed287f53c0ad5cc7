import Foundation
import Markup
import Sandbox

/// A certificate as a PDF of one sheet of A4, or why there is none.
///
/// It is made by `rsvg-convert` from the drawing, with the text as text. **It is never needed**: the page prints as
/// the same sheet. With the same programs and fonts, the same sheet gives the same bytes.
package enum SheetPDF: Hashable, Sendable {
  /// The file's bytes, and whether the credential is attached to it, which takes `qpdf`.
  case made([UInt8], isCredentialAttached: Bool)
  /// There is none; sentences say why and what to do.
  case missing(reason: String)

  /// Makes it, with what programs there are.
  package static func make(of sheet: CertificateSheet, with tools: PDFTools = PDFTools())
    -> SheetPDF
  {
    guard let converter = tools.find("rsvg-convert") else {
      return .missing(
        reason:
          "There is no `rsvg-convert` on this machine. Install the package librsvg2-bin, or print the page."
      )
    }
    guard let fontLister = tools.find("fc-list") else {
      return .missing(
        reason: "There is no `fc-list` on this machine, so nobody knows whether it has fonts. "
          + "Install the package fontconfig, or print the page.")
    }
    do {
      return try make(of: sheet, converter: converter, fontLister: fontLister, tools: tools)
    } catch {
      return .missing(
        reason: "The PDF could not be made: \(error.localizedDescription). Print the page instead.")
    }
  }

  /// Makes it in a folder of its own.
  private static func make(
    of sheet: CertificateSheet, converter: String, fontLister: String, tools: PDFTools
  ) throws -> SheetPDF {
    let epoch = epoch(of: sheet.date)
    // Without fonts the converter draws boxes, and says that all went well.
    let fonts = try tools.run(fontLister, ["--format", "%{family}\n"], epoch: epoch)
    guard fonts.succeeded || fonts.ending == .printedTooMuch, !fonts.output.isEmpty else {
      return .missing(
        reason:
          "This machine has no fonts, so the text would be boxes. Install the package fonts-dejavu-core, "
          + "better also fonts-ebgaramond and fonts-noto-core, or print the page.")
    }
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString)")
    try files.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? files.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }

    try Data(sheet.svg().utf8).write(to: folder.appending(path: "sheet.svg"))
    let drawn = try tools.run(
      converter, ["--format", "pdf", "--output", path("drawn.pdf"), path("sheet.svg")], epoch: epoch
    )
    guard drawn.succeeded else { return .missing(reason: failure(of: "rsvg-convert", drawn)) }
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "drawn.pdf")))

    guard let attacher = tools.find("qpdf") else {
      return .made(bytes, isCredentialAttached: false)
    }
    try Data(sheet.document.utf8).write(to: folder.appending(path: "certificate.json"))
    let moment = "D:\(sheet.date.filter(\.isASCII).filter(\.isNumber).prefix(8))000000Z"
    let attached = try tools.run(
      attacher,
      [
        path("drawn.pdf"), "--deterministic-id", "--add-attachment", path("certificate.json"),
        "--mimetype=application/vc", "--creationdate=\(moment)", "--moddate=\(moment)", "--",
        path("attached.pdf"),
      ], epoch: epoch)
    guard attached.succeeded else { return .made(bytes, isCredentialAttached: false) }
    return .made(
      [UInt8](try Data(contentsOf: folder.appending(path: "attached.pdf"))),
      isCredentialAttached: true)
  }

  /// How a program failed.
  private static func failure(of program: String, _ run: CapturedRun) -> String {
    let words = String(decoding: run.error, as: UTF8.self).split(separator: "\n").first.map(
      String.init)
    let how =
      switch run.ending {
      case .timedOut: "took too long"
      case .printedTooMuch: "printed too much"
      case .ended: words.map { "said: \($0.shown)" } ?? "failed and said nothing"
      }
    return "The PDF could not be made: `\(program)` \(how). Print the page instead."
  }

  /// The beginning of the day of issue, in seconds since 1970; 0 if it is no date.
  private static func epoch(of date: String) -> Int {
    guard let day = try? Date("\(date)T00:00:00Z", strategy: .iso8601) else { return 0 }
    return Int(day.timeIntervalSince1970)
  }
}
