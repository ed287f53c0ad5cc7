import FoundationEssentials
import Glibc
import Grading
import Synchronization

/// Where a suite process writes its records, one JSON text a line.
final class SuiteOutput: Sendable {
  private let descriptor: Mutex<Int32>

  /// Takes the records off standard output, so that a stray print in a suite ends up in standard error.
  init(takingOverStandardOutput: Void) {
    let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    descriptor = Mutex(output)
  }

  /// Writes one record, whole and at once.
  ///
  /// A grader that is gone ends the process.
  func write(_ record: SuiteRecord) {
    guard var line = try? JSONEncoder().encode(record) else {
      preconditionFailure("records are made of plain values and always encode")
    }
    line.append(UInt8(ascii: "\n"))
    descriptor.withLock { descriptor in
      line.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
          let part = UnsafeRawBufferPointer(rebasing: rest)
          let count = Glibc.write(descriptor, part.baseAddress, part.count)
          if count < 0 && errno == EINTR { continue }
          guard count > 0 else { _exit(1) }
          rest = rest.dropFirst(count)
        }
      }
    }
  }
}
