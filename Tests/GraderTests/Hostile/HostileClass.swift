import Assessment
import Foundation
import Testing

/// A class in which every learner hands in another hostile submission, graded once.
enum HostileClass {
  /// Grades the submissions as a class.
  ///
  /// - Returns: The results, and what is left of the class: paths that have changed outside of scratch.
  static func grade(_ submissions: [HostileSubmission]) async throws -> ResultsJSON {
    let folder = try ClassFolder()
    let hidden = try GraderProgram.course().root
    for submission in submissions {
      let sources = try folder.add(submission.name, try edits(submission, hidden: hidden))
      try Data(Self.tools.utf8).write(to: URL(filePath: "\(sources)/Tools.swift"))
      for (name, text) in submission.files {
        try Data(text.utf8).write(to: URL(filePath: "\(sources)/\(name)"))
      }
    }
    return try await ResultsJSON.grading(
      folder, course: try folder.hastyCourse(), environment: ["GRADER_CANARY": "secret"])
  }

  /// What is changed in the reference solution.
  private static func edits(
    _ submission: HostileSubmission, hidden: String
  ) throws -> [ClassFolder.Edit] {
    func filled(_ text: String) -> String {
      text.replacing("HIDDEN", with: hidden).replacing("COUNTS", with: BadInputTests.countsTests)
    }
    var edits = [
      ClassFolder.Edit(
        "FactDesk.swift", "import SeedVault\n",
        "import Glibc\nimport SeedVault\n\n\(filled(submission.declarations))\n")
    ]
    if !submission.body.isEmpty {
      edits.append(
        ClassFolder.Edit("FactDesk.swift", BadInputTests.countsTests, filled(submission.body)))
    }
    return edits
  }

  /// What attacks are made with.
  private static let tools = #"""
    import Glibc

    #if arch(x86_64)
      let cloneNumber = 56, ptraceNumber = 101, readMemoryNumber = 310
    #else
      let cloneNumber = 220, ptraceNumber = 117, readMemoryNumber = 270
    #endif

    @_silgen_name("syscall") private func call(
      _ number: Int, _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, _ f: Int) -> Int
    @_silgen_name("fork") func forked() -> Int32

    func systemCall(_ number: Int, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) -> Int {
      call(number, a, b, c, 0, 0, 0)
    }

    func text(of path: String, upTo limit: Int = 4096) -> String? {
      let file = open(path, O_RDONLY)
      guard file >= 0 else { return nil }
      defer { close(file) }
      var bytes: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 4096)
      while bytes.count < limit {
        let count = read(file, &piece, piece.count)
        guard count > 0 else { break }
        bytes += piece[..<count]
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    func linkTarget(_ path: String) -> String {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink(path, &buffer, 4095)
      return String(decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func isListed(_ path: String) -> Bool { opendir(path) != nil }
    func isWritable(_ path: String) -> Bool { open(path, O_WRONLY) >= 0 }

    func names(in path: String) -> [String] {
      guard let folder = opendir(path) else { return [] }
      var names: [String] = []
      while let entry = readdir(folder) {
        names.append(withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
      }
      return names
    }

    func ownProgram() -> String { linkTarget("/proc/self/exe") }

    func status(_ name: String) -> String {
      let line = (text(of: "/proc/self/status") ?? "").split(separator: "\n").first { $0.hasPrefix(name) }
      return line?.split(whereSeparator: \.isWhitespace).last.map { "\($0)" } ?? ""
    }

    func forge(_ json: String, announcing length: UInt32? = nil) {
      let length = length ?? UInt32(json.utf8.count)
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } + json.utf8
      for descriptor in Int32(10)..<64 { _ = write(descriptor, bytes, bytes.count) }
    }

    func execute(_ code: [UInt8]) -> Int32 {
      let page = mmap(nil, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      guard let page, page != MAP_FAILED else { return -1 }
      page.copyMemory(from: code, byteCount: code.count)
      return unsafeBitCast(page, to: (@convention(c) () -> Int32).self)()
    }
    """#
}
