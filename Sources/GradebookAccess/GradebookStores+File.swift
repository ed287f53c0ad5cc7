package import Registrar
package import SQLiteStore

extension GradebookStores {
  /// The stores in a gradebook's file.
  package init(_ file: StoreFile) {
    let path = file.events.path
    self.init(
      name: path, events: file.events, views: file.views,
      examine: { try await SQLiteEventStore.verify(at: path, expecting: $0) })
  }
}
