import Glibc

/// What a linker wrote into a program to tell it from every other: the note `NT_GNU_BUILD_ID`.
///
/// It is a digest of all that was linked, so **two programs with the same identifier hold the same code**. Reading it
/// takes a look at a few hundred bytes, whatever the size of the program.
package struct BuildIdentifier: Hashable, Sendable, CustomStringConvertible {
  /// The identifier's lower-case hexadecimal digits.
  package let description: String

  /// Reads the identifier of a program.
  ///
  /// - Parameter path: The program's path; `/proc/self/exe` is the running one, also when its file was replaced.
  /// - Returns: nil if the file cannot be read, is no program for 64 bits, or was linked without an identifier.
  package init?(ofProgramAt path: String) {
    guard let file = ProgramFile(at: path), let bytes = file.buildIdentifier else { return nil }
    description = bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
      .joined()
  }
}

/// The parts of a file in the Executable and Linkable Format that notes are found by.
private struct ProgramFile {
  /// The most bytes of notes that are read.
  private static let noteLimit: UInt64 = 64 << 10

  private let descriptor: Descriptor

  /// Opens a file that begins as a little-endian program for 64 bits does.
  init?(at path: String) {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return nil }
    descriptor = Descriptor(number)
    guard let start = read(6, at: 0), start.elementsEqual([0x7F, 0x45, 0x4C, 0x46, 2, 1]) else {
      return nil
    }
  }

  /// The content of the note, which is in one of the segments of notes.
  var buildIdentifier: [UInt8]? {
    guard let header = read(64, at: 0) else { return nil }
    let (table, entrySize, count) = (
      header.number(at: 32, bytes: 8), header.number(at: 54, bytes: 2),
      header.number(at: 56, bytes: 2)
    )
    for index in 0..<count {
      let (place, overflows) = table.addingReportingOverflow(index * entrySize)
      guard !overflows, let entry = read(56, at: place) else { return nil }
      let size = entry.number(at: 32, bytes: 8)
      // 4 says that the segment holds notes.
      guard entry.number(at: 0, bytes: 4) == 4, size <= Self.noteLimit,
        let notes = read(Int(size), at: entry.number(at: 8, bytes: 8))
      else { continue }
      let alignment = entry.number(at: 48, bytes: 8) == 8 ? 8 : 4
      if let found = Self.buildIdentifier(in: notes[...], alignedTo: alignment) { return found }
    }
    return nil
  }

  /// Looks through notes, each of which says how long its name and its content are.
  private static func buildIdentifier(
    in notes: ArraySlice<UInt8>, alignedTo alignment: Int
  ) -> [UInt8]? {
    var rest = notes
    while rest.count >= 12 {
      let head = Array(rest.prefix(12))
      let nameSize = Int(head.number(at: 0, bytes: 4))
      let size = Int(head.number(at: 4, bytes: 4))
      let name = rest.dropFirst(12).prefix(nameSize)
      let contentStart = (12 + nameSize + alignment - 1) / alignment * alignment
      let content = rest.dropFirst(contentStart).prefix(size)
      // 3 is the type of a build identifier among the notes of GNU.
      if head.number(at: 8, bytes: 4) == 3, name.elementsEqual([0x47, 0x4E, 0x55, 0]),
        content.count == size, size > 0
      {
        return Array(content)
      }
      rest = rest.dropFirst((contentStart + size + alignment - 1) / alignment * alignment)
    }
    return nil
  }

  /// Reads so many bytes at a place, or nothing if there are fewer.
  private func read(_ count: Int, at place: UInt64) -> [UInt8]? {
    guard let offset = off_t(exactly: place) else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    return pread(descriptor.rawValue, &bytes, count, offset) == count ? bytes : nil
  }
}

extension [UInt8] {
  /// The number that some bytes stand for, the least significant first.
  fileprivate func number(at place: Int, bytes: Int) -> UInt64 {
    self[place..<place + bytes].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
