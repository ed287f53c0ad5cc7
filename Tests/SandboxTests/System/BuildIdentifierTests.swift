import Foundation
import Testing

@testable import Sandbox

@Suite("What tells one build of a program from another")
struct BuildIdentifierTests {
  /// Some bytes, the least significant first.
  private static func bytes(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// A note.
  private static func note(_ name: [UInt8], type: UInt64, _ content: [UInt8]) -> [UInt8] {
    let padded = { (part: [UInt8]) in part + Array(repeating: 0, count: (4 - part.count % 4) % 4) }
    return bytes(UInt64(name.count), 4) + bytes(UInt64(content.count), 4) + bytes(type, 4)
      + padded(name) + padded(content)
  }

  private static let gnu = Array("GNU\0".utf8)
  private static let identifier: [UInt8] = [0x0A, 0xBC, 3, 4, 5, 0xFF, 7]

  /// The start of a program with one segment that is no note and one that is.
  private static func program(_ notes: [UInt8]) -> [UInt8] {
    var header: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + Array(repeating: 0, count: 9)
    header += bytes(3, 2) + bytes(62, 2) + bytes(1, 4) + bytes(0, 8)
    header += bytes(64, 8) + bytes(0, 8) + bytes(0, 4)
    header += bytes(64, 2) + bytes(56, 2) + bytes(2, 2) + bytes(0, 6)
    let segment = { (type: UInt64, size: Int) in
      bytes(type, 4) + bytes(4, 4) + bytes(64 + 2 * 56, 8) + bytes(0, 16)
        + bytes(UInt64(size), 8) + bytes(UInt64(size), 8) + bytes(4, 8)
    }
    return header + segment(1, notes.count) + segment(4, notes.count) + notes
  }

  /// Reads the identifier of a program with these bytes.
  private func read(_ bytes: [UInt8]) throws -> String? {
    let file = FileManager.default.temporaryDirectory.appending(path: "elf-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return BuildIdentifier(ofProgramAt: file.path)?.description
  }

  @Test("It is found among other notes, by type and name")
  func found() throws {
    let own = Self.note(Self.gnu, type: 3, Self.identifier)
    let others =
      Self.note(Self.gnu, type: 1, [1, 2, 3]) + Self.note(Array("XYZ\0".utf8), type: 3, [9])
    #expect(try read(Self.program(others + own)) == "0abc030405ff07")
    #expect(try read(Self.program(own + others)) == "0abc030405ff07")
    #expect(try read(Self.program(others)) == nil)
    #expect(try read(Self.program(Self.note(Self.gnu, type: 3, []))) == nil)
  }

  @Test("A file that is cut off anywhere, or has any byte changed, gives another answer or none")
  func damaged() throws {
    let program = Self.program(Self.note(Self.gnu, type: 3, Self.identifier))
    for count in 0..<program.count - 1 { #expect(try read(Array(program.prefix(count))) == nil) }
    for index in program.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] where program[index] != value {
        var damaged = program
        damaged[index] = value
        // It must not trap; what it finds is no longer than a segment of notes.
        let found = try read(damaged)
        #expect((found?.count ?? 0) <= 2 * 64 << 10)
      }
    }
    #expect(try read([]) == nil && BuildIdentifier(ofProgramAt: "/nowhere/at/all") == nil)
  }
}
