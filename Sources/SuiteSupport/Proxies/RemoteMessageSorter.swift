package import SeedVault
import Wire

/// A learner's `MessageSorter` in a worker, to be used like any other.
package struct RemoteMessageSorter: MessageSorter {
  private let worker: Worker

  /// A sorter in the running behaviour's worker.
  package init() {
    self.init(in: .current)
  }

  /// A sorter in a worker.
  package init(in worker: Worker) {
    self.worker = worker
  }

  /// The learner's classification.
  package func classify(_ card: MessageCard) -> MessageKind? {
    worker.answer(to: FrontDeskCalls.Classify(card: card), otherwise: nil)
  }
}
