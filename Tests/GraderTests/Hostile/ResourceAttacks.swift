extension HostileSubmission {
  /// Attacks that try to use up the machine.
  static let exhausting: [HostileSubmission] = [
    .probe(
      "forks",
      reaches: """
        forked() >= 0 || spawn() == 0 || systemCall(cloneNumber, 17) >= 0 || systemCall(435, 0, 88) >= 0
        """,
      declarations: """
        func spawn() -> Int32 {
          var child = pid_t()
          var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("x"), nil]
          return posix_spawn(&child, ownProgram(), nil, nil, &arguments, nil)
        }
        """),
    .probe(
      "starts-threads-without-end",
      reaches: """
        (0..<1_000).prefix { _ in
          var thread = pthread_t()
          return pthread_create(&thread, nil, { _ in while true { sleep(60) } }, nil) == 0
        }.count > 64
        """),
    HostileSubmission(
      "fills-memory", .verdict("outOfMemory"),
      "var all: [[Int]] = []; while true { all.append([Int](unsafeUninitializedCapacity: 1 << 25) { _, _ in }) }"
    ),
    .probe(
      "fills-memory-by-mapping",
      reaches: """
        (0..<64).prefix { _ in
          let block = mmap(nil, 1 << 28, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
          return block != MAP_FAILED
        }.count > 8
        """),
    .probe(
      "hoards-pipes-and-files",
      reaches: """
        (0..<5_000).prefix { _ in open("/dev/null", O_RDONLY) >= 0 }.count > 256
        """),
    HostileSubmission(
      "overflows-the-stack", .verdict("crashed"), "return .count(deeper(limit))",
      declarations: "func deeper(_ depth: Int) -> Int { deeper(depth + 1) + 1 }"),
    HostileSubmission("loops", .verdict("timedOut"), "while true {}"),
    HostileSubmission(
      "loops-in-all-threads", .verdict("timedOut"),
      """
      for _ in 0..<40 {
        var thread = pthread_t()
        pthread_create(&thread, nil, { _ in while true {} }, nil)
      }
      while true {}
      """),
    HostileSubmission("sleeps", .verdict("timedOut"), "while true { sleep(60) }"),
    HostileSubmission(
      "ignores-signals", .verdict("timedOut"),
      "for number in 1..<65 { signal(Int32(number), SIG_IGN) }; while true { sleep(60) }"),
    HostileSubmission(
      "floods-its-output", .verdict("timedOut"),
      """
      let block = [UInt8](repeating: 65, count: 1 << 16)
      while true { write(1, block, block.count); write(2, block, block.count) }
      """),
    HostileSubmission(
      "floods-and-answers", .fullMarks,
      """
      let block = [UInt8](repeating: 27, count: 1 << 16)
      for _ in 0..<200 { write(1, block, block.count); write(2, block, block.count) }
      COUNTS
      """),
    HostileSubmission(
      "detaches-a-daemon", .contained,
      "if forked() == 0 { setsid(); while true { sleep(4711) } }; exit(42)"),
  ]
}
