import Certificates
import Foundation
import Testing

@Suite("The folder of an issuer's keys")
final class KeyFolderTests {
  private let parent: URL
  private var path: String { parent.appending(path: "keys").path }
  private let now = Moment(seconds: 1_780_000_000)

  init() throws {
    parent = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(at: parent) }

  @Test("a new key is its owner's alone, and signs as its register says")
  func new() throws {
    let folder = KeyFolder(path)
    let register = try folder.makeFirstKey(at: now)
    let (key, name) = try folder.signingKey()
    #expect(register.active?.key == key.publicKey.multibase)
    #expect(name == "key-1")
    #expect(try mode(of: path) == 0o700)
    #expect(try mode(of: "\(path)/\(key.publicKey.multibase).pem") == 0o600)
    #expect(try folder.register() == register)
  }

  @Test("a second new key is refused and nothing changes")
  func secondNew() throws {
    let folder = KeyFolder(path)
    let register = try folder.makeFirstKey(at: now)
    let error = #expect(throws: KeyFolderError.self) { try folder.makeFirstKey(at: self.now) }
    #expect(error?.kind == .exists)
    #expect(try folder.register() == register)
  }

  @Test("of many who make the first key at once one succeeds, and many rotations keep every key")
  func race() async throws {
    let folder = KeyFolder(path)
    let now = now
    let made = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask { (try? folder.makeFirstKey(at: now)) != nil }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(made == 1)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<16 {
        group.addTask { _ = try folder.rotate(isCompromised: false, at: now) }
      }
      try await group.waitForAll()
    }
    let register = try folder.register()
    #expect(register.keys.count == 17)
    #expect(register.keys.count { $0.status == .retired } == 16)
    #expect(try folder.signingKey().name == "key-17")
  }

  @Test("rotation retires the key in use, or withdraws it, and keeps every key in the register")
  func rotate() throws {
    let folder = KeyFolder(path)
    let first = try #require(try folder.makeFirstKey(at: now).active)
    _ = try folder.rotate(isCompromised: false, at: Moment(seconds: now.seconds + 10))
    let register = try folder.rotate(isCompromised: true, at: Moment(seconds: now.seconds + 20))
    #expect(register.keys.map(\.status) == [.retired, .compromised, .active])
    #expect(register.keys.map(\.name) == ["key-1", "key-2", "key-3"])
    #expect(register.keys[0].key == first.key)
    #expect(Set(register.keys.map(\.key)).count == 3)
    #expect(try folder.signingKey().key.publicKey.multibase == register.keys[2].key)
  }

  @Test(
    "a key or a folder that others can read is refused", arguments: [0o640, 0o604, 0o620, 0o700])
  func tooOpenKey(mode: Int) throws {
    let folder = KeyFolder(path)
    let key = try #require(try folder.makeFirstKey(at: now).active)
    try setMode(mode, of: "\(path)/\(key.key).pem")
    let error = #expect(throws: KeyFolderError.self) { try folder.signingKey() }
    #expect(error?.kind == .tooOpen)
  }

  @Test("a folder that others can enter is refused", arguments: [0o710, 0o701, 0o750, 0o777])
  func tooOpenFolder(mode: Int) throws {
    let folder = KeyFolder(path)
    _ = try folder.makeFirstKey(at: now)
    try setMode(mode, of: path)
    for use in [
      { _ = try folder.signingKey() },
      { _ = try folder.rotate(isCompromised: false, at: self.now) },
    ] as [() throws -> Void] {
      let error = #expect(throws: KeyFolderError.self) { try use() }
      #expect(error?.kind == .tooOpen)
    }
  }

  @Test("a link in place of the key is not followed")
  func link() throws {
    let folder = KeyFolder(path)
    let key = try #require(try folder.makeFirstKey(at: now).active)
    let file = "\(path)/\(key.key).pem"
    let elsewhere = parent.appending(path: "elsewhere.pem").path
    try FileManager.default.moveItem(atPath: file, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: elsewhere)
    #expect(throws: KeyFolderError.self) { try folder.signingKey() }
  }

  @Test("a folder inside of a repository is refused, however deep it lies")
  func repository() throws {
    try FileManager.default.createDirectory(
      at: parent.appending(path: ".git"), withIntermediateDirectories: false)
    let error = #expect(throws: KeyFolderError.self) {
      try KeyFolder("\(self.path)/deep/er").makeFirstKey(at: self.now)
    }
    #expect(error?.kind == .tooOpen)
    #expect(
      try !FileManager.default.subpathsOfDirectory(atPath: path).contains { $0.hasSuffix(".pem") })
  }

  @Test("another key under the name of the one in use is found out")
  func swapped() throws {
    let folder = KeyFolder(path)
    let key = try #require(try folder.makeFirstKey(at: now).active)
    let file = "\(path)/\(key.key).pem"
    try Data(SigningKey().pem).write(to: URL(filePath: file))
    try setMode(0o600, of: file)
    let error = #expect(throws: KeyFolderError.self) { try folder.signingKey() }
    #expect(error?.kind == .damaged)
  }

  @Test(
    "what is no register is refused",
    arguments: [
      "", "{}", "[]", #"{"format":"grader.issuers","version":2,"keys":[]}"#,
      #"{"format":"other","version":1,"keys":[]}"#,
      #"{"format":"grader.issuers","version":1,"keys":[{"name":"a","key":"z6Mk","status":"active","from":""}]}"#,
    ])
  func noRegister(text: String) throws {
    let file = parent.appending(path: "issuers.json")
    try Data(text.utf8).write(to: file)
    let error = #expect(throws: KeyFolderError.self) { try KeyFolder.register(at: file.path) }
    #expect(error?.kind == .damaged)
  }

  private func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func setMode(_ mode: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }
}
