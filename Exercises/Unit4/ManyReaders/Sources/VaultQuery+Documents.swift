import CQRS
import EventSourcing
import SeedVault

extension VaultQuery {
  /// The projection that serves the query.
  var projection: ProjectionName {
    switch self {
    case .lotCard: .cards
    case .availability: .availability
    case .watchlist: .watchlist
    case .request: .requests
    }
  }

  /// Returns the documents that concern the query, as far as one view store has them, by their
  /// names.
  func documents(in views: any ViewReader) async throws(StorageFault) -> [String: JSONValue] {
    let name: String
    switch self {
    case .lotCard(let lot): name = lot.rawValue
    case .availability(let taxon): name = taxon.genus + " " + taxon.species
    case .watchlist: return try await views.all(in: projection.rawValue)
    case .request(let request): name = request.rawValue
    }
    guard let document = try await views.get(ViewKey(projection.rawValue, name)) else { return [:] }
    return [name: document]
  }

  /// Returns the view that the documents of several view stores make together.
  ///
  /// - Parameter shares: The documents that concern the query, of each store.
  /// - Returns: The view, or nil if no store has a document.
  /// - Throws: `unavailable` if a document is not as described.
  func view(joining shares: [[String: JSONValue]]) throws(QueryError) -> VaultView? {
    let documents = shares.flatMap { $0.values }
    if documents.isEmpty, projection != .watchlist { return nil }
    switch self {
    case .lotCard:
      return .lotCard(try documents[0].figures())
    case .availability:
      var seeds = 0
      var lots: [LotID] = []
      for document in documents {
        seeds += try document.integer("seeds")
        lots += try document.texts("lots").map(LotID.init(rawValue:))
      }
      return .availability(seeds: seeds, lots: lots.sorted())
    case .watchlist(let belowPermille, let limit):
      var lots: [(permille: Int, lot: LotID)] = []
      for (name, document) in shares.joined() {
        let permille = try document.integer("permille")
        if permille < belowPermille { lots.append((permille, LotID(rawValue: name))) }
      }
      return .watchlist(lots.sorted(by: <).prefix(max(limit, 0)).map(\.lot))
    case .request:
      var seeds = 0
      var found: Set<String> = []
      for document in documents {
        seeds += try document.integer("seeds")
        found.insert(try document.text("status"))
      }
      let status = ["reserved", "dispatched"].first(where: found.contains) ?? "released"
      return .request(status: status, seeds: seeds)
    }
  }
}
