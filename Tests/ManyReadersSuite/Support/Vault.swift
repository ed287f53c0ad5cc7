import CQRS
import EventSourcing
import SeedVault
import SuiteSupport

/// A vault with a partitioned read side: what the suite holds of it.
struct Vault: Sendable {
  /// The names of all four windows.
  static let windows: [ProjectionName] = [.cards, .availability, .watchlist, .requests]

  /// What happened.
  let chronicle: Chronicle
  /// The feed of all that happened.
  let tap: Tap
  /// The view store of each partition.
  let shelves: [Shelf]
  /// What places the lots.
  let router: any PartitionRouter
  /// The event that cannot be understood, if any.
  let poison: Poison?

  /// Builds a vault.
  ///
  /// - Parameters:
  ///   - chronicle: What happens.
  ///   - count: The number of partitions.
  ///   - places: The partition of each lot.
  ///   - router: What places the lots instead.
  ///   - poison: The event that cannot be understood.
  init(
    _ chronicle: Chronicle = .mixed, partitions count: Int = 2, places: [LotID: Int] = Self.places,
    router: (any PartitionRouter)? = nil, poison: Poison? = nil
  ) {
    self.chronicle = chronicle
    tap = Tap(chronicle.events)
    shelves = (0..<count).map { _ in Shelf() }
    self.router = router ?? AssignedRouter(places)
    self.poison = poison
  }

  /// The places of the lots of ``Chronicle/mixed``: two in each of two partitions.
  static let places: [LotID: Int] = ["tarn-1": 0, "tarn-2": 1, "tarn-3": 0, "tarn-4": 1]

  /// Opens a read side of the learner's over the vault.
  ///
  /// - Parameters:
  ///   - names: The windows it carries along.
  ///   - worker: Where it runs.
  func open(
    _ names: [ProjectionName] = Self.windows, in worker: Worker = .current
  ) -> Readers {
    Readers(
      vault: self, windows: names,
      reads: VaultReads(
        router: router, feed: tap, partitions: shelves,
        projections: names.map { Window($0, on: chronicle, poison: poison) }, in: worker))
  }

  /// The partition of a lot.
  func partition(of lot: LotID) -> Int {
    router.partition(of: lot.stream, count: shelves.count)
  }

  /// The view that the partitions show together after they have had so many events of the feed each.
  func view(of query: VaultQuery, after counts: [Int]) -> VaultView? {
    chronicle.entries.filter { $0.position <= Chronicle.position(counts[partition(of: $0.lot)]) }
      .view(of: query, in: chronicle)
  }

  /// Brings a partition past the first so many events, without the learner's help.
  ///
  /// So that what a learner's pump does wrong does not count against the answers.
  func fill(
    _ partition: Int, upTo count: Int, _ names: [ProjectionName] = Self.windows
  ) async throws {
    let store = shelves[partition].store
    for name in names {
      let window = Window(name, on: chronicle)
      let reached = shelves[partition].checkpoint(name) ?? .start
      for (entry, event) in zip(chronicle.entries, chronicle.events).prefix(count)
      where entry.position > reached && self.partition(of: entry.lot) == partition {
        let writes = try await window.writes(for: event, reading: store)
        try await store.commit(ViewCommit(projection: name, writes: writes, checkpoint: nil))
      }
      try await store.commit(
        ViewCommit(projection: name, writes: [], checkpoint: Chronicle.position(count)))
    }
  }

  /// The vault as it is now, for findings.
  var moment: Moment { Moment(of: self) }
}
