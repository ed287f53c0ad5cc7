package import CQRS
package import EventSourcing
package import SeedVault
package import Wire

/// Every object here may be held for several workers at once, and several objects for one worker.
extension Worker {
  /// Serves a feed to the worker.
  ///
  /// - Returns: What the worker knows it by.
  package func hold(_ feed: any EventFeed) -> Handle {
    let feeds = held.feeds
    serve(EventFeedCalls.Page.self) { call in
      let feed = try feeds[call.feed]
      return await .init { () async throws(EventStoreError) in
        try await feed.page(after: call.after, limit: call.limit, types: call.types)
      }
    }
    serve(EventFeedCalls.AwaitEvents.self) { call in
      await (try feeds[call.feed]).awaitEvents(after: call.position)
      return Nothing()
    }
    return feeds.add(feed)
  }

  /// Serves a view store to the worker.
  ///
  /// - Returns: What the worker knows it by.
  package func hold(_ store: any ViewStore) -> Handle {
    let views = held.views
    serve(ViewCalls.Commit.self) { call in
      let store = try views.store(call.views)
      return await .init { () async throws(StorageFault) in
        try await store.commit(call.commit)
        return Nothing()
      }
    }
    serve(ViewCalls.Clear.self) { call in
      let store = try views.store(call.views)
      return await .init { () async throws(StorageFault) in
        try await store.clear(call.projection)
        return Nothing()
      }
    }
    return hold(reader: store)
  }

  /// Serves a reader of views to the worker.
  ///
  /// - Returns: What the worker knows it by.
  package func hold(reader: any ViewReader) -> Handle {
    let views = held.views
    serve(ViewCalls.Get.self) { call in
      let reader = try views[call.views]
      return await .init { () async throws(StorageFault) in
        try await reader.get(call.key).map { [$0] } ?? []
      }
    }
    serve(ViewCalls.All.self) { call in
      let reader = try views[call.views]
      return await .init { () async throws(StorageFault) in
        try await reader.all(in: call.collection)
      }
    }
    serve(ViewCalls.Checkpoint.self) { call in
      let reader = try views[call.views]
      return await .init { () async throws(StorageFault) in
        try await reader.checkpoint(of: call.projection)
      }
    }
    return views.add(reader)
  }

  /// Serves a codec of lot events to the worker, also while the suite blocks in a call of its own.
  ///
  /// - Returns: What the worker knows it by.
  package func hold(_ codec: any EventCodec<LotEvent>) -> Handle {
    let codecs = held.codecs
    serveAtOnce(LotCodecCalls.Encode.self) { call in
      try codecs[call.codec].encode(call.event, id: call.id)
    }
    serveAtOnce(LotCodecCalls.Decode.self) { call in
      let codec = try codecs[call.codec]
      do throws(EvolutionError) {
        return .success(try codec.decode(call.stored, mode: call.mode))
      } catch {
        return .failure(error)
      }
    }
    return codecs.add(codec)
  }

  /// Serves a projection to the worker; it reads through what the submission hands to it.
  ///
  /// - Returns: What the worker knows of it.
  package func hold(_ projection: any Projection) -> ProjectionCalls.Description {
    let projections = held.projections
    serve(ProjectionCalls.Writes.self) { [weak self] call in
      let projection = try projections[call.projection]
      guard let self else { return .success([]) }
      let reader = RemoteViewReader(call.reader, in: self)
      return await Outcome { () async throws(ProjectionError) in
        try await projection.writes(for: call.event, reading: reader)
      }
    }
    return ProjectionCalls.Description(
      projection: projections.add(projection), name: projection.name, handles: projection.handles)
  }

  /// Serves a router to the worker, also while the suite blocks in a call of its own.
  ///
  /// - Returns: What the worker knows it by.
  package func hold(_ router: any PartitionRouter) -> Handle {
    let routers = held.routers
    serveAtOnce(PartitionRouterCalls.Partition.self) { call in
      let router = try routers[call.router ?? Handle(-1)]
      // More than the worker's router asks would be hostile, and a router divides by the count.
      guard call.streams.count == 1, call.counts.count == 1, call.counts[0] >= 1 else {
        throw FrameError.malformed
      }
      return [[router.partition(of: call.streams[0], count: call.counts[0])]]
    }
    serveAtOnce(PartitionRouterCalls.Watermark.self) { call in
      try routers[call.router ?? Handle(-1)].watermark(call.statuses)
    }
    return routers.add(router)
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
