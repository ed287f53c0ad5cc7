import Foundation
import Testing

@testable import Sandbox

@Suite("An ending is read from the status word of wait")
struct TerminationTests {
  @Test("A status is in the second byte, a signal in the first, with or without a core file")
  func words() {
    for status in 0...255 {
      #expect(Termination(waitStatus: Int32(status << 8)) == .exited(status: status))
    }
    for signal in 1...64 {
      #expect(Termination(waitStatus: Int32(signal)) == .signalled(signal))
      #expect(Termination(waitStatus: Int32(signal | 0x80)) == .signalled(signal))
    }
  }

  @Test("Milliseconds are whole and cut off")
  func milliseconds() {
    #expect(Duration.seconds(90).milliseconds == 90_000)
    #expect(Duration.microseconds(1_999).milliseconds == 1)
    #expect(Duration.microseconds(999).milliseconds == 0)
    #expect(Duration.milliseconds(-5).milliseconds == -5)
    #expect((Duration.seconds(2) + .milliseconds(345)).milliseconds == 2_345)
  }
}
