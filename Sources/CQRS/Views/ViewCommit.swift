public import EventSourcing

/// Changes to documents and a checkpoint that are stored together.
public struct ViewCommit: Hashable, Codable, Sendable {
  /// The projection that makes the changes and will own the documents it puts.
  public var projection: ProjectionName

  /// The changes, in order; a later change of the same document wins.
  public var writes: [ViewWrite]

  /// The projection's new checkpoint, or nil to leave the checkpoint as it is.
  public var checkpoint: GlobalPosition?

  /// Creates a commit.
  public init(projection: ProjectionName, writes: [ViewWrite], checkpoint: GlobalPosition?) {
    self.projection = projection
    self.writes = writes
    self.checkpoint = checkpoint
  }
}
