import CertificateSheets
package import Certificates
package import Foundation
package import Gradebook

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
    let sheet = try Self.sheet(of: papers)
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

  /// What is printed of a certificate that was issued.
  private static func sheet(
    of papers: CertificateEvent.Papers
  ) throws(InvalidCertificate) -> CertificateSheet {
    guard case .credential(let signed) = try CertificateFile(Data(papers.document.utf8)) else {
      throw InvalidCertificate("it is no credential")
    }
    let certificate = try CompletionCertificate(signed.without("proof"))
    let (_, key) = try PaperProof.read(papers.paper)
    return CertificateSheet(
      certificate, key: key, document: papers.document, paper: papers.paper)
  }
}
