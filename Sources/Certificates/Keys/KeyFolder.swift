import Foundation
import Glibc

/// The folder in which an issuer's keys are kept: one PEM file for each private key, and `issuers.json`, the public
/// register of all of them.
///
/// **Private keys are for their owner only.** Files and folder that others could read or write are refused, and so is a
/// folder inside of a repository, where a key would sooner or later be published.
package struct KeyFolder: Sendable {
  /// The name of the register's file.
  package static let registerName = "issuers.json"

  /// The folder's path.
  package let path: String

  /// Names a folder; it need not exist.
  package init(_ path: String) { self.path = path }

  /// Reads the register.
  package func register() throws(KeyFolderError) -> IssuerRegister {
    let file = "\(path)/\(Self.registerName)"
    guard FileManager.default.fileExists(atPath: file) else {
      throw KeyFolderError(
        .notFound, "There is no \(Self.registerName) in \(path). `grader key new` makes a key.")
    }
    return try Self.register(at: file)
  }

  /// Reads a register that an issuer has published.
  package static func register(at file: String) throws(KeyFolderError) -> IssuerRegister {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw KeyFolderError(.notFound, "\(file) cannot be read.")
    }
    guard data.count <= 1_000_000,
      let register = try? JSONDecoder().decode(IssuerRegister.self, from: data),
      register.isReadable
    else {
      throw KeyFolderError(
        .damaged, "\(file) is no register of issuers' keys that this grader can read.")
    }
    return register
  }

  /// The key in use, and its name.
  package func signingKey() throws(KeyFolderError) -> (key: SigningKey, name: String) {
    try checkFolder()
    guard let active = try register().active else {
      throw KeyFolderError(
        .notFound, "No key in \(path) is in use. `grader key rotate` makes a new one.")
    }
    let file = keyFile(active.key)
    guard let key = SigningKey(pem: try Self.secret(at: file)),
      key.publicKey.multibase == active.key
    else {
      throw KeyFolderError(
        .damaged,
        "\(file) does not hold the private half of \(active.key). Bring it back from a backup, or "
          + "make a new key with `grader key rotate`.")
    }
    return (key, active.name)
  }

  /// Makes the first key.
  package func makeFirstKey(at now: Moment) throws(KeyFolderError) -> IssuerRegister {
    try makeFolder()
    let lock = try lock()
    defer { close(lock) }
    guard !FileManager.default.fileExists(atPath: "\(path)/\(Self.registerName)") else {
      throw KeyFolderError(
        .exists,
        "There is a key in \(path) already; nothing was changed. `grader key rotate` replaces it.")
    }
    return try addKey(to: IssuerRegister(), at: now)
  }

  /// Makes a new key, and retires the one in use or withdraws it as compromised.
  package func rotate(isCompromised: Bool, at now: Moment) throws(KeyFolderError) -> IssuerRegister
  {
    try checkFolder()
    let lock = try lock()
    defer { close(lock) }
    var register = try register()
    for index in register.keys.indices where register.keys[index].status == .active {
      register.keys[index].status = isCompromised ? .compromised : .retired
      register.keys[index].until = now.description
    }
    return try addKey(to: register, at: now)
  }

  /// Keeps others from changing the register until the descriptor is closed.
  private func lock() throws(KeyFolderError) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw KeyFolderError(.notWritable, "The folder \(path) cannot be locked: \(Self.reason()).")
    }
    return descriptor
  }

  /// Makes a key and puts it into the register.
  ///
  /// The key is stored first: a register never names a key that is not there.
  private func addKey(
    to register: IssuerRegister, at now: Moment
  ) throws(KeyFolderError) -> IssuerRegister {
    let key = SigningKey()
    let multibase = key.publicKey.multibase
    try Self.write(key.pem, to: keyFile(multibase))
    var register = register
    register.keys.append(
      .init(
        name: "key-\(register.keys.count + 1)", key: multibase, status: .active,
        from: now.description, until: nil))
    let file = "\(path)/\(Self.registerName)"
    let draft = "\(file).new-\(getpid())"
    unlink(draft)
    try Self.write(Array(Self.text(of: register).utf8), to: draft)
    guard rename(draft, file) == 0 else {
      throw KeyFolderError(.notWritable, "\(file) cannot be written: \(Self.reason()).")
    }
    return register
  }

  /// The register as its file has it.
  package static func text(of register: IssuerRegister) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do { return String(decoding: try encoder.encode(register), as: UTF8.self) + "\n" } catch {
      preconditionFailure("a register is made of texts and always encodes: \(error)")
    }
  }

  /// The file of a private key.
  private func keyFile(_ multibase: String) -> String { "\(path)/\(multibase).pem" }

  // MARK: - Permissions

  /// Makes the folder unless it is there, and checks it.
  private func makeFolder() throws(KeyFolderError) {
    if !FileManager.default.fileExists(atPath: path) {
      do {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw KeyFolderError(.notWritable, "The folder \(path) cannot be made.")
      }
    }
    try checkFolder()
  }

  /// Refuses a folder that is not its owner's alone, or lies in a repository.
  private func checkFolder() throws(KeyFolderError) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw KeyFolderError(
        .notFound, "There is no folder \(path). `grader key new` makes one with a key in it.")
    }
    guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else {
      throw KeyFolderError(
        .tooOpen,
        "The folder \(path) is open to others. Nothing was signed; make it yours alone with `chmod "
          + "700`, and make a new key if somebody may have read this one.")
    }
    var folder = URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appending(path: ".git").path) {
        throw KeyFolderError(
          .tooOpen,
          "The folder \(path) lies in the repository \(folder.path). Keys are kept outside of "
            + "repositories; name another folder with --keys or $GRADER_KEYS.")
      }
      folder.deleteLastPathComponent()
    }
  }

  /// Reads a file that only its owner may read.
  private static func secret(at file: String) throws(KeyFolderError) -> [UInt8] {
    let descriptor = open(file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw KeyFolderError(.notFound, "\(file) cannot be read: \(reason()).")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o177 == 0
    else {
      throw KeyFolderError(
        .tooOpen,
        "\(file) is open to others. Nothing was signed; make it yours alone with `chmod 600`, and "
          + "make a new key with `grader key rotate --compromised` if somebody may have read it.")
    }
    var bytes = [UInt8](repeating: 0, count: 10_000)
    let count = read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(count, 0)))
  }

  /// Writes a new file that only its owner may read, and waits until it is on disk.
  private static func write(_ bytes: [UInt8], to file: String) throws(KeyFolderError) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw KeyFolderError(.notWritable, "\(file) cannot be written: \(reason()).")
    }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw KeyFolderError(.notWritable, "\(file) cannot be written: \(reason()).")
    }
  }

  /// What the system says.
  private static func reason() -> String { String(cString: strerror(errno)) }
}
