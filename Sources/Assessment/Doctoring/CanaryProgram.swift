/// The program that makes the attacks, built and run as a submission is.
///
/// It reads the name of a ``Canary`` and what it needs to know where a submission's calls arrive, one to a line, and ends
/// itself with ``contained`` when it reached nothing.
enum CanaryProgram {
  /// The status with which it says that it reached nothing.
  static let contained = 42

  /// Its source.
  static let source = #"""
    import Glibc

    @_silgen_name("syscall") func systemCall(_ number: Int, _ a: Int, _ b: Int, _ c: Int) -> Int
    @_silgen_name("fork") func forked() -> Int32

    func text(of path: String) -> String? {
      let file = open(path, O_RDONLY)
      guard file >= 0 else { return nil }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(file, &bytes, bytes.count)
      return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
    }

    func names(in path: String) -> [String] {
      guard let folder = opendir(path) else { return [] }
      var names: [String] = []
      while let entry = readdir(folder) {
        names.append(withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
      }
      return names
    }

    func processes() -> [String] { names(in: "/proc").filter { Int($0) != nil } }

    func status(_ name: String) -> String {
      let line = (text(of: "/proc/self/status") ?? "").split(separator: "\n").first { $0.hasPrefix(name) }
      return line?.split(whereSeparator: \.isWhitespace).last.map { "\($0)" } ?? ""
    }

    func connects(to port: UInt16) -> Bool {
      let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      guard file >= 0 else { return false }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
    }

    /// Whether an attack reached anything.
    func reaches(_ attack: String, _ facts: [String]) -> Bool {
      switch attack {
      case "readsHiddenFiles":
        return facts.contains { text(of: $0) != nil || !names(in: $0).isEmpty }
      case "readsTheEnvironment":
        return processes().contains { number in
          text(of: "/proc/\(number)/environ")?.contains("\(facts[0])=") == true || getenv(facts[0]) != nil
        }
      case "seesOtherProcesses": return processes().count > 2
      case "signalsTheGrader": return kill(pid_t(facts[0])!, 0) == 0
      case "attacksItsHost":
        let host = getppid()
        #if arch(x86_64)
          let limitNumber = 302
        #else
          let limitNumber = 261
        #endif
        return kill(host, 0) == 0 || kill(host, SIGSTOP) == 0 || kill(-1, 0) == 0
          || ["mem", "environ", "maps", "fd", "syscall"].contains {
            open("/proc/\(host)/\($0)", O_RDONLY) >= 0
          }
          || systemCall(limitNumber, Int(host), 0, 0) == 0 || setpriority(0, id_t(host), 19) == 0
          || setpriority(2, 0, 19) == 0 || fcntl(0, F_SETOWN, host) == 0
      case "reachesTheNetwork":
        return connects(to: UInt16(facts[0])!) || (1...45).contains { socket($0, 3, 0) >= 0 }
      case "writesFiles":
        return (facts + ["/", "/tmp", "/dev", "/dev/shm", "/proc", "/usr", "/usr/lib", "."]).contains {
          open("\($0)/grader-canary", O_WRONLY | O_CREAT, 0o600) >= 0
        }
      case "usesOpenFiles": return (3..<1024).contains { fcntl(Int32($0), F_GETFD) >= 0 }
      case "gainsRights":
        return geteuid() == 0 || setuid(0) == 0 || status("CapEff:") != "0000000000000000"
          || status("NoNewPrivs:") != "1" || status("Seccomp:") != "2"
      case "makesForbiddenCalls":
        // unshare, mount, ptrace, bpf, keyctl, memfd_create, userfaultfd, perf_event_open, io_uring_setup,
        // personality, shmget.
        #if arch(x86_64)
          let numbers = [272, 165, 101, 321, 250, 319, 323, 298, 425, 135, 29]
        #else
          let numbers = [97, 40, 117, 280, 219, 279, 282, 241, 425, 92, 194]
        #endif
        return numbers.contains { systemCall($0, 0, 0, 0) >= 0 }
      case "forks":
        let child = forked()
        if child == 0 { _exit(0) }
        return child > 0
      case "startsThreads":
        var count = 0
        var thread = pthread_t()
        while count < 1_000, pthread_create(&thread, nil, { _ in while true { sleep(60) } }, nil) == 0 {
          count += 1
        }
        return count > 64
      case "fillsMemory":
        var count = 0
        while count < 64, mmap(nil, 1 << 28, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
          != MAP_FAILED { count += 1 }
        return count > 8
      case "runsForEver": while true {}
      case "outlives":
        let child = forked()
        if child == 0 {
          setsid()
          while true { sleep(60) }
        }
        return child > 0
      default: return true
      }
    }

    @main enum CanaryProgram {
      static func main() {
        var text: [UInt8] = []
        var byte: UInt8 = 0
        while read(10, &byte, 1) == 1 { text.append(byte) }
        close(10)
        close(11)
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
        exit(reaches(lines[0], Array(lines.dropFirst())) ? 99 : 42)
      }
    }
    """#

  /// A declaration that puts a flag for the linker where a compiler's driver would look for some.
  ///
  /// - Parameter flag: The flag.
  static func steeringTheLinker(by flag: String) -> String {
    let bytes = flag.utf8.map(String.init) + ["0"]
    let type = bytes.map { _ in "UInt8" }.joined(separator: ", ")
    return """
      @section(".swift1_autolink_entries") @used private let planted: (\(type)) = \
      (\(bytes.joined(separator: ", ")))

      """
  }
}
