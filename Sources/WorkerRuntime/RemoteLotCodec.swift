package import EventSourcing
package import SeedVault
package import Wire

/// The codec a worker gives to a submission: every translation is a call to the codec that the suite holds.
///
/// So no worker holds a solution of the exercise about codecs, and the suite decides what can be understood.
package struct RemoteLotCodec: EventCodec {
  private let codec: Handle
  private let suite: SuiteConnection

  /// Stands for a codec of the suite's.
  package init(_ codec: Handle, over suite: SuiteConnection) {
    self.codec = codec
    self.suite = suite
  }

  /// Encodes an event by the suite's codec.
  package func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    served(LotCodecCalls.Encode(codec: codec, event: event, id: id))
  }

  /// Decodes an event by the suite's codec.
  package func decode(_ stored: RecordedEvent, mode: ReaderMode)
    throws(EvolutionError) -> [LotEvent]
  {
    try served(LotCodecCalls.Decode(codec: codec, stored: stored, mode: mode)).get()
  }

  /// Calls the suite, which must serve the call; if it does not, the worker says so and ends.
  private func served<Call: WireCall>(_ call: Call) -> Call.Reply {
    do { return try suite.callBlocking(call) } catch { fatalError("\(error)") }
  }
}
