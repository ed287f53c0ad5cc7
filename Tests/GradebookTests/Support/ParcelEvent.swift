import EventSourcing
import Gradebook

/// Events for tests, whose shapes have changed: a parcel is weighed and sent.
///
/// `parcel.weighed` had its grams under `weight` at first, and no `by` until its schema 3. Weighing and sending were one
/// event once, and a lost parcel is no longer spoken of.
enum ParcelEvent: GradebookEvent {
  /// It was weighed.
  case weighed(Weighed)
  /// It was sent.
  case sent(Sent)

  /// A parcel that was weighed.
  struct Weighed: Hashable, Codable, Sendable {
    var grams: Int
    var by: String
  }

  /// A parcel that was sent.
  struct Sent: Hashable, Codable, Sendable {
    var to: String
  }

  enum Name: String, CaseIterable, Sendable {
    case weighed = "parcel.weighed"
    case sent = "parcel.sent"
  }

  static let upcasters: [any Upcaster] = [
    UpcastRule(
      source: SchemaKey("parcel.weighed", 2),
      targets: [
        .init(
          key: SchemaKey("parcel.weighed", 3), edits: [.setDefault("by", .string("nobody"))])
      ]),
    UpcastRule(
      source: SchemaKey("parcel.weighed", 1),
      targets: [
        .init(key: SchemaKey("parcel.weighed", 2), edits: [.rename("weight", to: "grams")])
      ]),
    UpcastRule(
      source: SchemaKey("parcel.handled", 1),
      targets: [
        .init(key: SchemaKey("parcel.weighed", 1)), .init(key: SchemaKey("parcel.sent", 1)),
      ]),
    UpcastRule(source: SchemaKey("parcel.lost", 1), targets: []),
  ]

  var storedForm: (name: Name, content: any Encodable & Sendable) {
    switch self {
    case .weighed(let event): (.weighed, event)
    case .sent(let event): (.sent, event)
    }
  }

  init(_ name: Name, from content: StoredContent) throws {
    self =
      switch name {
      case .weighed: .weighed(try content.read())
      case .sent: .sent(try content.read())
      }
  }
}
