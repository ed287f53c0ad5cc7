import Sandbox
import Testing

@Suite("Isolation is what its name says")
struct IsolationTests {
  @Test("Every level has a jail that reaches it", arguments: Isolation.allCases)
  func jails(isolation: Isolation) {
    #expect(isolation.jail.isolation == isolation)
    #expect(Isolation(rawValue: isolation.rawValue) == isolation)
  }

  @Test("Without a jail, a program runs as it was specified")
  func none() {
    let program = ProcessSpecification(
      executable: "/bin/true", arguments: ["a"], environment: ["B": "c"], workingDirectory: "/",
      limits: ProcessLimits(processorSeconds: 1, memoryMegabytes: 2, fileMegabytes: 3))
    let confined = NoJail().confining(program, readable: ["/x"], writable: "/y")
    #expect(String(reflecting: confined) == String(reflecting: program))
  }
}
