/// A command that fares differently under two policies.
public struct Divergence: Hashable, Codable, Sendable {
  /// The place of the command in the log, from 0; refused commands count.
  public var index: Int

  /// The fate of the command under the first policy.
  public var before: CommandFate

  /// The fate of the command under the second policy.
  public var after: CommandFate

  /// Creates a divergence.
  public init(index: Int, before: CommandFate, after: CommandFate) {
    self.index = index
    self.before = before
    self.after = after
  }
}
