import CQRS
import EventSourcing

/// Works out a whole run in memory and commits it once; a rebuild is worked out beside the old documents.
final class Runner: ProjectionRunner {
  private let projection: any Projection
  private let feed: any EventFeed
  private let views: any ViewStore
  private let batch: Int

  init(_ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int) {
    self.projection = projection
    self.feed = feed
    self.views = views
    self.batch = batch
  }

  /// One run over all that is new.
  private struct Run {
    var pending: PendingViews
    var reached: GlobalPosition
    var failure: ProjectionError?
  }

  func catchUp() async throws(ProjectionError) -> GlobalPosition {
    let start: GlobalPosition
    do { start = try await views.checkpoint(of: projection.name) ?? .start } catch {
      throw .views(error)
    }
    let run = await run(over: views, after: start)
    // Committing no progress does no harm, and no good.
    return try await finish(run)
  }

  func rebuild() async throws(ProjectionError) -> GlobalPosition {
    let run = await run(over: Nothing(), after: .start)
    do { try await views.clear(projection.name) } catch { throw .views(error) }
    return try await finish(run)
  }

  /// Applies everything after a position, until the end or the first failure.
  private func run(over documents: any ViewReader, after start: GlobalPosition) async -> Run {
    var run = Run(pending: PendingViews(over: documents), reached: start)
    do throws(ProjectionError) {
      while true {
        let page = try await page(after: run.reached)
        for event in page.events where event.position > run.reached {
          let writes = try await projection.writes(for: event, reading: run.pending)
          run.pending.add(writes)
          run.reached = event.position
        }
        run.reached = max(run.reached, page.next)
        if page.caughtUp { return run }
      }
    } catch {
      run.failure = error
      return run
    }
  }

  /// Commits what a run came to, then throws what ended it.
  private func finish(_ run: Run) async throws(ProjectionError) -> GlobalPosition {
    let commit = ViewCommit(
      projection: projection.name, writes: run.pending.writes, checkpoint: run.reached)
    do { try await views.commit(commit) } catch { throw .views(error) }
    if let failure = run.failure { throw failure }
    return run.reached
  }

  /// The next page of events that the projection wants.
  private func page(after position: GlobalPosition) async throws(ProjectionError) -> FeedPage {
    do {
      return try await feed.page(after: position, limit: batch, types: projection.handles)
    } catch { throw .feed(error) }
  }
}

/// No documents at all: what a rebuild begins with.
private struct Nothing: ViewReader {
  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? { nil }
  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] { [:] }
  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
    nil
  }
}
