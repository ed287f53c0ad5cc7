extension HostileSubmission {
  /// Attacks on the compiler and the linker, and through them.
  static let building: [HostileSubmission] = [
    HostileSubmission(
      "steers-the-linker", .notBuilt("discarded section"),
      declarations: section(
        "swift1_autolink_entries",
        "-Wl,--format=binary -Wl,HIDDEN/grading.json -Wl,--format=default -lnothing")),
    HostileSubmission(
      "steers-the-linker-by-deplibs", .contained, "exit(42)",
      declarations: section("deplibs", "/no/such/library.so")),
    HostileSubmission(
      "steers-the-linker-by-options", .contained, "exit(42)",
      declarations: section("linker-options", "lib\\0/no/such/library.so")),
    HostileSubmission(
      "quotes-a-hidden-file", .notBuilt("bad.swift"),
      declarations: """
        #sourceLocation(file: "HIDDEN/grading.json", line: 1)
        let wrong: Int = "text"
        #sourceLocation()
        """,
      files: ["bad.swift": "let alsoWrong: Int = \"text\"\n"]),
    HostileSubmission(
      "names-a-plugin", .notBuilt("macro"),
      declarations: """
        @freestanding(expression) macro leak() -> Int = #externalMacro(module: "../../../tmp/evil", type: "Leak")
        let leaked = #leak
        """),
    HostileSubmission(
      "imports-the-tests", .notBuilt("FrontDeskSuite"),
      declarations: "@testable import FrontDeskSuite"),
    HostileSubmission(
      "imports-the-compiler", .notBuilt("SwiftSyntax"), declarations: "import SwiftSyntax"),
    HostileSubmission(
      "nests-brackets", .notBuilt(""),
      declarations: "let deep = " + String(repeating: "[", count: 30_000)),
    HostileSubmission(
      "types-an-endless-sum", .notBuilt("took longer"),
      declarations: "let sum = "
        + (0..<8_000).map { "[\($0)].map { $0 + 1 }[0]" }.joined(separator: " + ")),
    HostileSubmission(
      "puzzles-the-type-checker", .notBuilt(""),
      declarations: """
        let puzzle = [1, 2.0, -3, 4].map { -$0 + 1 / 2 - $0 * 3 }.map { ($0 + 1, -$0 * 2, 3 - $0 / 4) }
          .filter { $0.0 * 2 - -$0.1 + 1 / $0.2 > 3 - 1.5 * $0.0 + -2 }.reduce(0) { $0 + $1.0 - -$1.1 * 2 / 3 + 4 } + "1"
        """),
    HostileSubmission(
      "makes-twelve-thousand-errors", .notBuilt("1 MiB"),
      declarations: (0..<12_000).map { "let e\($0): Int = \"\"" }.joined(separator: "\n")),
    HostileSubmission(
      "is-one-huge-literal", .refused("KiB"),
      declarations: "let huge = [" + String(repeating: "1,", count: 200_000) + "]"),
    HostileSubmission(
      "calls-a-missing-function", .notBuilt("do not link"), "missing(); exit(99)",
      declarations: "@_silgen_name(\"no_such_function\") func missing()"),
    HostileSubmission(
      "is-named-like-an-option", .refused("-v.swift"), files: ["-v.swift": "let x = 1\n"]),
    HostileSubmission(
      "is-named-like-a-response-file", .refused("@main.swift"),
      files: ["@main.swift": "let x = 1\n"]),
    HostileSubmission(
      "brings-a-library", .refused("evil.so"), files: ["evil.so": "\u{7F}ELF"]),
    HostileSubmission(
      "brings-a-module-map", .refused("module.modulemap"),
      files: ["module.modulemap": "module Evil { header \"/etc/passwd\" export * }\n"]),
    HostileSubmission(
      "brings-c-code", .refused("evil.c"), files: ["evil.c": "int main(void) { return 0; }\n"]),
  ]

  /// A declaration that puts text into a section of the object file.
  private static func section(_ name: String, _ text: String) -> String {
    let bytes = text.utf8.map(String.init) + ["0"]
    let type = "(" + bytes.map { _ in "UInt8" }.joined(separator: ", ") + ")"
    return
      "@section(\".\(name)\") @used private let planted: \(type) = (\(bytes.joined(separator: ", ")))"
  }
}
