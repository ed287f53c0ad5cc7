import Glibc

/// The system's programs that a ``BubblewrapJail`` is made of.
struct JailTools: Sendable {
  /// Makes the namespaces and mounts.
  let bwrap: String
  /// Sets limits.
  let prlimit: String
  /// Drops rights.
  let setpriv: String

  /// Finds them where the system keeps its programs; never on a `PATH`, which a user can change.
  init() throws(JailError) {
    bwrap = try Self.find("bwrap", package: "bubblewrap")
    prlimit = try Self.find("prlimit", package: "util-linux")
    setpriv = try Self.find("setpriv", package: "util-linux")
  }

  /// The path of one program.
  private static func find(_ name: String, package: String) throws(JailError) -> String {
    let path = "/usr/bin:/bin:/usr/sbin:/sbin:/usr/local/bin"
    if let program = ProgramSearch.find(name, in: path) { return program }
    throw JailError(
      "There is no `\(name)` on this machine. Install the package \(package) "
        + "(bash .ci/setup does on Debian and Ubuntu).")
  }

  /// Why a jail did not come up, from what its programs printed, and what the machine's owner can do.
  func remedy(for message: String) -> String {
    let words = message.split(separator: "\n").first.map(String.init) ?? "It printed nothing"
    let sentence = words.hasSuffix(".") ? words : "\(words)."
    let known = [
      ("Unknown option", "Install bubblewrap 0.8.0 or later."),
      (
        "uid map",
        "Let bubblewrap use user namespaces: on Ubuntu, an AppArmor profile for "
          + "/usr/bin/bwrap, or the setting kernel.apparmor_restrict_unprivileged_userns=0."
      ),
      (
        "RTM_NEWADDR",
        "Let bubblewrap use user namespaces: on Ubuntu, an AppArmor profile for "
          + "/usr/bin/bwrap, or the setting kernel.apparmor_restrict_unprivileged_userns=0."
      ),
      (
        "namespace",
        "Allow user namespaces (user.max_user_namespaces above 0); in a container, "
          + "give it the right to make namespaces and to mount, or run as root outside of one."
      ),
      (
        "Operation not permitted",
        "In a container, give it the rights to make namespaces and to mount (CAP_SYS_ADMIN)."
      ),
    ]
    let advice = known.first { message.contains($0.0) }?.1
    return "bubblewrap cannot make a jail on this machine: \(sentence) "
      + (advice ?? "Try the same as another user or on another machine.")
  }
}
