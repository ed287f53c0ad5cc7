import EventSourcing
import Foundation
import Grading
import Testing

@Suite("A scheme that a taking keeps is read, whatever version it was written in")
struct FrozenSchemeTests {
  /// The repository's own scheme.
  private static func present() throws -> JSONValue {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try Scheme.document(try Data(contentsOf: root.appending(path: "grading.json")))
  }

  /// The same as if it had been written in a made-up version 1, in which the course was a `title` and nothing was said
  /// of certificates, or in a version 0 before, which had no pass mark.
  private static func old(_ version: Int) throws -> JSONValue {
    guard case .object(var members) = try present() else { return .null }
    members["title"] = members.removeValue(forKey: "course")
    members["certificates"] = nil
    if version == 0 { members["passMark"] = nil }
    members["version"] = .int(Int64(version))
    return .object(members)
  }

  /// The steps from those versions.
  private static let steps: [any Upcaster] = [
    UpcastRule(
      source: SchemaKey(Scheme.document, 1),
      targets: [
        .init(
          key: SchemaKey(Scheme.document, 2),
          edits: [
            .rename("title", to: "course"),
            .setDefault(
              "certificates", .object(["minimumIsolation": .string("bubblewrap")])),
          ])
      ]),
    UpcastRule(
      source: SchemaKey(Scheme.document, 0),
      targets: [
        .init(key: SchemaKey(Scheme.document, 1), edits: [.setDefault("passMark", .int(60))])
      ]),
  ]

  @Test("One of the present version is read as the file is, with and without steps")
  func present() throws {
    let document = try Self.present()
    let scheme = try Scheme(document)
    #expect(try Scheme(frozen: document) == scheme)
    #expect(try Scheme(frozen: document, by: Self.steps) == scheme)
  }

  @Test("One of an older version goes through every step between")
  func old() throws {
    var scheme = try Scheme(try Self.present())
    scheme.issuer = nil
    #expect(try Scheme(frozen: try Self.old(1), by: Self.steps) == scheme)
    scheme.passMark = 60
    #expect(try Scheme(frozen: try Self.old(0), by: Self.steps) == scheme)
  }

  @Test("The file itself must be of the present version, whatever steps there are")
  func file() throws {
    for version in [0, 1] {
      let document = try Self.old(version)
      #expect(throws: DocumentError.self) { try Scheme(document) }
      let json = try JSONEncoder().encode(document)
      #expect(throws: DocumentError.self) { try Scheme(json: json) }
    }
  }

  @Test("One that no step brings to the present is refused in the words of the file")
  func refused() throws {
    let present = try Self.present()
    for version in [1, 3, Int64.max, Int64.min] {
      let document = present.replacing(["version"], with: .int(version))
      let error = try #require(throws: DocumentError.self) { try Scheme(document) }
      #expect(throws: error) { try Scheme(frozen: document) }
    }
    for document: JSONValue in [.null, .object([:]), .object(["version": .string("1")])] {
      let error = try #require(throws: DocumentError.self) { try Scheme(document) }
      #expect(throws: error) { try Scheme(frozen: document, by: Self.steps) }
    }
  }

  @Test("A step that does not fit what was kept, or leads nowhere, is an error that names the file")
  func broken() throws {
    let source = SchemaKey(Scheme.document, 1)
    let misfits: [[UpcastRule]] = [
      [UpcastRule(source: source, targets: [])],
      [UpcastRule(source: source, targets: [.init(key: source)])],
      [
        UpcastRule(
          source: source,
          targets: [.init(key: SchemaKey(Scheme.document, 2), edits: [.rename("x", to: "y")])])
      ],
      [
        UpcastRule(
          source: source,
          targets: [SchemaKey(Scheme.document, 2), SchemaKey(Scheme.document, 3)].map {
            .init(key: $0)
          })
      ],
    ]
    for steps in misfits {
      let error = #expect(throws: DocumentError.self) {
        try Scheme(frozen: try Self.old(1), by: steps)
      }
      #expect(error?.description.hasPrefix("grading.json: `version` is 1") == true)
    }
  }
}
