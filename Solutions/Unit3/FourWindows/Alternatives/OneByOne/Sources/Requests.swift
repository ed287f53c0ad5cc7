import CQRS
import EventSourcing
import SeedVault

/// Keeps a document for every reservation, and joins those of a request.
struct Requests: LotProjection {
  let codec: any EventCodec<LotEvent>
  var name: ProjectionName { .requests }
  var handles: Set<String> { RecordedEvent.lotTypes }

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard let (lot, events) = try event.lotEvents(by: codec) else { return [] }
    var writes: [ViewWrite] = []
    for event in events {
      switch event {
      case .reserved(let request, let seeds, _):
        writes += try await join(lot, request, "reserved", seeds, views)
      case .released(let request, _, _):
        writes += try await join(lot, request, "released", 0, views)
      case .dispatched(let request, let seeds, _):
        writes += try await join(lot, request, "dispatched", seeds, views)
      default: break
      }
    }
    return writes
  }

  /// The changes that one lot's new status of a request makes.
  private func join(
    _ lot: LotID, _ request: RequestID, _ status: String, _ seeds: Int, _ views: any ViewReader
  ) async throws(ProjectionError) -> [ViewWrite] {
    let collection = "requests.of.\(request)"
    let part = JSONValue.object(["status": .string(status), "seeds": .integer(seeds)])
    var parts = try await views.documents(in: collection)
    parts[lot.rawValue] = part
    let sum = parts.values.compactMap { $0["seeds"]?.integer }.reduce(0, +)
    let has = { (status: String) in parts.values.contains { $0["status"]?.text == status } }
    let joint = has("reserved") ? "reserved" : has("dispatched") ? "dispatched" : "released"
    return [
      .put(ViewKey(collection, lot.rawValue), part),
      .put(
        ViewKey("requests", request.rawValue),
        .object(["status": .string(joint), "seeds": .integer(sum)])),
    ]
  }
}
