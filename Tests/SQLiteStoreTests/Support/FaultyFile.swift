import CSQLite
import EventSourcing
import EventStoreConformance
import Foundation
import TestSupport

@testable import SQLiteStore

/// A gradebook's file whose commits are held and refused by SQLite's own hook, and which another process keeps locked.
final class FaultyFile: HoldableMedium {
  private let folder: TemporaryFolder
  private let path: String
  /// What decides over commits; stores that are still open may ask it after this is gone.
  private let gate: CommitGate

  /// Creates a gradebook without any event.
  convenience init() throws {
    let folder = try TemporaryFolder()
    try StoreFile.create(at: folder.file())
    try self.init(in: folder)
  }

  /// Takes a gradebook that is there.
  private init(in folder: TemporaryFolder) throws {
    self.folder = folder
    path = folder.file()
    gate = try CommitGate(over: path)
  }

  /// Opens a store whose commits are decided over here.
  func open() throws -> SQLiteEventStore {
    let gate = gate
    do throws(StoreFileError) {
      // Who waits here waits for the gate; a file that is locked as a whole is not waited for.
      let file = try StoreFile.open(at: path, patience: .zero) { connection in
        gate.watch(connection.handle)
      }
      gate.noteOpening()
      return file.events
    } catch {
      throw error.problem == .busy ? EventStoreError.storage(.unavailable) : error as any Error
    }
  }

  func hold() { gate.hold() }

  func arrival() async { await gate.arrival() }

  func release(failing fault: StorageFault?) { gate.release(refusing: fault != nil) }

  func fail(skipping skip: Int, with fault: StorageFault) {
    fault == .unavailable ? gate.lockOnce() : gate.refuse(skipping: skip)
  }

  func setDown(_ isDown: Bool) { gate.setDown(isDown) }

  func copy() throws -> FaultyFile {
    let other = try TemporaryFolder()
    for end in ["", "-wal"] { try FileBytes(path + end).write(to: other.file() + end) }
    return try FaultyFile(in: other)
  }
}
