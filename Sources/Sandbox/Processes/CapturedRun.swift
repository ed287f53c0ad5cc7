import Glibc

/// A program that ran to its end, or to a limit, with what it printed.
package struct CapturedRun: Sendable {
  /// Why the run is over.
  package enum Ending: Hashable, Sendable {
    /// The program ended.
    case ended(Termination)
    /// It took too long and was ended.
    case timedOut
    /// It printed too much and was ended.
    case printedTooMuch
  }

  /// Why the run is over.
  package let ending: Ending
  /// What it wrote to standard output.
  package let output: [UInt8]
  /// What it wrote to standard error.
  package let error: [UInt8]

  /// Whether the program ended by itself with status 0.
  package var succeeded: Bool { ending == .ended(.exited(status: 0)) }

  /// Runs a program to its end and gives back what it printed.
  ///
  /// **Returns soon after the program itself ends**, also when something it left behind still holds its streams;
  /// that is ended with it.
  ///
  /// - Parameters:
  ///   - program: What to run.
  ///   - input: What it reads on standard input, at most what a pipe holds (64 KiB); `keepingInputOpen` decides
  ///     whether it then sees the end of its input or only when this program dies.
  ///   - seconds: The longest it may take.
  ///   - byteLimit: The most it may print on each stream.
  ///   - errorLimit: The most it may print on standard error, if that is another number.
  /// - Throws: ``SystemError`` when it cannot be started.
  package static func run(
    _ program: ProcessSpecification, input: [UInt8] = [], keepingInputOpen: Bool = false,
    seconds: Int, byteLimit: Int, errorLimit: Int? = nil
  ) throws(SystemError) -> CapturedRun {
    let standardInput = try StreamPipe()
    let output = try StreamPipe()
    let error = try StreamPipe()
    let process = try ChildProcess(
      starting: program, input: standardInput.reading, output: output.writing, error: error.writing)
    output.writing.closeNow()
    error.writing.closeNow()
    defer { process.end() }
    try standardInput.writing.setNonBlocking()
    // Our copy of the reading end is open until this is written, so that a program that has ended already costs no
    // SIGPIPE.
    _ = input.withUnsafeBytes { write(standardInput.writing.rawValue, $0.baseAddress, $0.count) }
    standardInput.reading.closeNow()
    if !keepingInputOpen { standardInput.writing.closeNow() }

    var streams = [
      CapturedStream(output.reading, limit: byteLimit),
      CapturedStream(error.reading, limit: errorLimit ?? byteLimit),
    ]
    for stream in streams { try stream.descriptor.setNonBlocking() }
    let deadline = ContinuousClock.now + .seconds(seconds)
    var ending: Ending?
    while ending == nil {
      let left = (deadline - ContinuousClock.now).milliseconds
      guard left > 0 else {
        ending = .timedOut
        break
      }
      var entries = streams.map { $0.pollEntry }
      entries.append(pollfd(fd: process.endWatch, events: Int16(POLLIN), revents: 0))
      try system("wait for \(program.executable)") {
        poll(&entries, nfds_t(entries.count), Int32(clamping: left))
      }
      for index in streams.indices { streams[index].drain() }
      if streams.contains(where: { $0.isOverLimit }) {
        ending = .printedTooMuch
      } else if entries[2].revents != 0 {
        for index in streams.indices { streams[index].drain() }
        ending = .ended(process.end())
      }
    }
    return CapturedRun(
      ending: ending ?? .timedOut, output: streams[0].bytes, error: streams[1].bytes)
  }
}

/// What came out of one stream so far.
private struct CapturedStream {
  let descriptor: Descriptor
  let limit: Int
  private(set) var bytes: [UInt8] = []
  private(set) var isOverLimit = false
  private var isOpen = true

  init(_ descriptor: Descriptor, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// What to wait for; a closed stream is left out, which `poll` reads from a negative number.
  var pollEntry: pollfd {
    pollfd(fd: isOpen ? descriptor.rawValue : -1, events: Int16(POLLIN), revents: 0)
  }

  /// Takes what is there without waiting, up to the limit.
  mutating func drain() {
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while isOpen && !isOverLimit {
      let count = read(descriptor.rawValue, &piece, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      if count == 0 { isOpen = false }
      let room = limit - bytes.count
      bytes.append(contentsOf: piece.prefix(min(count, room)))
      isOverLimit = count > room
    }
  }
}

extension Duration {
  /// Whole milliseconds, cut off.
  package var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
