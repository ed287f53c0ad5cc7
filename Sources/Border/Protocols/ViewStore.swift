import CQRS
import EventSourcing

/// The calls that carry a `ViewReader` or a `ViewStore` across the border, to the side that holds it.
///
/// A worker makes them to stores of the suite's. A suite makes the reading ones, too: to the reader
/// that a submission has handed to one of the suite's projections.
enum ViewCalls {
  /// `get(_:)`; answers a list of the one document, or of none.
  ///
  /// A list, since JSON does not tell a document that is null from no document.
  struct Get: WireCall {
    typealias Reply = Outcome<[JSONValue], StorageFault>
    static let method = "views.get"
    var views: Handle
    var key: ViewKey
  }

  /// `all(in:)`.
  struct All: WireCall {
    typealias Reply = Outcome<[String: JSONValue], StorageFault>
    static let method = "views.all"
    var views: Handle
    var collection: String
  }

  /// `checkpoint(of:)`.
  struct Checkpoint: WireCall {
    typealias Reply = Outcome<GlobalPosition?, StorageFault>
    static let method = "views.checkpoint"
    var views: Handle
    var projection: ProjectionName
  }

  /// `commit(_:)`.
  struct Commit: WireCall {
    typealias Reply = Outcome<Nothing, StorageFault>
    static let method = "views.commit"
    var views: Handle
    var commit: ViewCommit
  }

  /// `clear(_:)`.
  struct Clear: WireCall {
    typealias Reply = Outcome<Nothing, StorageFault>
    static let method = "views.clear"
    var views: Handle
    var projection: ProjectionName
  }
}

// MARK: - Remote

/// Views that a peer holds; every operation is a call to them.
///
/// Once the peer has broken, there are no documents.
protocol RemoteViews<Place>: ViewReader {
  associatedtype Place: Peer
  /// What the peer knows them by.
  var views: Handle { get }
  /// The peer.
  var place: Place { get }
}

extension RemoteViews {
  /// Reads a document of the peer's.
  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    try await place.answer(to: ViewCalls.Get(views: views, key: key), otherwise: .success([]))
      .get().first
  }

  /// Reads a collection of the peer's.
  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    try await place.answer(
      to: ViewCalls.All(views: views, collection: collection), otherwise: .success([:])
    ).get()
  }

  /// Reads a checkpoint of the peer's.
  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
    try await place.answer(
      to: ViewCalls.Checkpoint(views: views, projection: projection), otherwise: .success(nil)
    ).get()
  }
}

/// Views that a peer lets be read.
///
/// **A type apart from the store,** so that views which one peer has lent for reading are no store to another peer that
/// they are held for.
struct RemoteViewReader<Place: Peer>: RemoteViews {
  let views: Handle
  let place: Place

  /// Stands for a reader of a peer's.
  init(_ views: Handle, in place: Place) {
    self.views = views
    self.place = place
  }
}

/// Views that a peer lets be read and changed.
///
/// So faults and recordings are made on the trusted side, and the documents outlive the worker. Once the peer has
/// broken, nothing is written.
struct RemoteViewStore<Place: Peer>: RemoteViews, ViewStore {
  let views: Handle
  let place: Place

  /// Stands for a store of a peer's.
  init(_ views: Handle, in place: Place) {
    self.views = views
    self.place = place
  }

  /// Commits to the peer's store.
  func commit(_ commit: ViewCommit) async throws(StorageFault) {
    _ = try await place.answer(
      to: ViewCalls.Commit(views: views, commit: commit), otherwise: .failure(.notWritten)
    ).get()
  }

  /// Clears a projection in the peer's store.
  func clear(_ projection: ProjectionName) async throws(StorageFault) {
    _ = try await place.answer(
      to: ViewCalls.Clear(views: views, projection: projection), otherwise: .failure(.notWritten)
    ).get()
  }
}

// MARK: - Serving

extension Peer {
  /// Holds views for the peer to read and change.
  ///
  /// - Returns: What the peer knows them by.
  func hold(_ store: any ViewStore) -> Handle {
    let views = views
    serve(ViewCalls.Commit.self) { call in
      let store = try views.store(call.views)
      return await Outcome { () async throws(StorageFault) in
        try await store.commit(call.commit)
        return Nothing()
      }
    }
    serve(ViewCalls.Clear.self) { call in
      let store = try views.store(call.views)
      return await Outcome { () async throws(StorageFault) in
        try await store.clear(call.projection)
        return Nothing()
      }
    }
    return views.add(store)
  }

  /// Holds views for the peer to read.
  ///
  /// - Returns: What the peer knows them by.
  func hold(reader: any ViewReader) -> Handle { views.add(reader) }

  /// The views held for the peer, those it may only read included.
  private var views: HandleTable<any ViewReader> {
    held.table { views in
      serve(ViewCalls.Get.self) { call in
        let reader = try views[call.views]
        return await Outcome { () async throws(StorageFault) in
          try await reader.get(call.key).map { [$0] } ?? []
        }
      }
      serve(ViewCalls.All.self) { call in
        let reader = try views[call.views]
        return await Outcome { () async throws(StorageFault) in
          try await reader.all(in: call.collection)
        }
      }
      serve(ViewCalls.Checkpoint.self) { call in
        let reader = try views[call.views]
        return await Outcome { () async throws(StorageFault) in
          try await reader.checkpoint(of: call.projection)
        }
      }
    }
  }
}

extension HandleTable where Object == any ViewReader {
  /// The view store of a handle.
  ///
  /// - Throws: ``UnknownHandle`` when there is none that the handle gives the right to change.
  fileprivate func store(_ handle: Handle) throws(UnknownHandle) -> any ViewStore {
    guard let store = try self[handle] as? any ViewStore else {
      throw UnknownHandle(handle: handle)
    }
    return store
  }
}
