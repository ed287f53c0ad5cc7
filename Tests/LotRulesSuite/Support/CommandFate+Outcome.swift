import EventSourcing
import SeedVault

extension CommandFate {
  /// The fate that a decision gives a command.
  init(_ outcome: Outcome<[LotEvent], LotRejection>) {
    switch outcome {
    case .success(let events): self = .accepted(events)
    case .failure(let reason): self = .refused(reason)
    }
  }
}
