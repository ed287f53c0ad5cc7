import PlainText

/// The first place at which a gradebook is not as it was written.
package struct Flaw: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of places.
  package enum Kind: String, Hashable, Sendable {
    /// The store cannot be read there, or its engine finds it inconsistent.
    case file
    /// A table, index, trigger or view is not one of ours.
    case schema
    /// The row that names the last event is missing or wrong.
    case head
    /// An event is not what was recorded in its place.
    case edited
    /// An event was removed.
    case missing
    /// An event stands in another place than it was recorded in.
    case moved
    /// An event stands there twice.
    case duplicated
    /// There is a row that the store never recorded.
    case foreign
    /// The last events were removed.
    case tail
    /// The versions of a stream, or the borders of a batch, are not as a store writes them.
    case order
    /// The history is consistent, but it is not the one whose head was kept elsewhere.
    case rewritten
  }

  /// What kind of place it is.
  package let kind: Kind
  /// The position concerned, if it is one.
  package let position: Int64?
  /// One sentence that names the place and what was found there, safe to show.
  package let description: String

  /// Describes a place.
  package init(_ kind: Kind, at position: Int64? = nil, _ description: String) {
    self.kind = kind
    self.position = position
    self.description = description.printable
  }
}
