package import CQRS
package import EventSourcing

/// The calls that carry a `ViewReader` or a `ViewStore` across the border.
///
/// A worker makes them to stores of the suite's. A suite makes the reading ones, too: to the reader
/// that a submission has handed to one of the suite's projections.
package enum ViewCalls {
  /// `get(_:)`; answers a list of the one document, or of none.
  ///
  /// A list, since JSON does not tell a document that is null from no document.
  package struct Get: WireCall {
    package typealias Reply = Outcome<[JSONValue], StorageFault>
    package static let method = "views.get"
    package var views: Handle
    package var key: ViewKey
    package init(views: Handle, key: ViewKey) {
      self.views = views
      self.key = key
    }
  }

  /// `all(in:)`.
  package struct All: WireCall {
    package typealias Reply = Outcome<[String: JSONValue], StorageFault>
    package static let method = "views.all"
    package var views: Handle
    package var collection: String
    package init(views: Handle, collection: String) {
      self.views = views
      self.collection = collection
    }
  }

  /// `checkpoint(of:)`.
  package struct Checkpoint: WireCall {
    package typealias Reply = Outcome<GlobalPosition?, StorageFault>
    package static let method = "views.checkpoint"
    package var views: Handle
    package var projection: ProjectionName
    package init(views: Handle, projection: ProjectionName) {
      self.views = views
      self.projection = projection
    }
  }

  /// `commit(_:)`.
  package struct Commit: WireCall {
    package typealias Reply = Outcome<Nothing, StorageFault>
    package static let method = "views.commit"
    package var views: Handle
    package var commit: ViewCommit
    package init(views: Handle, commit: ViewCommit) {
      self.views = views
      self.commit = commit
    }
  }

  /// `clear(_:)`.
  package struct Clear: WireCall {
    package typealias Reply = Outcome<Nothing, StorageFault>
    package static let method = "views.clear"
    package var views: Handle
    package var projection: ProjectionName
    package init(views: Handle, projection: ProjectionName) {
      self.views = views
      self.projection = projection
    }
  }
}
