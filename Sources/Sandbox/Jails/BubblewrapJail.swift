import CSandbox
import Glibc
package import Grading
import Synchronization

/// A jail made of Linux namespaces by the system's `bwrap`, with limits set by `prlimit` and a filter of system calls.
///
/// As an ordinary user, a user namespace gives `bwrap` the rights it needs inside. As root it needs none, so there is
/// no user namespace: `bwrap` mounts as root, which also reaches folders that nobody else may enter, and `setpriv` then
/// drops every right and becomes a user of no account before the program starts.
package struct BubblewrapJail: Jail {
  /// Where the programs it is made of are.
  private let tools: JailTools
  /// Whether this program is root.
  private let isRoot: Bool

  /// Finds the programs it takes.
  package init() throws(JailError) {
    isRoot = geteuid() == 0
    tools = try JailTools()
  }

  /// Always `bubblewrap`.
  package var isolation: Isolation { .bubblewrap }

  /// Names the programs and the way they are used.
  package var description: String {
    "Learners' code is isolated by \(tools.bwrap) with namespaces, limits and a filter of system calls, "
      + (isRoot ? "as root that gives up every right." : "as an ordinary user in a user namespace.")
  }

  /// `bwrap`, told everything through descriptors.
  ///
  /// It gets no environment and no arguments but the program's own: what `bwrap` gets as the first process of the jail
  /// can be read there.
  package func confining(
    _ program: ProcessSpecification, to cell: Cell
  ) throws(SystemError) -> ProcessSpecification {
    let status = try StreamPipe()
    try status.reading.setNonBlocking()
    // What it inherits gets the numbers 3, 4 and 5.
    var options = namespaces + ["--seccomp", "4", "--json-status-fd", "5"]
    if cell.isForHost { options.append("--as-pid-1") }
    for (name, value) in program.environment.sorted(by: { $0.key < $1.key }) {
      options += ["--setenv", name, value]
    }
    options += Mounts(cell, tools: tools).options
    options += ["--chdir", program.workingDirectory ?? "/"]
    let text: [UInt8] = options.flatMap { Array($0.utf8) + [0] }
    var confined = ProcessSpecification(
      executable: tools.bwrap,
      arguments: ["--args", "3", "--"] + droppingRights
        + (cell.isForHost ? [] : limiting(program.limits))
        + [program.executable] + program.arguments)
    let filter = cell.isForHost ? Self.hostFilter : Self.programFilter
    confined.inherited = [
      try Descriptor.memoryFile(text), try Descriptor.memoryFile(filter), status.writing,
    ]
    confined.jailStatus = status
    return confined
  }

  /// Runs `setpriv` inside to show what is left of its rights.
  package func probe() throws(JailError) {
    let program = ProcessSpecification(
      executable: tools.setpriv, arguments: ["--dump"],
      limits: ProcessLimits(processorSeconds: 10, memoryMegabytes: 512, fileMegabytes: 1))
    let run: CapturedRun
    do throws(SystemError) {
      let confined = try confining(program, to: Cell(readable: [tools.setpriv]))
      run = try CapturedRun.run(confined, seconds: 20, byteLimit: 1 << 16)
    } catch {
      throw JailError("\(error)")
    }
    let dump = String(decoding: run.output, as: UTF8.self).split(separator: "\n")
    guard run.succeeded, dump.contains("no_new_privs: 1"), !dump.contains("euid: 0") else {
      throw JailError(tools.remedy(for: String(decoding: run.error, as: UTF8.self)))
    }
  }

  // MARK: - The parts of the command

  /// What is the program's own: everything that Linux can give it.
  private var namespaces: [String] {
    let rights =
      isRoot
      ? [
        "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
        "--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID",
        "--cap-add", "CAP_SETPCAP",
      ]
      : [
        "--unshare-all", "--unshare-user", "--disable-userns", "--uid", "65534", "--gid", "65534",
      ]
    return rights + ["--die-with-parent", "--new-session", "--hostname", "jail", "--clearenv"]
  }

  /// The command that drops root's rights inside.
  private var droppingRights: [String] {
    guard isRoot else { return [] }
    let user = String(Self.nextUser())
    return [
      tools.setpriv, "--reuid", user, "--regid", user, "--clear-groups", "--bounding-set=-all",
      "--inh-caps=-all", "--no-new-privs", "--",
    ]
  }

  /// The command that sets the limits inside, where those on processes count the jail's own only.
  private func limiting(_ limits: ProcessLimits) -> [String] {
    [tools.prlimit, "--core=0", "--memlock=0", "--msgqueue=0", "--nofile=256", "--nproc=64"]
      + limits.options + ["--"]
  }

  /// A user without an account, another one each time, so that jails cannot count or signal each other's processes.
  ///
  /// From the range that systemd hands out to services for as long as they run.
  private static func nextUser() -> Int {
    61_184 + (Int(getpid()) * 61 + lastUser.wrappingAdd(1, ordering: .relaxed).newValue) % 4_000
  }
  private static let lastUser = Atomic<Int>(0)

  /// The filters of system calls.
  private static let programFilter = systemCallFilter(CSANDBOX_PROGRAM)
  private static let hostFilter = systemCallFilter(CSANDBOX_HOST)
}
