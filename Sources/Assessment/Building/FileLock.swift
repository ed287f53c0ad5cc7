import Glibc
import Sandbox

/// Runs a body while no other process, and no other thread, holds the same lock file.
///
/// The operating system drops the lock when its holder dies, so a crash leaves nothing to clean up.
func withFileLock<Result>(at path: String, _ body: () throws -> Result) throws -> Result {
  let descriptor = Descriptor(
    try system("open \(path)") { open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644) })
  try system("lock \(path)") { flock(descriptor.rawValue, LOCK_EX) }
  defer { descriptor.closeNow() }
  return try body()
}
