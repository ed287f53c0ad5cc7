/// The place of an event in its stream and in the order of all events.
package struct StreamPlace {
  /// The name of the stream.
  package let stream: [UInt8]
  /// The number in the stream.
  package let version: Int64
  /// The place in the order of all events.
  package let position: Int64

  /// Names a place.
  package init(stream: [UInt8], version: Int64, position: Int64) {
    self.stream = stream
    self.version = version
    self.position = position
  }
}
