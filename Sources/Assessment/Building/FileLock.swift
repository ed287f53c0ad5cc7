import Glibc
import Sandbox

/// A lock on a file that other processes, and other threads, can hold too.
///
/// The operating system drops it when its holder dies, so a crash leaves nothing to clean up. Held until the value is
/// released.
final class FileLock: Sendable {
  private let descriptor: Descriptor
  private let path: String

  /// Opens the lock file, which is made if it is not there, without holding the lock.
  init(at path: String) throws(SystemError) {
    self.path = path
    descriptor = Descriptor(
      try system("open \(path)") { open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644) })
  }

  /// Waits until nobody holds the lock alone, then holds it together with others.
  func share() throws(SystemError) {
    try system("lock \(path)") { flock(descriptor.rawValue, LOCK_SH) }
  }

  /// Waits until nobody holds the lock, then holds it alone.
  func own() throws(SystemError) {
    try system("lock \(path)") { flock(descriptor.rawValue, LOCK_EX) }
  }

  /// Holds the lock alone if nobody holds it, without waiting.
  func tryToOwn() -> Bool {
    flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0
  }
}
