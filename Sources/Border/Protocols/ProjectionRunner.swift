package import CQRS
package import EventSourcing

/// The calls that carry a submission's lot projections and `ProjectionRunner` across the border.
package enum FourWindowsCalls {
  /// Which of the learner's projections is meant.
  package enum Window: String, Hashable, Codable, Sendable, CaseIterable {
    case cards
    case availability
    case watchlist
    case requests
  }

  /// `Projection.init(codec:)`; answers the new projection.
  package struct MakeProjection: WireCall {
    package typealias Reply = ProjectionCalls.Description
    package static let method = "windows.makeProjection"
    package var window: Window
    package var codec: Handle
    package init(window: Window, codec: Handle) {
      self.window = window
      self.codec = codec
    }
  }

  /// Whose projection a runner carries along.
  package enum Carried: Hashable, Codable, Sendable {
    /// One that the worker has made.
    case own(Handle)
    /// One that the suite holds.
    case suites(ProjectionCalls.Description)
  }

  /// `ProjectionRunner.init(_:feed:views:batch:)`; answers the new runner.
  package struct MakeRunner: WireCall {
    package typealias Reply = Handle
    package static let method = "windows.makeRunner"
    package var projection: Carried
    package var feed: Handle
    package var views: Handle
    package var batch: Int
    package init(projection: Carried, feed: Handle, views: Handle, batch: Int) {
      self.projection = projection
      self.feed = feed
      self.views = views
      self.batch = batch
    }
  }

  /// `ProjectionRunner.catchUp()`.
  package struct CatchUp: WireCall {
    package typealias Reply = Outcome<GlobalPosition, ProjectionError>
    package static let method = "windows.catchUp"
    package var runner: Handle
    package init(runner: Handle) {
      self.runner = runner
    }
  }

  /// `ProjectionRunner.rebuild()`.
  package struct Rebuild: WireCall {
    package typealias Reply = Outcome<GlobalPosition, ProjectionError>
    package static let method = "windows.rebuild"
    package var runner: Handle
    package init(runner: Handle) {
      self.runner = runner
    }
  }
}
