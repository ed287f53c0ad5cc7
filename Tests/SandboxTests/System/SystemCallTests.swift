import Glibc
import Sandbox
import Testing

@Suite("Calls to the operating system fail with what was tried")
struct SystemCallTests {
  @Test("A call that was interrupted is made again")
  func interrupted() throws {
    var calls = 0
    let result: Int32 = try system("try") {
      calls += 1
      guard calls < 4 else { return 42 }
      errno = EINTR
      return -1
    }
    #expect(result == 42)
    #expect(calls == 4)
  }

  @Test("Any other failure is thrown with its number, and only once tried")
  func failed() {
    var calls = 0
    let error = #expect(throws: SystemError.self) {
      try system("read a pipe") { () -> Int in
        calls += 1
        errno = EBADF
        return -1
      }
    }
    #expect(error == SystemError("read a pipe", code: EBADF))
    #expect(error?.description == "Could not read a pipe: Bad file descriptor.")
    #expect(calls == 1)
  }

  @Test("Zero is a success, and what was tried is not even put into words")
  func succeeded() throws {
    func words() -> String {
      Issue.record("nothing failed")
      return ""
    }
    #expect(try system(words()) { 0 } == 0)
    try posix(words()) { 0 }
  }

  @Test("A call that returns its error throws it, interruption included")
  func returned() {
    for code in [EINTR, ENOENT, EMFILE] {
      let error = #expect(throws: SystemError.self) { try posix("open") { code } }
      #expect(error?.code == code)
    }
  }
}
