import CQRS
import EventSourcing
import SuiteSupport

/// A vault at one moment, for findings: cheap to take, and put into words only when it is shown.
struct Moment {
  private let vault: Vault
  private let checkpoints: [[ProjectionName: GlobalPosition]]
  private let isDown: [Bool]

  /// Takes the moment.
  init(of vault: Vault) {
    self.vault = vault
    checkpoints = vault.shelves.map(\.store.contents.checkpoints)
    isDown = vault.shelves.map(\.isDown)
  }

  /// The events with their partitions, and where the partitions are, one line each.
  var given: [Any] {
    vault.chronicle.entries.map { entry in
      let place = "\(entry.position.rawValue), partition \(vault.partition(of: entry.lot))"
      return "\(place): \(entry.lot) \(describe(entry.event))"
    }
      + zip(checkpoints, isDown).enumerated().map { number, state in
        let (checkpoints, isDown) = state
        let places = checkpoints.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.rawValue)" }
        let state =
          places.isEmpty ? "no checkpoints" : "checkpoints \(places.joined(separator: ", "))"
        return "partition \(number)\(isDown ? ", which is down" : ""): \(state)"
      }
  }
}
