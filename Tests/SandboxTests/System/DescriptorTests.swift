import Glibc
import Sandbox
import Testing

@Suite("Descriptors are closed once, and never inherited by accident")
struct DescriptorTests {
  @Test("A pipe carries bytes, and neither end is inherited")
  func pipe() throws {
    let pipe = try StreamPipe()
    for end in [pipe.reading, pipe.writing] {
      #expect(fcntl(end.rawValue, F_GETFD) & FD_CLOEXEC == FD_CLOEXEC)
    }
    let sent: [UInt8] = [1, 2, 3]
    #expect(sent.withUnsafeBytes { write(pipe.writing.rawValue, $0.baseAddress, 3) } == 3)
    var received: [UInt8] = [0, 0, 0, 0]
    #expect(read(pipe.reading.rawValue, &received, 4) == 3)
    #expect(received == [1, 2, 3, 0])
  }

  @Test("A closed descriptor has no number, however often it is closed")
  func closing() throws {
    let pipe = try StreamPipe()
    #expect(pipe.writing.rawValue >= 0)
    for _ in 0..<3 {
      pipe.writing.closeNow()
      #expect(pipe.writing.rawValue == -1)
    }
    var byte: UInt8 = 0
    // The only writer is gone, so reading ends.
    #expect(read(pipe.reading.rawValue, &byte, 1) == 0)
  }

  @Test("A descriptor that nobody holds any more is closed")
  func letGo() throws {
    func reader() throws -> Descriptor { try StreamPipe().reading }
    let reading = try reader()
    var byte: UInt8 = 0
    #expect(read(reading.rawValue, &byte, 1) == 0)
  }

  @Test("Reading what is not there returns at once when it would wait")
  func nonBlocking() throws {
    let pipe = try StreamPipe()
    try pipe.reading.setNonBlocking()
    var byte: UInt8 = 0
    #expect(read(pipe.reading.rawValue, &byte, 1) == -1)
    #expect(errno == EAGAIN)
    #expect(fcntl(pipe.writing.rawValue, F_GETFL) & O_NONBLOCK == 0)
  }

  @Test("A closed descriptor cannot be changed")
  func closed() throws {
    let pipe = try StreamPipe()
    pipe.reading.closeNow()
    let error = #expect(throws: SystemError.self) { try pipe.reading.setNonBlocking() }
    #expect(error?.code == EBADF)
  }

  @Test("The null device has nothing to read")
  func null() throws {
    let null = try Descriptor.null()
    var byte: UInt8 = 7
    #expect(read(null.rawValue, &byte, 1) == 0)
    #expect(fcntl(null.rawValue, F_GETFD) & FD_CLOEXEC == FD_CLOEXEC)
  }
}
