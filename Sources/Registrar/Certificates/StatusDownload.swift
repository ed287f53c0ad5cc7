import Certificates
import Foundation
import Sandbox

/// Fetches a status list with the system's `curl`, within limits and by https only.
enum StatusDownload {
  /// Fetches what is at an address, or says why not.
  static func fetch(_ address: String) -> Result<Data, InvalidCertificate> {
    guard address.hasPrefix("https://"), address.utf8.count <= 2_000 else {
      return .failure(InvalidCertificate("the status list is not at an address of https"))
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    guard let curl = ProgramSearch.find("curl", in: path) else {
      return .failure(
        InvalidCertificate("there is no curl on this machine; give a copy with --status-list"))
    }
    let run: CapturedRun
    do throws(SystemError) {
      run = try CapturedRun.run(
        ProcessSpecification(
          executable: curl,
          arguments: [
            // First: whatever a file of the user's says about curl is not said here.
            "--disable", "--silent", "--show-error", "--fail", "--proto", "=https", "--location",
            "--max-redirs", "3", "--max-time", "15", "--max-filesize", "1000000", "--url", address,
          ],
          environment: proxies()),
        seconds: 20, byteLimit: 1_000_000, errorLimit: 10_000)
    } catch { return .failure(InvalidCertificate("curl cannot be started: \(error)")) }
    guard run.succeeded else {
      let words =
        String(decoding: run.error, as: UTF8.self)
        .split(whereSeparator: \.isNewline).first.map { " (\($0))" } ?? ""
      return .failure(InvalidCertificate("the status list cannot be fetched\(words)"))
    }
    return .success(Data(run.output))
  }

  /// What of the environment says how to reach the network.
  private static func proxies() -> [String: String] {
    ProcessInfo.processInfo.environment.filter { name, _ in
      ["https_proxy", "no_proxy", "all_proxy"].contains(name.lowercased())
    }
  }
}
