import FoundationEssentials
import Glibc
package import Grading
import PlainText

/// Takes in the source files of one exercise of one learner.
///
/// **Only regular Swift files below the exercise's `Sources` folder are read**, through descriptors that follow no
/// link, so that nothing outside of the submission can be drawn into it. A learner's manifest is never evaluated.
package enum Intake {
  /// What came of it.
  package enum Outcome: Sendable {
    /// The files, sorted by path.
    case accepted([SourceFile])
    /// There are no files.
    case nothing(reason: String)
    /// At least one file cannot be accepted; each reason is a sentence.
    case refused(reasons: [String])
  }

  /// How deep folders may nest below `Sources`.
  private static let depthLimit = 8
  /// How many entries of any kind are looked at.
  private static let entryLimit = 2_000
  /// Endings of files that could steer the build, in place of being compiled by it.
  private static let refusedEndings: Set<String> = [
    "a", "bc", "c", "cc", "cpp", "cxx", "def", "dylib", "h", "hpp", "json5", "ll", "m", "map", "mm",
    "modulemap", "o", "plugin", "rsp", "s", "sil", "so", "swiftdoc", "swiftinterface",
    "swiftmodule", "swiftsourceinfo",
  ]

  /// Reads the files of an exercise's folder.
  ///
  /// - Parameters:
  ///   - base: The folder that was named to the grader; a link to it is followed.
  ///   - steps: The way from there to the exercise's folder, which the learner may have made: none may be a link.
  ///   - limits: How much may be handed in.
  package static func take(
    below base: String, _ steps: [String] = [], limits: Limits
  ) -> Outcome {
    var descriptor = open(base, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return .nothing(reason: "The folder cannot be read.") }
    for (index, step) in (steps + ["Sources"]).enumerated() {
      let inner = openat(descriptor, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let code = errno
      close(descriptor)
      let path = (steps + ["Sources"])[...index].joined(separator: "/").printable
      guard inner >= 0 else {
        return code == ELOOP || code == ENOTDIR
          ? .refused(reasons: ["\(path) is a link or a file. Hand in the folder itself."])
          : .nothing(reason: "There is no folder \(path).")
      }
      descriptor = inner
    }
    var walk = Walk(limits: limits)
    walk.enter(descriptor, path: "Sources", depth: 0)
    if !walk.reasons.isEmpty { return .refused(reasons: walk.reasons) }
    if walk.files.isEmpty { return .nothing(reason: "The folder Sources holds no Swift file.") }
    return .accepted(walk.files.sorted { $0.path < $1.path })
  }

  /// A walk through one submission.
  private struct Walk {
    let limits: Limits
    var files: [SourceFile] = []
    var reasons: [String] = []
    private var entries = 0
    private var isStopped = false

    init(limits: Limits) {
      self.limits = limits
    }

    /// Looks at every entry of a folder, and closes it.
    mutating func enter(_ descriptor: Int32, path: String, depth: Int) {
      guard let stream = fdopendir(descriptor) else {
        close(descriptor)
        return refuse("\(path) cannot be read.")
      }
      defer { closedir(stream) }
      while !isStopped, let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name == "." || name == ".." { continue }
        entries += 1
        guard entries <= Intake.entryLimit else {
          isStopped = true
          return refuse("The folder holds more than \(Intake.entryLimit) entries.")
        }
        look(at: name, in: descriptor, path: "\(path)/\(name)", depth: depth)
      }
    }

    /// Takes, skips or refuses one entry.
    private mutating func look(at name: String, in folder: Int32, path: String, depth: Int) {
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        return refuse("\(path) cannot be read.")
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        guard depth < Intake.depthLimit else {
          return refuse("\(path) lies deeper than \(Intake.depthLimit) folders.")
        }
        let inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard inner >= 0 else { return refuse("\(path) cannot be read.") }
        enter(inner, path: path, depth: depth + 1)
      case S_IFREG:
        takeFile(name, in: folder, path: path)
      case S_IFLNK:
        refuse("\(path) is a link. Hand in the file itself.")
      default:
        refuse("\(path) is not a regular file. Remove it.")
      }
    }

    /// Reads a Swift file, skips a harmless one, refuses the rest.
    private mutating func takeFile(_ name: String, in folder: Int32, path: String) {
      let ending =
        name.contains(".")
        ? name.split(separator: ".", omittingEmptySubsequences: false).last ?? "" : ""
      guard ending == "swift" else {
        if Intake.refusedEndings.contains(ending.lowercased()) {
          refuse("\(path) is not Swift source. Only Swift files are graded; remove it.")
        }
        return
      }
      if name.hasPrefix(".") { return }
      guard name.lowercased() != "package.swift" else {
        return refuse("\(path) is a package manifest, which is not graded. Remove it.")
      }
      // Plain names have one spelling, so that no two files of a submission have paths that are equal.
      guard path.split(separator: "/").allSatisfy(isPlain) else {
        return refuse(
          "\(path) has an odd name. Use letters, digits, +, -, _ and . for files and folders, and begin "
            + "with a letter, digit or _.")
      }
      guard files.count < limits.files else {
        isStopped = true
        return refuse("There are more than \(limits.files) Swift files.")
      }
      let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { return refuse("\(path) cannot be read.") }
      defer { close(descriptor) }
      let limit = limits.fileKilobytes << 10
      guard let content = readAll(descriptor, atMost: limit) else {
        return refuse("\(path) is larger than \(limits.fileKilobytes) KiB, or cannot be read.")
      }
      files.append(SourceFile(path: path, content: content))
    }

    /// Keeps a reason; past twenty they say nothing new.
    private mutating func refuse(_ reason: String) {
      if reasons.count < 20 { reasons.append(reason.printable) }
    }
  }

  /// Whether a source file, or a folder that holds one, may have a name.
  private static func isPlain(_ name: Substring) -> Bool {
    name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "+-_.".utf8.contains(byte)
      }
    } && !"-@+".contains(name.first ?? "-")
  }

  /// The bytes of an open regular file, or `nil` when there are too many.
  private static func readAll(_ descriptor: Int32, atMost limit: Int) -> Data? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    var count = 0
    while count <= limit {
      let step = bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        return read(descriptor, rest.baseAddress, rest.count)
      }
      if step < 0 && errno == EINTR { continue }
      guard step >= 0 else { return nil }
      if step == 0 { return Data(bytes.prefix(count)) }
      count += step
    }
    return nil
  }
}
