import Assessment
import Certificates
import Foundation
import Reports
import StrictJSON

/// `grader certificate verify`: needs neither gradebook nor course.
struct VerifyCommand {
  private let request: VerifyRequest

  /// Takes the request.
  init(_ request: VerifyRequest) {
    self.request = request
  }

  /// Verifies and prints.
  func run() async throws -> ExitCode {
    let terminal = Terminal()
    let issuers = try issuers()
    let data = try Self.content(of: request.file, atMost: CertificateFile.maximumSize)
    let statusList = try request.statusList.map {
      try Self.content(of: $0, atMost: OrderedJSON.maximumSize)
    }
    let isOffline = request.isOffline
    let verifier = Verifier(
      issuers: issuers, now: Moment(seconds: Int64(Date().timeIntervalSince1970))
    ) { address in
      if let statusList { return .success(statusList) }
      guard !isOffline else {
        return .failure(InvalidCertificate("nothing is fetched with --offline"))
      }
      return StatusDownload.fetch(address)
    }
    let verification = await verifier.verify(data)
    let isDrawnAsIssued = CertificateFiles.isDrawnAsIssued(data)
    switch request.format {
    case .json:
      terminal.print(json: CertificateDocument(verification, isDrawnAsIssued: isDrawnAsIssued))
    case .text:
      let style = Style(isColoured: terminal.isColoured(request.color))
      terminal.print(
        CertificateText(
          verification, isDrawnAsIssued: isDrawnAsIssued, style: style, width: terminal.width
        ).text())
    }
    switch verification.outcome {
    case .valid: return .success
    case .revoked: return .revoked
    case .statusUnknown: return .statusUnknown
    case .notValid: return .auditFailed
    }
  }

  /// The keys that are trusted: those that were named, else those of the folder of keys, if there is one.
  private func issuers() throws -> IssuerRegister {
    var register = IssuerRegister()
    if let file = request.register {
      register = try KeyFolder.register(at: file)
    } else if request.issuers.isEmpty {
      let folder = KeyFolder(KeyCommand.path(request.keys))
      do throws(KeyFolderError) { register = try folder.register() } catch {
        // No folder of keys is no fault: most verifiers have none.
        guard error.kind == .notFound, request.keys == nil else { throw error }
      }
    }
    register.keys += IssuerRegister(pinning: request.issuers).keys
    return register
  }

  /// The bytes of a file or of standard input, never more than one byte beyond a limit.
  private static func content(of path: String, atMost limit: Int) throws -> Data {
    guard path != "-" else {
      return try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
    }
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: limit + 1) ?? Data()
    else {
      throw AssessmentError(
        .input, "\(path) cannot be read. Name the file of a certificate.")
    }
    return data
  }
}
