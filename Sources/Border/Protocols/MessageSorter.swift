public import SeedVault

/// The calls that carry a learner's `MessageSorter` across the border.
enum MessageSorterCalls {
  /// `MessageSorter.classify(_:)`, by a new sorter.
  struct Classify: WireCall {
    typealias Reply = MessageKind?
    static let method = "sorter.classify"
    var card: MessageCard
  }
}

/// A learner's `MessageSorter` in a worker, to be used like any other.
///
/// Once the worker has broken, nothing is classified: the behaviour is lost already, by the worker's fault.
package struct RemoteMessageSorter<Place: Peer>: MessageSorter {
  private let place: Place

  /// A sorter in the running behaviour's worker.
  package init() {
    self.init(in: .current)
  }

  /// A sorter in a worker.
  package init(in place: Place) {
    self.place = place
  }

  /// The learner's classification.
  package func classify(_ card: MessageCard) -> MessageKind? {
    place.answer(to: MessageSorterCalls.Classify(card: card), otherwise: nil)
  }
}

extension WorkerService {
  /// Serves a submission's `MessageSorter`.
  public static func messageSorter<Sorter: MessageSorter>(_ type: Sorter.Type) -> Self {
    Self { suite in
      suite.serve(MessageSorterCalls.Classify.self) { call in Sorter().classify(call.card) }
    }
  }
}
