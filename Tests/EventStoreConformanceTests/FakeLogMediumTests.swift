import EventSourcing
import SuiteSupport
import Testing

@Suite("A fake medium does what a suite tells it", .timeLimit(.minutes(10)))
struct FakeLogMediumTests {
  @Test("Records are kept in order, byte for byte, and outlive the connection")
  func keeping() async throws {
    let medium = FakeLogMedium([[9]])
    let log = medium.connect()
    try await log.append([])
    try await log.append(Array(UInt8.min...UInt8.max))
    let all: [[UInt8]] = [[9], [], Array(UInt8.min...UInt8.max)]
    #expect(try await log.records() == all)
    #expect(medium.records == all)
    #expect(try await medium.connect().records() == all)
  }

  @Test("A script decides over the next appends, one after the other")
  func script() async throws {
    let medium = FakeLogMedium()
    let log = medium.connect()
    medium.script([.failed(.notWritten), .stored, .storedUnacknowledged, .failed(.outcomeUnknown)])
    await #expect(throws: StorageFault.notWritten) { try await log.append([1]) }
    try await log.append([2])
    await #expect(throws: StorageFault.outcomeUnknown) { try await log.append([3]) }
    await #expect(throws: StorageFault.outcomeUnknown) { try await log.append([4]) }
    try await log.append([5])
    #expect(medium.records == [[2], [3], [5]])
  }

  @Test("While it is down nothing is read or written")
  func outage() async throws {
    let medium = FakeLogMedium([[1]])
    let log = medium.connect()
    medium.setDown(true)
    await #expect(throws: StorageFault.unavailable) { try await log.append([2]) }
    await #expect(throws: StorageFault.unavailable) { try await log.records() }
    medium.setDown(false)
    try await log.append([3])
    #expect(try await log.records() == [[1], [3]])
  }

  @Test("Held appends are not stored until they are released, then in the order of their arrival")
  func holding() async throws {
    let medium = FakeLogMedium()
    let log = medium.connect()
    var appends: [Task<Void, any Error>] = []
    for number in UInt8(1)...3 {
      medium.hold()
      appends.append(Task { try await log.append([number]) })
      await medium.arrival()
    }
    #expect(medium.records == [])
    medium.release()
    for append in appends { try await append.value }
    #expect(medium.records == [[1], [2], [3]])

    medium.hold()
    let failing = Task { try await log.append([4]) }
    await medium.arrival()
    medium.release(failing: .notWritten)
    await #expect(throws: StorageFault.notWritten) { try await failing.value }
    #expect(medium.records == [[1], [2], [3]])
  }

  @Test("Waiting for an arrival ends with the task")
  func cancelledArrival() async {
    let medium = FakeLogMedium()
    medium.hold()
    let waiting = Task { await medium.arrival() }
    waiting.cancel()
    await waiting.value
  }

  @Test("A new connection cuts off the one before, with everything it had not finished")
  func cutting() async throws {
    let medium = FakeLogMedium()
    let old = medium.connect()
    try await old.append([1])
    medium.hold()
    let append = Task { try await old.append([2]) }
    await medium.arrival()
    let new = medium.connect()
    await #expect(throws: StorageFault.unavailable) { try await append.value }
    await #expect(throws: StorageFault.unavailable) { try await old.append([3]) }
    await #expect(throws: StorageFault.unavailable) { try await old.records() }
    try await new.append([4])
    #expect(medium.records == [[1], [4]])
  }

  @Test("A flood is refused, whether it is stored or not")
  func flood() async throws {
    let medium = FakeLogMedium()
    let log = medium.connect()
    let megabyte = [UInt8](repeating: 1, count: 1 << 20)
    for _ in 1...31 { try await log.append(megabyte) }
    await #expect(throws: StorageFault.unavailable) {
      for _ in 1...2 { try await log.append(megabyte) }
    }
  }
}
