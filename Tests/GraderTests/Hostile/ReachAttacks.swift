extension HostileSubmission {
  /// Attacks that try to reach what is none of a submission's business.
  ///
  /// `HIDDEN` stands for the path of a checkout of the course.
  static let reaching: [HostileSubmission] = [
    // Files.
    .probe(
      "reads-hidden-files",
      reaches: """
        ["HIDDEN/grading.json", "HIDDEN/Tests/FrontDeskSuite/MemoryBehaviours.swift",
         "HIDDEN/Solutions/Unit1/FrontDesk/Sources/RowDesk.swift", "/etc/passwd", "/etc/shadow",
         "/etc/hostname"].contains { text(of: $0) != nil }
          || ["HIDDEN/Tests", "HIDDEN/Solutions", "/var", "/etc/ssh", "/mnt", "/boot"]
            .contains { isListed($0) }
        """),
    .probe(
      "follows-its-own-path",
      reaches: """
        (#filePath as String).hasPrefix("/") || text(of: "../../grading.json") != nil
          || text(of: "/proc/self/root/etc/passwd") != nil || text(of: "/proc/1/root/etc/passwd") != nil
          || text(of: "/proc/self/cwd/../etc/passwd") != nil
        """),
    .probe(
      "writes-files",
      reaches: """
        ["/", "/tmp/", "/dev/", "/dev/shm/", "/proc/", "/usr/", "/usr/lib/", "/home/", "./", "HIDDEN/"]
          .contains { open($0 + "planted", O_WRONLY | O_CREAT, 0o600) >= 0 || mkdir($0 + "planted.d", 0o700) == 0 }
          || symlink("/etc", "/tmp/link") == 0 || mkfifo("/tmp/fifo", 0o600) == 0
          || open("/tmp", O_WRONLY | 0o20200000, 0o600) >= 0
        """),
    .probe(
      "overwrites-itself-and-its-libraries",
      reaches: """
        open("/proc/self/exe", O_WRONLY) >= 0 || open(ownProgram(), O_WRONLY) >= 0
          || open("/lib/x86_64-linux-gnu/libc.so.6", O_WRONLY) >= 0 || unlink(ownProgram()) == 0
          || rename(ownProgram(), "/tmp/x") == 0 || chmod(ownProgram(), 0o777) == 0
        """),
    .probe(
      "writes-kernel-settings",
      reaches: """
        ["/proc/sys/kernel/core_pattern", "/proc/sys/vm/drop_caches", "/proc/sysrq-trigger",
         "/proc/sys/kernel/domainname", "/proc/self/oom_score_adj_", "/proc/1/oom_score_adj"]
          .contains { isWritable($0) }
        """),
    .probe(
      "finds-open-files",
      reaches: """
        (Int32(3)..<1024).filter { descriptor in
          guard fcntl(descriptor, F_GETFD) >= 0 else { return false }
          let target = linkTarget("/proc/self/fd/\\(descriptor)")
          return !target.hasPrefix("anon_inode:") && !(descriptor >= 10 && target.hasPrefix("pipe:"))
        }.count > 0
        """),

    // Environment and other processes.
    .probe(
      "reads-the-environment",
      reaches: """
        (1...400).contains { number in
          ["environ", "cmdline"].contains {
            let text = text(of: "/proc/\\(number)/\\($0)") ?? ""
            return text.contains("GRADER_CANARY") || text.contains("PATH=") || text.contains("HIDDEN")
          }
        } || getenv("PATH") != nil || getenv("GRADER_CANARY") != nil
        """),
    .probe(
      "counts-other-processes",
      reaches: """
        names(in: "/proc").filter { Int($0) != nil }.count > 2
        """),
    .probe(
      "reads-the-memory-of-others",
      reaches: """
        open("/proc/1/mem", O_RDWR) >= 0 || open("/proc/\\(getppid())/mem", O_RDONLY) >= 0
          || systemCall(ptraceNumber, 16, 1) == 0 || systemCall(ptraceNumber, 16, Int(getppid())) == 0
          || systemCall(readMemoryNumber, 1, 0) >= 0
        """),
    HostileSubmission(
      "signals-everybody", .contained,
      """
      for signal in [SIGTERM, SIGKILL] { kill(-1, signal); kill(getppid(), signal); kill(1, signal) }
      exit(42)
      """),
    HostileSubmission(
      "stops-its-group", .verdict("timedOut"),
      "kill(getppid(), SIGSTOP); kill(0, SIGSTOP); while true { sleep(60) }"),

    .probe(
      "signals-its-host",
      reaches: """
        kill(getppid(), 0) == 0 || kill(1, SIGSTOP) == 0 || kill(-1, 0) == 0 || kill(-getppid(), 0) == 0
          || systemCall(tkillNumber, 1, 9) == 0 || systemCall(tgkillNumber, 1, 1, 9) == 0
          || systemCall(queueNumber, 1, 9, Int(bitPattern: note)) == 0
          || fcntl(0, F_SETOWN, 1) == 0 || fcntl(0, 10, 9) == 0
        """,
      declarations: """
        #if arch(x86_64)
          let tkillNumber = 200, tgkillNumber = 234, queueNumber = 129
        #else
          let tkillNumber = 130, tgkillNumber = 131, queueNumber = 138
        #endif
        // A siginfo_t of a signal that was queued.
        nonisolated(unsafe) let note: UnsafeMutablePointer<Int32> = {
          let note = UnsafeMutablePointer<Int32>.allocate(capacity: 32)
          note.initialize(repeating: 0, count: 32)
          note[0] = 9
          note[2] = -1
          return note
        }()
        """),
    .probe(
      "looks-into-its-host",
      reaches: """
        ["mem", "maps", "environ", "fd", "map_files", "syscall", "stack", "pagemap"].contains {
          open("/proc/1/\\($0)", O_RDONLY) >= 0
        } || !linkTarget("/proc/1/exe").isEmpty || !linkTarget("/proc/1/fd/0").isEmpty
          || systemCall(prctlNumber, 4, 1) == 0 || systemCall(limitNumber, 1, 7) == 0
          || setpriority(0, 1, 19) == 0 || setpriority(2, 0, 19) == 0
        """,
      declarations: """
        #if arch(x86_64)
          let prctlNumber = 157, limitNumber = 302
        #else
          let prctlNumber = 167, limitNumber = 261
        #endif
        """),
    .probe(
      "leaves-locks-for-other-workers",
      reaches: """
        {
          var lock = flock()
          lock.l_type = Int16(F_RDLCK)
          let file = open("/lib/x86_64-linux-gnu/libc.so.6", O_RDONLY)
          let other = file >= 0 ? file : open("/lib/aarch64-linux-gnu/libc.so.6", O_RDONLY)
          return other < 0 || flock(other, LOCK_SH) == 0 || fcntl(other, F_SETLK, &lock) == 0
            || fcntl(other, 1024, F_RDLCK) == 0
        }()
        """),

    // The network.
    .probe(
      "opens-sockets",
      reaches: """
        // Internet, internet 6, local, netlink, packet, vsock, and a pair of them.
        [2, 10, 1, 16, 17, 40, 38].contains { family in
          [1, 2, 3].contains { socket(Int32(family), Int32($0), 0) >= 0 }
        } || { var pair: [Int32] = [0, 0]; return socketpair(1, 1, 0, &pair) == 0 }()
        """),

    // Rights.
    .probe(
      "gains-rights",
      reaches: """
        geteuid() == 0 || getegid() == 0 || setuid(0) == 0 || setgid(0) == 0
          || status("CapEff:") != "0000000000000000" || status("CapBnd:") != "0000000000000000"
          || status("NoNewPrivs:") != "1" || status("Seccomp:") != "2"
        """),
    .probe(
      "raises-limits",
      reaches: """
        // Processor time, file size, core size, processes, open files, locked memory, address space, message queues.
        [0, 1, 4, 6, 7, 8, 9, 12 as Int32].contains {
          var limit = rlimit(rlim_cur: rlim_t.max, rlim_max: rlim_t.max)
          return setrlimit($0, &limit) == 0
        }
        """),
    .probe(
      "makes-forbidden-calls",
      reaches: "forbidden.contains { systemCall($0) >= 0 }",
      declarations: """
        // unshare, setns, mount, umount2, pivot_root, chroot, bpf, perf_event_open, userfaultfd, keyctl, add_key,
        // request_key, memfd_create, io_uring_setup, process_vm_writev, pidfd_open, pidfd_getfd, personality, kcmp,
        // init_module, kexec_load, swapon, reboot, settimeofday, clock_settime, adjtimex, sethostname, acct, quotactl,
        // open_by_handle_at, name_to_handle_at, fanotify_init, shmget, msgget, semget, mq_open, landlock_create_ruleset,
        // seccomp, memfd_secret, open_tree, fsopen.
        #if arch(x86_64)
          let forbidden = [
            272, 308, 165, 166, 155, 161, 321, 298, 323, 250, 248, 249, 319, 425, 311, 434, 438, 135, 312,
            175, 246, 167, 169, 164, 227, 159, 170, 163, 179, 304, 303, 300, 29, 68, 64, 240, 444,
            317, 447, 428, 430,
          ]
        #else
          let forbidden = [
            97, 268, 40, 39, 41, 51, 280, 241, 282, 219, 217, 218, 279, 425, 271, 434, 438, 92, 272,
            105, 104, 224, 142, 170, 112, 171, 161, 89, 60, 265, 264, 262, 194, 186, 190, 180, 444,
            277, 447, 428, 430,
          ]
        #endif
        """),
    .probe(
      "types-into-the-terminal",
      reaches: """
        // TIOCSTI and TIOCLINUX.
        (0..<3).contains { stream in
          var byte: UInt8 = 65
          return ioctl(Int32(stream), 0x5412, &byte) == 0 || ioctl(Int32(stream), 0x541C, &byte) == 0
        } || open("/dev/tty", O_RDWR) >= 0
        """),
    .probe(
      "runs-host-programs",
      reaches: """
        run("echo") == 0 || access("/bin/sh", X_OK) == 0 || access("/usr/bin/env", X_OK) == 0
          || access("/usr/bin/bash", X_OK) == 0
        """,
      declarations: "@_silgen_name(\"system\") func run(_ command: UnsafePointer<CChar>) -> Int32"),
  ]
}
