import Foundation
import Sandbox
import Testing

@Suite("A captured run tells what a program did", .timeLimit(.minutes(10)))
struct CapturedRunTests {
  @Test("Both streams are kept apart, with the status", arguments: [0, 1, 3, 127, 255])
  func streams(status: Int) async throws {
    let run = try await CapturedRun.shell("echo out; echo err >&2; exit \(status)")
    #expect(run.text == "out\n")
    #expect(run.errorText == "err\n")
    #expect(run.ending == .ended(.exited(status: status)))
    #expect(run.succeeded == (status == 0))
  }

  @Test("A signal that ends the program is named", arguments: [1, 6, 9, 11, 15])
  func signals(number: Int) async throws {
    let run = try await CapturedRun.shell("ulimit -c 0; kill -\(number) $$")
    #expect(run.ending == .ended(.signalled(number)))
    #expect(!run.succeeded)
  }

  @Test("Everything is captured, though both streams hold more than a pipe does")
  func large() async throws {
    let run = try await CapturedRun.shell(
      "head -c 300000 /dev/zero >&2; head -c 700001 /dev/zero; printf end")
    #expect(run.succeeded)
    #expect(run.error.count == 300_000)
    #expect(run.output.count == 700_004)
    #expect(run.output.suffix(3) == Array("end".utf8)[...])
  }

  @Test("A program reads its input, then its end", arguments: [0, 1, 4_096, 65_536])
  func input(count: Int) async throws {
    let input = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let run = try await CapturedRun.inBackground(
      ProcessSpecification(executable: "/bin/cat"), input: input)
    #expect(run.succeeded)
    #expect(run.output == input)
  }

  @Test("Input that is kept open has no end until the run is over")
  func openInput() async throws {
    let script = "read a; echo $a; read b; echo end"
    let input = Array("first\n".utf8)
    let closed = try await CapturedRun.shell(script, input: input)
    #expect(closed.text == "first\nend\n")
    let open = try await CapturedRun.shell(
      script, input: input, keepingInputOpen: true, seconds: 5)
    #expect(open.text == "first\n")
    #expect(open.ending == .timedOut)
  }

  @Test("A program that ends without reading its input does not disturb the writer")
  func unreadInput() async throws {
    let input = [UInt8](repeating: 1, count: 60_000)
    for _ in 0..<100 {
      let run = try await CapturedRun.inBackground(
        ProcessSpecification(executable: "/bin/true"), input: input)
      #expect(run.succeeded)
    }
  }

  @Test("Arguments arrive as they are")
  func arguments() async throws {
    let arguments = [
      "", "a b", "\"", "'", "$HOME", "*", "\\", "line\nbreak", "-n", "--", "Ω🌾", "\u{1}",
    ]
    let run = try await CapturedRun.shell("printf '%s\\0' \"$@\"", arguments)
    #expect(run.text == arguments.map { $0 + "\u{0}" }.joined())
  }

  @Test(
    "Printing exactly the limit is allowed, and a byte more is too much", arguments: ["1", "2"])
  func atTheLimit(stream: String) async throws {
    for limit in [0, 1, 1_000, 65_536, 100_000] {
      let exact = try await CapturedRun.shell(
        "head -c \(limit) /dev/zero >&\(stream)", byteLimit: limit)
      #expect(exact.ending == .ended(.exited(status: 0)), "\(limit)")
      #expect(exact.output.count + exact.error.count == limit)
      let more = try await CapturedRun.shell(
        "head -c \(limit + 1) /dev/zero >&\(stream)", byteLimit: limit)
      #expect(more.ending == .printedTooMuch, "\(limit)")
      #expect(more.output.count + more.error.count == limit)
    }
  }

  @Test("A program that prints without end is ended with all that it started")
  func endless() async throws {
    let lifeline = try Lifeline()
    let run = try await CapturedRun.shell("\(lifeline.hold); yes & yes", byteLimit: 200_000)
    #expect(run.ending == .printedTooMuch)
    #expect(run.output.count == 200_000)
    #expect(lifeline.isCut)
  }

  @Test("A program that takes too long is ended with its session, though it ignores signals")
  func tooLong() async throws {
    let lifeline = try Lifeline()
    let run = try await CapturedRun.shell(
      "\(lifeline.hold); trap '' TERM HUP INT; (sleep 300; echo late) & echo early; sleep 300",
      seconds: 5)
    #expect(run.ending == .timedOut)
    #expect(run.text == "early\n")
    #expect(lifeline.isCut)
  }

  @Test("It returns once the program has ended, though something left behind holds its streams")
  func leftBehind() async throws {
    let lifeline = try Lifeline()
    // If it waited for the streams, this would end at the limit and not with the status.
    let run = try await CapturedRun.shell(
      "\(lifeline.hold); sleep 300 & (sleep 300 & sleep 300) & echo hi; exit 4")
    #expect(run.ending == .ended(.exited(status: 4)))
    #expect(run.text == "hi\n")
    #expect(lifeline.isCut)
  }

  @Test("What was printed before a crash is kept")
  func beforeCrash() async throws {
    let run = try await CapturedRun.shell("head -c 50000 /dev/zero; echo why >&2; kill -9 $$")
    #expect(run.ending == .ended(.signalled(9)))
    #expect(run.output.count == 50_000)
    #expect(run.errorText == "why\n")
  }

  @Test("Fifty runs at once from as many threads each give their own answer")
  func concurrent() async throws {
    try await withThrowingTaskGroup(of: (Int, CapturedRun).self) { group in
      for number in 0..<50 {
        group.addTask {
          (
            number,
            try await CapturedRun.shell(
              "cat; echo $1; echo e$1 >&2; exit $1", ["\(number)"], input: Array("<".utf8))
          )
        }
      }
      var seen = 0
      for try await (number, run) in group {
        #expect(run.text == "<\(number)\n")
        #expect(run.errorText == "e\(number)\n")
        #expect(run.ending == .ended(.exited(status: number)))
        seen += 1
      }
      #expect(seen == 50)
    }
  }
}
