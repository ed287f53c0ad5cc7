/// Asks a worker for a sign of life.
///
/// Every worker serves it.
///
/// Frames keep their order, so whatever a worker wrote before it answers has arrived when the answer has.
package struct Ping: WireCall {
  package typealias Reply = Nothing
  package static let method = "worker.ping"
  package init() {}
}
