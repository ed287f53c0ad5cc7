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
    guard let (lot, events) = try event.lotEvents(by: codec) else { return [] }
    var writes: [ViewWrite] = []
    for event in events {
      let (request, status, seeds): (RequestID, String, Int)
      switch event {
      case .reserved(let id, let count, _): (request, status, seeds) = (id, "reserved", count)
      case .released(let id, _, _): (request, status, seeds) = (id, "released", 0)
      case .dispatched(let id, let count, _): (request, status, seeds) = (id, "dispatched", count)
      case .deposited, .tested, .exhausted, .discarded: continue
      }
      let key = ViewKey("requests", request.rawValue)
      var parts = try await views.document(key)?["lots"]?.fields ?? [:]
      parts[lot.rawValue] = .object(["status": .string(status), "seeds": .integer(seeds)])
      writes.append(.put(key, Self.document(of: parts)))
    }
    return writes
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
