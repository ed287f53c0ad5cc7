import Arguments
import Testing

/// Mistakes of a tool's programmer.
@Suite("Declarations that cannot work")
struct DeclarationTests {
  @Test("A command that takes two arguments spelled alike traps when declared")
  func alike() async {
    await #expect(processExitsWith: .failure) {
      _ = Command<Int>(
        "tool", abstract: "", arguments: [Flag("verbose", short: "v", help: "")],
        subcommands: [
          Command("sub", abstract: "", arguments: [Flag("vary", short: "v", help: "")]) { _ in 0 }
        ])
    }
  }

  @Test("A command with an argument named help traps when declared")
  func help() async {
    await #expect(processExitsWith: .failure) {
      _ = Command<Int>("tool", abstract: "", arguments: [Flag("help", help: "")]) { _ in 0 }
    }
  }

  @Test("Two subcommands of one name trap when declared")
  func twins() async {
    await #expect(processExitsWith: .failure) {
      let twin = Command<Int>("sub", abstract: "") { _ in 0 }
      _ = Command<Int>("tool", abstract: "", subcommands: [twin, twin])
    }
  }

  @Test("An argument whose name holds an equals sign traps when declared")
  func unwritable() async {
    await #expect(processExitsWith: .failure) { _ = Flag("a=b", help: "") }
  }

  @Test("Reading an argument that the command does not declare traps")
  func undeclared() async {
    await #expect(processExitsWith: .failure) {
      let tool = Command<Bool>("tool", abstract: "") { $0[SampleTool.verbose] }
      _ = try? tool.parse([])
    }
  }
}
