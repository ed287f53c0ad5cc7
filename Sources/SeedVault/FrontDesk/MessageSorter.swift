/// Sorts messages into commands, events and queries by what they do.
///
/// **An event has happened and cannot be refused.** It returns no data.
///
/// **A command may be refused and changes state.** It has not happened yet and returns no data.
///
/// **A query returns data and changes nothing.** It has not happened.
///
/// **A message that is two things at once is none.** A card that both changes state and returns
/// data, or claims to have happened and yet may be refused, has no kind: the answer is nil.
///
/// **Names do not matter.** A card named LotTested that may be refused and changes state is a
/// command; one named CountSeeds that has happened and cannot be refused is an event.
///
/// Cards of other combinations are not asked about.
///
/// ```swift
/// let card = MessageCard(
///   name: "ReserveSeeds", mayBeRefused: true, changesState: true, returnsData: false,
///   alreadyHappened: false)
/// Sorter().classify(card)  // .command
/// ```
public protocol MessageSorter: Sendable {
  /// Creates a sorter.
  init()

  /// Returns the kind of a message.
  ///
  /// - Parameter card: The message, described by its behavior.
  /// - Returns: Its kind, or nil if it is two things at once.
  func classify(_ card: MessageCard) -> MessageKind?
}
