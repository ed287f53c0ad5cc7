import CQRS
import EventSourcing
import SeedVault
import SuiteSupport

/// A read side in the learner's hands, over a vault in the suite's.
struct Readers: Sendable {
  /// What became of a query.
  enum Reply: Equatable {
    /// It was answered.
    case answered(view: VaultView?, asOf: GlobalPosition)
    /// The views are too old.
    case notYet(asOf: GlobalPosition)
    /// Something that is needed cannot be read.
    case unavailable
  }

  /// The vault.
  let vault: Vault
  /// The windows it carries along.
  let windows: [ProjectionName]
  /// The learner's read side.
  let reads: VaultReads

  // MARK: - Doing

  /// Pumps, whatever comes of it.
  func pump(_ partition: Int, limit: Int = 100) async -> Outcome<GlobalPosition, ProjectionError> {
    await Outcome { () async throws(ProjectionError) in
      try await reads.pump(partition: partition, limit: limit)
    }
  }

  /// Asks.
  func ask(_ query: VaultQuery, _ freshness: Freshness = .eventual) async -> Reply {
    do throws(QueryError) {
      let answer = try await reads.ask(query, freshness: freshness)
      return .answered(view: answer.view, asOf: answer.asOf)
    } catch {
      switch error {
      case .notYet(let asOf): return .notYet(asOf: asOf)
      case .unavailable: return .unavailable
      }
    }
  }

  // MARK: - Checking

  /// Pumps and checks how far that went, in what is returned and in every window's checkpoint.
  func pump(_ partition: Int, limit: Int = 100, reaches number: Int) async throws {
    let position = Chronicle.position(number)
    let moment = vault.moment
    let when = "partition \(partition) is pumped with a limit of \(limit)"
    try check(
      await pump(partition, limit: limit), equals: .success(position), given: moment.given,
      when: when)
    let shelf = vault.shelves[partition]
    for name in windows {
      try check(
        shelf.checkpoint(name), equals: position, given: moment.given,
        when: "\(when), the checkpoint of \(name) in its view store")
    }
  }

  /// Asks and checks the reply.
  func ask(_ query: VaultQuery, _ freshness: Freshness = .eventual, gets reply: Reply) async throws
  {
    try check(
      await ask(query, freshness), equals: reply, given: vault.moment.given,
      when: "\(describe(query)) is asked, \(describe(freshness))")
  }

  /// Asks everything and checks the answers of partitions that have had so many events of the feed.
  func asksEverything(after number: Int? = nil) async throws {
    let number = number ?? vault.chronicle.entries.count
    let counts = vault.shelves.map { _ in number }
    for query in vault.chronicle.queries where windows.contains(query.window) {
      try await ask(
        query,
        gets: .answered(
          view: vault.view(of: query, after: counts), asOf: Chronicle.position(number)))
    }
  }

  /// Checks the statuses of all partitions.
  func hasStatus(_ expected: [PartitionStatus], _ circumstances: String) async throws {
    try check(
      await reads.status(), equals: expected, given: vault.moment.given,
      when: "the status is asked \(circumstances)")
  }

  /// Checks that every document was made by exactly the events that concern it, in order, in the partition they belong to.
  ///
  /// - Parameters:
  ///   - count: How many events of the feed the partitions have had.
  ///   - partitions: The partitions that are looked at; all if left out.
  ///   - when: What was done.
  func hasApplied(first count: Int, in partitions: [Int]? = nil, when: String) throws {
    guard let difference = difference(first: count, in: partitions) else { return }
    try check(
      false, expected: "\(difference.place): the events at \(Self.list(difference.expected))",
      got: "those at \(Self.list(difference.got))", given: vault.moment.given, when: when)
  }

  /// The first document that was not made by exactly the events that concern it.
  func difference(
    first count: Int, in partitions: [Int]? = nil
  ) -> (place: String, expected: [GlobalPosition]?, got: [GlobalPosition]?)? {
    let entries = vault.chronicle.entries.prefix(count)
      .map { (entry: $0, partition: vault.partition(of: $0.lot)) }
    for number in partitions ?? Array(vault.shelves.indices) {
      for window in windows {
        var expected: [String: [GlobalPosition]] = [:]
        for (entry, partition) in entries where partition == number {
          guard let id = vault.chronicle.document(in: window, concernedBy: entry) else { continue }
          expected[id, default: []].append(entry.position)
        }
        let got = vault.shelves[number].log(window)
        for id in Set(expected.keys).union(got.keys).sorted() where got[id] != expected[id] {
          return ("\(window) of \(id) in partition \(number)", expected[id], got[id])
        }
      }
    }
    return nil
  }

  /// Positions as text.
  static func list(_ positions: [GlobalPosition]?) -> String {
    guard let positions, !positions.isEmpty else { return "no position" }
    return positions.map { "\($0.rawValue)" }.joined(separator: ", ")
  }
}
