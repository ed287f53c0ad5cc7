import Foundation
import Testing

@testable import Assessment

@Suite("Locks and scratch folders are given back")
struct FileLockTests {
  @Test("One who holds a lock alone keeps everybody else out, until it is released")
  func own() throws {
    let folder = try TemporaryFolder()
    let path = folder("x.lock")
    var holder: FileLock? = try FileLock(at: path)
    let other = try FileLock(at: path)
    try holder?.own()
    #expect(!other.tryToOwn())
    holder = nil
    #expect(other.tryToOwn())
  }

  @Test("A lock can be shared by many, and then be held alone by none of them")
  func share() throws {
    let folder = try TemporaryFolder()
    let path = folder("x.lock")
    var sharers = try (0..<3).map { _ in
      let lock = try FileLock(at: path)
      try lock.share()
      return lock
    }
    let other = try FileLock(at: path)
    while !sharers.isEmpty {
      #expect(!other.tryToOwn())
      sharers.removeLast()
    }
    #expect(other.tryToOwn())
  }

  @Test("One who waits gets the lock when it is released", .timeLimit(.minutes(10)))
  func waiting() async throws {
    let folder = try TemporaryFolder()
    let path = folder("x.lock")
    var holder: FileLock? = try FileLock(at: path)
    try holder?.own()
    let waiter = Task.detached {
      try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
          continuation.resume(with: Result { try FileLock(at: path).own() })
        }
      }
    }
    holder = nil
    try await waiter.value
  }

  @Test("A lock file that cannot be made is an error that names it")
  func unusable() throws {
    let folder = try TemporaryFolder()
    let path = folder("missing/x.lock")
    let error = #expect(throws: (any Error).self) { try FileLock(at: path) }
    #expect("\(try #require(error))" == "Could not open \(path): No such file or directory.")
  }

  @Test("Each use of a scratch has a new folder, which is gone after it, also after an error")
  func scratch() throws {
    struct Broken: Error {}
    let scratch = try Scratch()
    defer { scratch.remove() }
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    var folders: [String] = []
    try scratch.withFolder { outer in
      folders.append(outer)
      try Data().write(to: URL(filePath: "\(outer)/file"))
      #expect(throws: Broken.self) {
        try scratch.withFolder { inner in
          folders.append(inner)
          try Data().write(to: URL(filePath: "\(inner)/file"))
          throw Broken()
        }
      }
      #expect(FileManager.default.fileExists(atPath: "\(outer)/file"))
    }
    #expect(Set(folders).count == 2)
    for folder in folders {
      #expect(folder.hasPrefix(scratch.path + "/"))
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
    scratch.remove()
    #expect(!FileManager.default.fileExists(atPath: scratch.path))
  }
}
