import Foundation
import Glibc
import Sandbox
import Synchronization
import Testing

@Suite("A child process is ended once, by anybody", .timeLimit(.minutes(10)))
struct ChildProcessTests {
  /// Starts a shell script without input, whose output goes nowhere.
  private func start(_ script: String) throws -> ChildProcess {
    let null = try Descriptor.null()
    let nowhere = try StreamPipe()
    return try ChildProcess(
      starting: .shell(script), input: null, output: nowhere.writing, error: nowhere.writing)
  }

  @Test("Ending it again gives the same answer")
  func again() throws {
    let process = try start("sleep 300")
    let first = process.end()
    #expect(first == .signalled(9))
    for _ in 0..<5 { #expect(process.end() == first) }
  }

  @Test("Ending it from many threads at once gives every one the same answer")
  func threads() async throws {
    for _ in 0..<10 {
      let process = try start("sleep 300")
      let answers = await withTaskGroup(of: Termination.self) { group in
        for _ in 0..<16 {
          group.addTask {
            await withCheckedContinuation { waiter in
              Thread.detachNewThread { waiter.resume(returning: process.end()) }
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers == Array(repeating: .signalled(9), count: 16))
    }
  }

  @Test("A process that ended by itself keeps its own status", arguments: [0, 1, 77])
  func byItself(status: Int) throws {
    let process = try start("exit \(status)")
    #expect(process.endsByItself(within: 60_000))
    #expect(process.end() == .exited(status: status))
  }

  @Test("Looking whether it ends by itself neither ends nor reaps it")
  func looking() throws {
    let lifeline = try Lifeline()
    let process = try start("\(lifeline.hold); kill -STOP $$; exit 5")
    defer { process.end() }
    // It never ends by itself, whatever the moment.
    for milliseconds in [0, 1, 10] as [Int32] {
      #expect(!process.endsByItself(within: milliseconds))
    }
    let finished = try start("exit 5")
    for _ in 0..<3 { #expect(finished.endsByItself(within: 60_000)) }
    #expect(finished.end() == .exited(status: 5))
  }

  @Test("Its watch becomes readable when it ends, and not before")
  func watch() throws {
    let process = try start("sleep 300")
    var entry = pollfd(fd: process.endWatch, events: Int16(POLLIN), revents: 0)
    #expect(poll(&entry, 1, 0) == 0)
    process.end()
    #expect(poll(&entry, 1, 20_000) == 1)
  }

  @Test("What it started is ended with it, though it has ended itself before")
  func session() throws {
    let lifeline = try Lifeline()
    let process = try start("\(lifeline.hold); sleep 300 & exit 0")
    #expect(process.endsByItself(within: 60_000))
    #expect(lifeline.isHeld)
    #expect(process.end() == .exited(status: 0))
    #expect(lifeline.isCut)
  }
}
