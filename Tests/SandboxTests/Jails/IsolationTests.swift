import Grading
import Sandbox
import Testing

@Suite("Isolation is what its name says")
struct IsolationTests {
  @Test("Every level has a jail that reaches it and works here", arguments: Isolation.allCases)
  func jails(isolation: Isolation) throws {
    let jail = try isolation.jail()
    #expect(jail.isolation == isolation)
    #expect(Isolation(rawValue: isolation.rawValue) == isolation)
    try jail.probe()
  }

  @Test("Levels are ordered from the weakest on")
  func order() {
    #expect(Isolation.allCases == Isolation.allCases.sorted())
    #expect(Isolation.unconfined < .bubblewrap)
    #expect(!(Isolation.bubblewrap < .unconfined))
    #expect(!(Isolation.bubblewrap < .bubblewrap))
  }

  @Test("Without a jail, a program runs as it was specified")
  func none() throws {
    let program = ProcessSpecification(
      executable: "/bin/true", arguments: ["a"], environment: ["B": "c"], workingDirectory: "/",
      limits: ProcessLimits(processorSeconds: 1, memoryMegabytes: 2, fileMegabytes: 3))
    let confined = try NoJail().confining(program, to: Cell(readable: ["/x"]))
    #expect(String(reflecting: confined) == String(reflecting: program))
  }
}
