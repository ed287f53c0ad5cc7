import Foundation

/// The workers on this machine.
enum WorkerProcesses {
  /// The numbers of processes that run a worker of a grading that is over.
  static func left() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }
      .filter { number in
        let program = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/\(number)/exe")
        // A worker's file is removed after its grading; the kernel then says so behind its path.
        return program.map { $0.hasSuffix("/worker (deleted)") } ?? false
      }
  }
}
