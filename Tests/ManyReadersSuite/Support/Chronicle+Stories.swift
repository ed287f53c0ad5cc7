import EventSourcing
import SeedVault
import SeededRandom
import SuiteSupport

extension Taxon {
  /// The taxon of most lots.
  static let barley = Taxon(genus: "Hordeum", species: "vulgare")
  /// Another genus with a species of the same name.
  static let beet = Taxon(genus: "Beta", species: "vulgare")
}

extension Chronicle {
  /// When everything happens: a day in 1971.
  private static let day: Timestamp = 42_192_000_000

  /// Sixteen events of four lots, mixed; two requests are served by several lots.
  static let mixed = Chronicle([
    deposit("tarn-1", .barley, 200), deposit("tarn-2", .barley, 100),
    deposit("tarn-3", .beet, 50),
    ("tarn-1", .tested(sown: 20, germinated: 17, at: day)),
    ("tarn-2", .tested(sown: 10, germinated: 4, at: day)),
    ("tarn-1", .reserved("r-1", seeds: 30, at: day)),
    ("tarn-2", .reserved("r-1", seeds: 20, at: day)),
    ("tarn-3", .reserved("r-2", seeds: 10, at: day)),
    deposit("tarn-4", .barley, 70),
    ("tarn-2", .dispatched("r-1", seeds: 20, at: day)),
    ("tarn-4", .reserved("r-2", seeds: 5, at: day)),
    ("tarn-3", .released("r-2", seeds: 10, at: day)),
    ("tarn-1", .tested(sown: 10, germinated: 2, at: day)),
    ("tarn-4", .dispatched("r-2", seeds: 5, at: day)),
    ("tarn-3", .discarded(reason: "mould", seedsLost: 50, at: day)),
    ("tarn-1", .released("r-1", seeds: 30, at: day)),
  ])

  /// The queries that between them show everything of a chronicle.
  var queries: [VaultQuery] {
    let requests = Set(entries.compactMap(\.event.request)).sorted()
    return lots.map(VaultQuery.lotCard) + Self.crossing + requests.map(VaultQuery.request)
  }

  /// Queries about all lots, one for each view that is not about one.
  static let crossing: [VaultQuery] = [
    .availability(.barley), .watchlist(belowPermille: 900, limit: 3), .request("r-1"),
  ]

  /// A random history of some lots, in which a request is reserved once in a lot and then settled.
  static func random(seed: UInt64, lots: Int, events: Int) -> Chronicle {
    var generator = SeededGenerator(seed: seed)
    var open: [(lot: LotID, request: RequestID, seeds: Int)] = []
    var happenings: [(lot: LotID, event: LotEvent)] = (1...lots).map { number in
      deposit("tarn-\(number)", number.isMultiple(of: 3) ? .beet : .barley, number * 100)
    }
    while happenings.count < events {
      let lot = LotID(rawValue: "tarn-\(Int.random(in: 1...lots, using: &generator))")
      let seeds = Int.random(in: 1...9, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0, 1:
        let request = RequestID(rawValue: "r-\(Int.random(in: 1...3, using: &generator))")
        guard !happenings.contains(where: { $0.lot == lot && $0.event.request == request })
        else { continue }
        open.append((lot, request, seeds))
        happenings.append((lot, .reserved(request, seeds: seeds, at: day)))
      case 2, 3:
        guard let index = open.indices.randomElement(using: &generator) else { continue }
        let (lot, request, seeds) = open.remove(at: index)
        happenings.append(
          Bool.random(using: &generator)
            ? (lot, .released(request, seeds: seeds, at: day))
            : (lot, .dispatched(request, seeds: seeds, at: day)))
      case 4:
        happenings.append((lot, .tested(sown: 10, germinated: seeds, at: day)))
      default:
        guard seeds > 7 else { continue }
        happenings.append((lot, .discarded(reason: "age", seedsLost: seeds, at: day)))
      }
    }
    return Chronicle(happenings)
  }

  /// A lot comes into the vault.
  private static func deposit(
    _ lot: LotID, _ taxon: Taxon, _ seeds: Int
  ) -> (lot: LotID, event: LotEvent) {
    (lot, .deposited(lot, taxon, seeds: seeds, quarantineEndsAt: day, at: day))
  }
}
