package import EventSourcing

/// An event of the gradebook, which knows the stable name and content it is stored under.
///
/// **Names and contents never change their meaning.** A new shape of an event is a new schema: an upcaster from the schema
/// before it is added to ``upcasters``, and what is stored stays as it was written.
package protocol GradebookEvent: Hashable, Codable, Sendable {
  /// The stable names of the events of this kind.
  associatedtype Name: RawRepresentable<String> & CaseIterable & Hashable & Sendable

  /// The steps from every older schema of these events to the next one, and from names that are stored no more.
  ///
  /// The schema of a new event is the one after the last that a step starts from, or 1.
  static var upcasters: [any Upcaster] { get }

  /// What is stored of it: its name and its content in the current schema.
  var storedForm: (name: Name, content: any Encodable & Sendable) { get }

  /// The event of a name, read from content in the current schema.
  ///
  /// - Throws: A `DecodingError` if the content is not what the name promises.
  init(_ name: Name, from content: StoredContent) throws
}

extension GradebookEvent {
  /// The names under which these events are stored, or were.
  package static var types: Set<String> {
    Set(Name.allCases.map(\.rawValue)).union(upcasters.map(\.source.type))
  }
}
