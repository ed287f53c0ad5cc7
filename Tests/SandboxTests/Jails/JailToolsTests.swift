import Testing

@testable import Sandbox

@Suite("A machine that cannot jail is told why and what to do")
struct JailToolsTests {
  @Test(
    "What bubblewrap says is quoted, and answered with the remedy for it",
    arguments: [
      ("bwrap: Unknown option --disable-userns", "Install bubblewrap 0.8.0 or later."),
      ("bwrap: setting up uid map: Permission denied", "AppArmor"),
      ("bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted", "AppArmor"),
      (
        "bwrap: No permissions to create new namespace, likely because the kernel does not allow it.",
        "Allow user namespaces"
      ),
      ("bwrap: Creating new namespace failed: nesting depth exceeded (ENOSPC)", "user.max_user"),
      ("bwrap: Can't mount proc on /newroot/proc: Operation not permitted", "CAP_SYS_ADMIN"),
      ("", "Try the same as another user or on another machine."),
    ])
  func remedies(message: String, remedy: String) throws {
    let sentence = try JailTools().remedy(for: message)
    #expect(sentence.hasPrefix("bubblewrap cannot make a jail on this machine: "))
    #expect(sentence.contains(message.isEmpty ? "It printed nothing" : message))
    #expect(sentence.contains(remedy))
  }
}
