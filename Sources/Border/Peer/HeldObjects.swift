import Synchronization

/// What one side holds for a peer, which the peer knows by handles: a table for each kind of object.
package final class HeldObjects: Sendable {
  private let tables = Mutex<[ObjectIdentifier: any AnyObject & Sendable]>([:])

  /// No object of any kind.
  package init() {}

  /// The table of a kind of object, which begins to be there when it is first asked for.
  ///
  /// - Parameter begin: Serves the methods of the kind, once, before any of its objects has a handle. It must not ask
  ///   for a table itself.
  func table<Object>(_ begin: (HandleTable<Object>) -> Void) -> HandleTable<Object> {
    tables.withLock { tables in
      let kind = ObjectIdentifier(HandleTable<Object>.self)
      guard let kept = tables[kind] else {
        let table = HandleTable<Object>()
        begin(table)
        tables[kind] = table
        return table
      }
      guard let table = kept as? HandleTable<Object> else {
        preconditionFailure("a table is kept under its own type")
      }
      return table
    }
  }
}
