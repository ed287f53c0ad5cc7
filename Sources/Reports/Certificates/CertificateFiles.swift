import CertificateSheets
package import Certificates
package import Foundation
package import Gradebook
import StrictJSON

/// The files that are handed out with a certificate.
package struct CertificateFiles: Sendable {
  /// The content of each file, by name, in the order in which people are told of them.
  package let files: [(name: String, content: Data)]
  /// Why there is no PDF, if so, in sentences.
  package let missingPDF: String?

  /// Makes the files of a certificate that was issued.
  ///
  /// **Nothing is signed and nothing decided here**: the same certificate gives the same files, the PDF apart, which
  /// depends on the fonts of the machine.
  ///
  /// - Throws: ``InvalidCertificate`` if what is recorded is none.
  package init(_ papers: CertificateEvent.Papers) throws(InvalidCertificate) {
    let sheet = try Self.sheet(of: papers.document, paper: papers.paper)
    var files = [
      ("certificate.json", Data(papers.document.utf8)), ("certificate.svg", Data(sheet.svg().utf8)),
      ("certificate.html", Data(sheet.html().utf8)),
      ("grading-record.json", Data(papers.record.utf8)),
    ]
    switch SheetPDF.make(of: sheet) {
    case .made(let bytes, isCredentialAttached: _):
      files.append(("certificate.pdf", Data(bytes)))
      missingPDF = nil
    case .missing(let reason): missingPDF = reason
    }
    self.files = files
  }

  /// Whether a drawing or a page is, byte for byte, what this grader makes of the credential in it.
  ///
  /// A credential may be genuine and what is drawn around it not.
  ///
  /// - Returns: `nil` for a file that draws nothing.
  package static func isDrawnAsIssued(_ file: Data) -> Bool? {
    guard file.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "<") else {
      return nil
    }
    guard case .credential(let signed) = try? CertificateFile(file),
      let paper = paper(in: file), let sheet = try? sheet(of: signed.pretty, paper: paper)
    else { return false }
    return file == Data(sheet.svg().utf8) || file == Data(sheet.html().utf8)
  }

  /// What the code in a drawing says, as the drawing has it in words.
  private static func paper(in file: Data) -> String? {
    guard let start = file.range(of: Data("<metadata id=\"paper\">".utf8))?.upperBound,
      let end = file[start...].range(of: Data("</metadata>".utf8))?.lowerBound
    else { return nil }
    return String(decoding: file[start..<end], as: UTF8.self).replacing("&amp;", with: "&")
  }

  /// What is printed of a certificate.
  private static func sheet(
    of document: String, paper: String
  ) throws(InvalidCertificate) -> CertificateSheet {
    guard case .credential(let signed) = try CertificateFile(Data(document.utf8)) else {
      throw InvalidCertificate("it is no credential")
    }
    let certificate = try CompletionCertificate(signed.without("proof"))
    let (_, key) = try PaperProof.read(paper)
    return CertificateSheet(certificate, key: key, document: document, paper: paper)
  }
}
