public import EventSourcing

extension LotID {
  /// The stream of the lot: `lot-` followed by its identifier.
  public var stream: StreamID {
    StreamID(rawValue: "lot-" + rawValue)
  }

  /// Creates the identifier of the lot a stream belongs to, or nil if it is not the stream of a
  /// lot.
  public init?(stream: StreamID) {
    guard stream.rawValue.hasPrefix("lot-") else { return nil }
    self.init(rawValue: String(stream.rawValue.dropFirst("lot-".count)))
  }
}
