package import CQRS
package import EventChain
package import EventSourcing

/// The stores that a registrar's office works over: the events of a gradebook, and the read models made of them.
package struct GradebookStores: Sendable {
  /// What the gradebook is called, such as the path of its file, for sentences about it.
  package let name: String
  /// The events.
  package let events: any EventStore
  /// The read models and how far they have come.
  package let views: any ViewStore
  /// Examines everything that is recorded; a head that was kept elsewhere is to lie on the way.
  package let examine: @Sendable (_ expecting: Head?) async throws -> ChainVerdict

  /// Puts the parts together.
  package init(
    name: String, events: any EventStore, views: any ViewStore,
    examine: @escaping @Sendable (_ expecting: Head?) async throws -> ChainVerdict
  ) {
    self.name = name
    self.events = events
    self.views = views
    self.examine = examine
  }
}
