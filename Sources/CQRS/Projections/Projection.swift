public import EventSourcing

/// Turns stored events into changes of documents.
///
/// **A projection keeps nothing in memory.** All it knows comes from the event and from documents
/// it reads, so it can be stopped and started anywhere and in any process.
///
/// **The changes depend on the event and the documents alone.** There is no clock: a view that is
/// built again is the same view.
///
/// **The reader shows the state just before the event.** It contains the effects of every earlier
/// event, also of those not committed yet; see ``ProjectionRunner``.
///
/// **Applying changes nothing by itself.** The changes are returned; whoever called commits them.
///
/// **A projection names the stored types it wants.** ``handles`` holds every stored type name that
/// may decode into an event of interest, the names of former times included. Other events need not
/// be passed in; if one is, it causes no changes.
///
/// **Events are decoded tolerantly.** Unknown and retired types cause no changes. If the codec
/// throws, the event is poison: the projection throws `poison` with its position.
///
/// **A fault of the reader is passed on.** It is thrown as `views` with the same fault.
///
/// ```swift
/// struct Deposits: Projection {
///   let codec: any EventCodec<LotEvent>
///   let name: ProjectionName = "deposits"
///   let handles: Set<String> = ["lot.deposited"]
///
///   init(codec: any EventCodec<LotEvent>) { self.codec = codec }
///
///   func writes(for event: RecordedEvent, reading: any ViewReader)
///     async throws(ProjectionError) -> [ViewWrite]
///   {
///     [.put(ViewKey("deposits", event.stream.rawValue), .int(event.recordedAt.rawValue))]
///   }
/// }
/// ```
public protocol Projection<Event>: Sendable {
  /// The events that stored events are decoded into.
  associatedtype Event: Hashable & Codable & Sendable

  /// Creates a projection.
  ///
  /// - Parameter codec: The translation of stored events.
  init(codec: any EventCodec<Event>)

  /// The name under which documents and checkpoint are kept, always the same.
  var name: ProjectionName { get }

  /// The stored type names the projection wants to see, always the same.
  var handles: Set<String> { get }

  /// Returns the changes that one event causes.
  ///
  /// - Parameters:
  ///   - event: The event as it is stored.
  ///   - reading: The documents as all earlier events have left them.
  /// - Returns: The changes in order; none if the event does not matter.
  /// - Throws: `poison` if the event cannot be decoded, `views` if the reader fails.
  func writes(for event: RecordedEvent, reading: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
}
