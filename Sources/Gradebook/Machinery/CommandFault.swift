package import EventSourcing

/// A command that is not carried out through a mistake of whoever sent it or of this program; nothing was stored.
package enum CommandFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The identity belongs to a command that was carried out on another stream.
  case identityReused(CommandID)
  /// An event would not be read again as it was decided.
  case unreadable(EventID)

  /// What is wrong, in a sentence.
  package var description: String {
    switch self {
    case .identityReused(let id):
      "The command identity \(id) was used for another command already. Nothing was changed."
    case .unreadable(let id):
      "The event \(id) could not be read again. Nothing was changed."
    }
  }
}
