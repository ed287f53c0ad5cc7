import EventSourcing
import SeedVault

/// A label of today as a type.
protocol Label: Codable {
  /// Its type and schema.
  static var key: SchemaKey { get }
  /// The event it stands for.
  var event: LotEvent { get }
}

/// All labels of today.
let labels: [any Label.Type] = [
  Deposited.self, Tested.self, Reserved.self, Released.self, Dispatched.self, Exhausted.self,
  Discarded.self,
]

extension LotEvent {
  /// The event's label of today.
  var label: any Label {
    switch self {
    case .deposited(let lot, let taxon, let seeds, let quarantineEndsAt, let at):
      Deposited(
        lot: lot, genus: taxon.genus, species: taxon.species, seeds: seeds,
        quarantineEndsAt: quarantineEndsAt, at: at)
    case .tested(let sown, let germinated, let at):
      Tested(sown: sown, germinated: germinated, at: at)
    case .reserved(let request, let seeds, let at):
      Reserved(request: request, seeds: seeds, at: at)
    case .released(let request, let seeds, let at):
      Released(request: request, seeds: seeds, at: at)
    case .dispatched(let request, let seeds, let at):
      Dispatched(request: request, seeds: seeds, at: at)
    case .exhausted(let at): Exhausted(at: at)
    case .discarded(let reason, let seedsLost, let at):
      Discarded(reason: reason, seedsLost: seedsLost, at: at)
    }
  }
}

/// `lot.deposited` 3.
struct Deposited: Label {
  static let key = SchemaKey("lot.deposited", 3)
  var lot: LotID
  var genus: String
  var species: String
  var seeds: Int
  var quarantineEndsAt: Timestamp
  var at: Timestamp
  var event: LotEvent {
    .deposited(
      lot, Taxon(genus: genus, species: species), seeds: seeds, quarantineEndsAt: quarantineEndsAt,
      at: at)
  }
}

/// `lot.tested` 2.
struct Tested: Label {
  static let key = SchemaKey("lot.tested", 2)
  var sown: Int
  var germinated: Int
  var at: Timestamp
  var event: LotEvent { .tested(sown: sown, germinated: germinated, at: at) }
}

/// `lot.reserved` 2.
struct Reserved: Label {
  static let key = SchemaKey("lot.reserved", 2)
  var request: RequestID
  var seeds: Int
  var at: Timestamp
  var event: LotEvent { .reserved(request, seeds: seeds, at: at) }
}

/// `lot.released` 1.
struct Released: Label {
  static let key = SchemaKey("lot.released", 1)
  var request: RequestID
  var seeds: Int
  var at: Timestamp
  var event: LotEvent { .released(request, seeds: seeds, at: at) }
}

/// `lot.dispatched` 1.
struct Dispatched: Label {
  static let key = SchemaKey("lot.dispatched", 1)
  var request: RequestID
  var seeds: Int
  var at: Timestamp
  var event: LotEvent { .dispatched(request, seeds: seeds, at: at) }
}

/// `lot.exhausted` 1.
struct Exhausted: Label {
  static let key = SchemaKey("lot.exhausted", 1)
  var at: Timestamp
  var event: LotEvent { .exhausted(at: at) }
}

/// `lot.discarded` 1.
struct Discarded: Label {
  static let key = SchemaKey("lot.discarded", 1)
  var reason: String
  var seedsLost: Int
  var at: Timestamp
  var event: LotEvent { .discarded(reason: reason, seedsLost: seedsLost, at: at) }
}
