extension HostileSubmission {
  /// Attacks on what the suite hears, and on the language that the submission is written in.
  static let forging: [HostileSubmission] = [
    HostileSubmission(
      "exits-before-main", .everyVerdict("exited"),
      declarations: """
        func leave() { exit(0) }
        @section(".init_array") @used private let early: @convention(c) () -> Void = { leave() }
        """),
    HostileSubmission(
      "prints-before-main", .everyVerdict("exited"),
      declarations: """
        func leave() { print("PASS"); exit(0) }
        @section(".init_array") @used private let early: @convention(c) () -> Void = { leave() }
        """),
    HostileSubmission("exits-with-success", .verdict("exited"), "exit(0)"),
    HostileSubmission(
      "exits-when-told-to-end", .fullMarks, "atexit { _exit(0) }; COUNTS"),
    HostileSubmission(
      "answers-calls-that-were-never-made", .verdict("brokeProtocol"),
      "for id in 1...99 { forge(#\"{\"v\":1,\"id\":\\(id),\"reply\":{\"count\":{\"_0\":1}}}\"#) }; COUNTS"
    ),
    HostileSubmission(
      "answers-twice", .verdict("brokeProtocol"),
      """
      for id in 1...40 { forge(#"{"v":1,"id":\\(id),"reply":null}"#) }
      while true { sleep(60) }
      """),
    HostileSubmission(
      "reports-a-pass", .verdict("brokeProtocol"),
      "forge(#\"{\"finished\":{\"_0\":{\"verdict\":{\"passed\":{}}}}}\"#); COUNTS"),
    HostileSubmission(
      "calls-what-nobody-serves", .verdict("brokeProtocol"),
      "forge(#\"{\"v\":1,\"id\":1,\"call\":\"log.append\",\"body\":{\"log\":0,\"record\":[]}}\"#); COUNTS"
    ),
    HostileSubmission(
      "speaks-another-version", .verdict("brokeProtocol"),
      "forge(#\"{\"v\":2,\"id\":1,\"reply\":null}\"#); COUNTS"),
    HostileSubmission(
      "nests-deeper-than-a-decoder", .verdict("brokeProtocol"),
      "forge(String(repeating: \"[\", count: 200_000)); COUNTS"),
    HostileSubmission(
      "announces-four-gigabytes", .verdict("brokeProtocol"),
      "forge(\"\", announcing: UInt32.max); while true { sleep(60) }"),
    HostileSubmission(
      "announces-and-falls-silent", .verdict("timedOut"),
      "forge(\"{\", announcing: 1_000); while true { sleep(60) }"),
    HostileSubmission(
      "closes-the-pipe", .verdict("brokeProtocol"),
      "for descriptor in Int32(0)..<64 { close(descriptor) }; while true { sleep(60) }"),
    HostileSubmission(
      "says-all-is-equal", .loses(["B10", "example.poorTests"]), "return .count(-limit - 7)",
      declarations: """
        func == (a: DeskAnswer, b: DeskAnswer) -> Bool { true }
        func != (a: DeskAnswer, b: DeskAnswer) -> Bool { false }
        func == (a: Int, b: Int) -> Bool { true }
        func ~= (a: Int, b: Int) -> Bool { true }
        """),
    HostileSubmission(
      "takes-the-names-of-others", .fullMarks,
      declarations: """
        struct Array {}
        struct Task {}
        struct String_ {}
        enum EventStore {}
        enum Worker { static func serve(_ all: Any...) { exit(0) } }
        enum WorkerRuntime { enum Worker { static func serve(_ all: Any...) { exit(0) } } }
        enum SeedVault {}
        enum Swift_ {}
        struct Frame {}
        struct SuiteConnection {}
        """),
    HostileSubmission(
      "brings-its-own-main", .notBuilt("'main' attribute can only apply to one type"),
      declarations: "@main enum Mine { static func main() { exit(0) } }"),
    HostileSubmission(
      "brings-the-symbol-main", .fullMarks,
      declarations: "@_cdecl(\"main\") public func mine() -> Int32 { _exit(0) }"),
    HostileSubmission(
      "brings-the-symbol-of-our-entry", .notBuilt("GraderEntryPoint_main"),
      declarations: "@_cdecl(\"GraderEntryPoint_main\") public func mine() -> Int32 { _exit(0) }"),
    HostileSubmission(
      "replaces-write", .fullMarks,
      declarations: """
        @_cdecl("write") public func mine(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
          _exit(0)
        }
        """),
  ]
}
