import CQRS
import EventSourcing
import SeedVault

/// The window on requests, whichever lots they take their seeds from.
struct Requests: LotProjection {
  private let codec: any EventCodec<LotEvent>
  let name: ProjectionName = .requests
  let handles: Set<String> = [
    "lot.reserved", "lot.released", "lot.dispatched", "lot.shipped",
  ]

  init(codec: any EventCodec<LotEvent>) {
    self.codec = codec
  }

  /// Puts the request's document with the lot's part in it.
  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    // TODO: Put the document of every request that the event is about, with the part of this lot
    // joined to those of the others.
    []
  }

  /// What one event says of its lot's part in a request, or nil if it says nothing of requests.
  private static func part(
    in event: LotEvent
  ) -> (request: RequestID, status: String, seeds: Int)? {
    switch event {
    case .reserved(let request, let seeds, _): (request, "reserved", seeds)
    case .released(let request, _, _): (request, "released", 0)
    case .dispatched(let request, let seeds, _): (request, "dispatched", seeds)
    case .deposited, .tested, .exhausted, .discarded: nil
    }
  }

  /// The document that joins what the lots say.
  private static func document(of parts: [String: JSONValue]) -> JSONValue {
    let seeds = parts.values.reduce(0) { $0 + ($1["seeds"]?.integer ?? 0) }
    let statuses = Set(parts.values.compactMap { $0["status"]?.text })
    let status = ["reserved", "dispatched"].first { statuses.contains($0) } ?? "released"
    return .object([
      "status": .string(status), "seeds": .integer(seeds), "lots": .object(parts),
    ])
  }
}
