public import EventSourcing

/// The translation of lot events from and to every stored schema.
public protocol LotEventCodec: EventCodec where Event == LotEvent {
  /// Creates a codec.
  init()
}
