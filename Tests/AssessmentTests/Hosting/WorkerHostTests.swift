import Foundation
import Grading
import Sandbox
import TestSupport
import Testing

@testable import Assessment

@Suite("A host starts workers that know nothing of each other", .timeLimit(.minutes(10)))
struct WorkerHostTests {
  @Test("How a worker ended is told exactly", arguments: Isolation.allCases)
  func endings(isolation: Isolation) async throws {
    try await onThread {
      let library = try HostedLibrary(
        """
        switch words[0] {
        case "exit": return Int32(words[1])!
        case "trap": return [Int32]()[words.count]
        case "deep": return deeper(1)
        case "loop": while true {}
        default:
          kill(getpid(), Int32(words[1])!)
          return 99
        }
        """, declarations: "func deeper(_ n: Int32) -> Int32 { deeper(n + 1) + n }",
        under: isolation)
      let host = try library.host()
      defer { host.end() }
      for status in [0, 1, 42, 128, 132, 255] {
        let ending = try library.run("exit", "\(status)", on: host)
        #expect(ending.termination == .exited(status: status))
      }
      for signal in [SIGKILL, SIGTERM, SIGSEGV, SIGABRT, SIGILL] {
        let ending = try library.run("signal", "\(signal)", on: host)
        #expect(ending.termination == .signalled(Int(signal)))
      }
      let trap = try library.run("trap", on: host)
      #expect(
        trap.termination == .signalled(Int(SIGILL)) || trap.termination == .signalled(Int(SIGTRAP)))
      #expect(trap.text.contains("Fatal error: Index out of range"))
      #expect(try library.run("deep", on: host).termination == .signalled(Int(SIGSEGV)))
      #expect(try library.run("loop", on: host).termination == .signalled(Int(SIGXCPU)))
    }
  }

  @Test(
    "A worker finds everything as its host was started, whatever the one before it did",
    arguments: Isolation.allCases)
  func freshness(isolation: Isolation) async throws {
    try await onThread {
      let library = try HostedLibrary(
        """
        var signals: [String] = []
        for number in 1..<32 where number != SIGKILL && number != SIGSTOP {
          var action = sigaction()
          sigaction(Int32(number), nil, &action)
          if action.__sigaction_handler.sa_handler != nil { signals.append("\\(number)") }
        }
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(7), &limit)
        let descriptors = (0..<256).filter { fcntl(Int32($0), F_GETFD) >= 0 }
        let folder = FileManager.default.currentDirectoryPath
        let oldMask = umask(0o77)
        say(
          calls, signals, getenv("PLANTED") == nil, folder, oldMask, limit.rlim_cur, descriptors,
          getpriority(0, 0), early)
        calls += 1
        early = 7
        setenv("PLANTED", "1", 1)
        for number in 1..<32 { signal(Int32(number), SIG_IGN) }
        chdir("/usr")
        limit.rlim_cur = 20
        setrlimit(__rlimit_resource_t(7), &limit)
        setpriority(0, 0, 5)
        for _ in 0..<5 { _ = open("/dev/null", O_RDONLY) }
        for _ in 0..<10 { Thread.detachNewThread { while true { sleep(60) } } }
        return 0
        """, declarations: "nonisolated(unsafe) var calls = 0\nnonisolated(unsafe) var early = 1",
        under: isolation)
      let host = try library.host()
      defer { host.end() }
      let first = try library.run("", on: host)
      #expect(first.termination == .exited(status: 0))
      #expect(first.text.hasPrefix("0 [] true /"), "\(first.text)")
      #expect(first.text.contains("[0, 1, 2, 10, 11] 0 1\n"), "\(first.text)")
      for _ in 0..<3 { #expect(try library.run("", on: host) == first) }
    }
  }

  @Test("Nothing of a submission runs in its host", arguments: Isolation.allCases)
  func strangers(isolation: Isolation) async throws {
    try await onThread {
      let library = try HostedLibrary(
        "say(\"main\", getppid())\nreturn 0",
        declarations: """
          func begin() { say("constructor", getppid()) }
          @section(".init_array") @used private let early: @convention(c) () -> Void = { begin() }
          """, under: isolation)
      let host = try library.host()
      let first = try library.run("", on: host)
      let lines = first.text.split(separator: "\n").map { $0.split(separator: " ") }
      #expect(lines.map(\.first) == ["constructor", "main"])
      // Both in the child of the same process, and anew in the next one.
      #expect(Set(lines.map(\.last)).count == 1)
      #expect(try library.run("", on: host) == first)
      host.end()
      #expect(host.lastWords == "")
    }
  }

  @Test("What uses up all that a worker may have costs the next one nothing")
  func bombs() async throws {
    try await onThread {
      let library = try HostedLibrary(
        """
        switch words[0] {
        case "threads":
          var count = 0
          var thread = pthread_t()
          while pthread_create(&thread, nil, { _ in while true { sleep(60) } }, nil) == 0 { count += 1 }
          say("threads \\(count)")
          while true { sleep(60) }
        case "memory":
          var blocks: [UnsafeMutableRawPointer] = []
          while let block = malloc(1 << 20) {
            memset(block, 1, 1 << 20)
            blocks.append(block)
          }
          say("memory \\(blocks.count)")
          while true { sleep(60) }
        case "files":
          var count = 0
          while open("/dev/null", O_RDONLY) >= 0 { count += 1 }
          say("files \\(count)")
          while true { sleep(60) }
        default:
          var thread = pthread_t()
          let started = (0..<16).filter { _ in
            pthread_create(&thread, nil, { _ in while true { sleep(60) } }, nil) == 0
          }
          return started.count == 16 && malloc(64 << 20) != nil ? 42 : 1
        }
        """, under: .bubblewrap, memoryMegabytes: 512)
      let host = try library.host()
      defer { host.end() }
      for (bomb, limit) in [("threads", 64), ("memory", 512), ("files", 256)] {
        let ending = try library.run(bomb, on: host, isEndedAfter: "\(bomb) ")
        #expect(ending.termination == .signalled(Int(SIGKILL)))
        let count = try #require(ending.text.split(whereSeparator: \.isWhitespace).last)
        #expect((1...limit).contains(try #require(Int(count))), "\(ending.text)")
        #expect(try library.run("work", on: host).termination == .exited(status: 42))
      }
    }
  }

  @Test("What a worker has started ends with it, though it left the worker's session")
  func daemons() async throws {
    try await onThread {
      let library = try HostedLibrary(
        """
        let child = forked()
        if child == 0 {
          setsid()
          if forked() == 0 { while true { sleep(60) } }
          say("up")
          while true { sleep(60) }
        }
        var line = ""
        while words[0] == "stay" { sleep(60) }
        _ = line.popLast()
        sleep(words[0] == "leave" ? 0 : 60)
        return child > 0 ? 99 : 42
        """, under: .unconfined)
      let host = try library.host()
      defer { host.end() }
      // Reading what they print ends when the last of them is dead.
      let left = try library.run("leave", on: host)
      #expect(left.termination == .exited(status: 99))
      let ended = try library.run("stay", on: host, isEndedAfter: "up")
      #expect(ended.termination == .signalled(Int(SIGKILL)))
      #expect(try library.run("leave", on: host).termination == .exited(status: 99))
    }
  }

  @Test("Ending a host ends its worker", arguments: Isolation.allCases)
  func endOfTheHost(isolation: Isolation) async throws {
    try await onThread {
      let library = try HostedLibrary(
        "say(\"up\")\nwhile true { sleep(60) }", under: isolation)
      let host = try library.host()
      let input = try StreamPipe()
      let output = try StreamPipe()
      let worker = try host.start(
        input: input.reading, output: output.writing, error: output.writing)
      output.writing.closeNow()
      input.writing.closeNow()
      var piece = [UInt8](repeating: 0, count: 16)
      #expect(read(output.reading.rawValue, &piece, piece.count) == 3)
      host.end()
      #expect(read(output.reading.rawValue, &piece, piece.count) == 0)
      #expect(worker.end() == .signalled(Int(SIGKILL)))
    }
  }

  @Test("Without a jail, a worker that ends its host is known to nobody")
  func endedHost() async throws {
    try await onThread {
      let library = try HostedLibrary(
        "kill(getppid(), SIGKILL)\nwhile true { sleep(60) }", under: .unconfined)
      let ending = try library.run("")
      #expect(ending.termination == .abandoned(reason: "its host ended"))
    }
  }

  @Test("A host that cannot start says why", arguments: Isolation.allCases)
  func missing(isolation: Isolation) async throws {
    try await onThread {
      let library = try HostedLibrary("return 0", under: isolation)
      var program = library.program
      program.library = "/no/such/library.so"
      let host = try WorkerHost(starting: try library.jail.confining(host: program))
      defer { host.end() }
      let pipe = try StreamPipe()
      let worker = try? host.start(
        input: pipe.reading, output: pipe.writing, error: pipe.writing)
      if let worker { #expect(worker.end() == .abandoned(reason: "its host ended")) }
      host.end()
      #expect(host.lastWords.contains(isolation == .unconfined ? "cannot be read" : "/no/such"))
    }
  }

  @Test("What cannot be loaded is the submission's own fault")
  func tooLarge() async throws {
    try await onThread {
      let library = try HostedLibrary(
        "return 0", under: .bubblewrap, memoryMegabytes: 16)
      let ending = try library.run("")
      #expect(ending.termination == .exited(status: 127))
      #expect(ending.text.contains("cannot be loaded"))
    }
  }
}
