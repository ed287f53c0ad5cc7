import Assessment
import Foundation
import Grading
import Testing

@testable import Kits

/// The course these tests were built from, read once.
enum RealCourse {
  /// The root of the checkout.
  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized.path
  private static let opened = Result { try Course(at: root) }
  private static let made = Result { try Kit(of: try course()) }
  private static let read = Result { try HiddenMaterial(of: try course()) }
  private static let prepared = Result { try inspection(with: try kit()) }

  /// The course.
  static func course() throws -> Course { try opened.get() }

  /// Its kit.
  static func kit() throws -> Kit { try made.get() }

  /// What is hidden of it.
  static func hidden() throws -> HiddenMaterial { try read.get() }

  /// The folders of its exercises.
  static func exercises() throws -> [String] {
    try course().scheme.exercises.map { "Exercises/\($0.folder)" }
  }

  /// Inspects kits of this course.
  static func inspection() throws -> KitInspection { try prepared.get() }

  /// Inspects kits of the course as it would be with other files for learners.
  static func inspection(with kit: Kit) throws -> KitInspection {
    KitInspection(kit, exercises: try exercises(), hidden: try hidden())
  }

  /// The text of a file of the course.
  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }
}

/// A copy of the course that a test may change, removed with the value that holds it.
final class SampleCourse: Sendable {
  /// The root of the copy.
  let path: String

  /// Copies what a kit is made of, and what it is held against.
  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "kits-\(UUID().uuidString)").path
    let sources = (Kit.modules + ["SuiteSupport"]).map { "Sources/\($0)" }
    for name in ["grading.json", "Exercises", "Solutions", "Tests/EventStoreConformance"] + sources
    {
      try FileManager.default.createDirectory(
        at: URL(filePath: self(name)).deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: "\(RealCourse.root)/\(name)", toPath: self(name))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the copy.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, with the folders above it.
  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: self(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// The kit of the copy as it is now.
  func kit() throws -> Kit { try Kit(of: try Course(at: path)) }
}
