package import CQRS
package import EventSourcing
import Synchronization

/// A view store on the trusted side, which records every change and fails when it is told to.
///
/// It may be held for any number of workers at once. **What a submission can put into it is limited**, since it may be
/// hostile: after some millions of characters the store is unavailable for good.
package final class FakeViewStore: ViewStore {
  /// What can be asked of the store.
  package enum Use: Hashable, Sendable {
    /// A document or a collection is read.
    case read
    /// A checkpoint is read.
    case checkpoint
    /// Changes are committed.
    case commit
    /// A projection is cleared.
    case clear
  }

  /// One change of the store that has happened.
  package enum Change: Hashable, Sendable {
    /// A commit was stored.
    case committed(ViewCommit)
    /// A projection was cleared.
    case cleared(ProjectionName)
  }

  fileprivate struct State {
    var contents = ViewContents()
    var changes: [Change] = []
    var plan: [PlannedFault] = []
    var room = 4 << 20
  }

  /// A fault that will happen.
  fileprivate struct PlannedFault {
    var use: Use
    var skip: Int
    var fault: StorageFault
    var stores: Bool
  }

  private let start: ViewContents
  private let state: Mutex<State>

  /// A store with some contents.
  package init(_ contents: ViewContents = ViewContents()) {
    start = contents
    state = Mutex(State(contents: contents))
  }

  // MARK: - For suites

  /// What the store holds now.
  package var contents: ViewContents { state.withLock { $0.contents } }

  /// Every change that was made, oldest first.
  package var changes: [Change] { state.withLock { $0.changes } }

  /// What the store held after each change, oldest first.
  package var moments: [ViewContents] {
    var contents = start
    return changes.map { change in
      switch change {
      case .committed(let commit): contents.apply(commit)
      case .cleared(let projection): contents.clear(projection)
      }
      return contents
    }
  }

  /// Lets one later use of the store fail.
  ///
  /// - Parameters:
  ///   - use: What must be asked.
  ///   - skip: How often it still succeeds before.
  ///   - fault: What is thrown.
  ///   - stores: Whether the change is made all the same: its acknowledgement is lost.
  package func fail(
    _ use: Use, skipping skip: Int = 0, with fault: StorageFault, storing stores: Bool = false
  ) {
    state.withLock {
      $0.plan.append(PlannedFault(use: use, skip: skip, fault: fault, stores: stores))
    }
  }

  /// Whether every fault that was planned has happened.
  package var hasFailedAsPlanned: Bool { state.withLock { $0.plan.isEmpty } }

  // MARK: - For submissions

  /// One document.
  package func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    try use(.read) { $0.contents[key] }
  }

  /// The documents of a collection.
  package func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    try use(.read) { $0.contents[collection] }
  }

  /// The checkpoint of a projection.
  package func checkpoint(of projection: ProjectionName)
    async throws(StorageFault) -> GlobalPosition?
  {
    try use(.checkpoint) { $0.contents.checkpoints[projection] }
  }

  /// Stores one commit and records it.
  package func commit(_ commit: ViewCommit) async throws(StorageFault) {
    try use(.commit) { state in
      state.room -= commit.weight
      state.contents.apply(commit)
      state.changes.append(.committed(commit))
    }
  }

  /// Clears one projection and records it.
  package func clear(_ projection: ProjectionName) async throws(StorageFault) {
    try use(.clear) { state in
      state.room -= 100
      state.contents.clear(projection)
      state.changes.append(.cleared(projection))
    }
  }

  /// Does what was asked, unless a fault was planned for it.
  private func use<Value: Sendable>(
    _ use: Use, _ body: (inout State) -> Value
  ) throws(StorageFault) -> Value {
    let outcome: Result<Value, StorageFault> = state.withLock { state in
      guard state.room > 0 else { return .failure(.unavailable) }
      guard let fault = state.fault(of: use) else { return .success(body(&state)) }
      if fault.stores { _ = body(&state) }
      return .failure(fault.fault)
    }
    return try outcome.get()
  }
}

extension FakeViewStore.State {
  /// Takes the fault that is due for a use off the plan.
  fileprivate mutating func fault(of use: FakeViewStore.Use) -> FakeViewStore.PlannedFault? {
    guard let index = plan.firstIndex(where: { $0.use == use }) else { return nil }
    guard plan[index].skip == 0 else {
      plan[index].skip -= 1
      return nil
    }
    return plan.remove(at: index)
  }
}

extension ViewCommit {
  /// About how much memory the commit takes, in characters.
  fileprivate var weight: Int {
    writes.reduce(100) { sum, write in
      switch write {
      case .put(let key, let document): sum + key.weight + document.weight
      case .remove(let key): sum + key.weight
      }
    }
  }
}

extension ViewKey {
  /// About how much memory the key takes, in characters.
  fileprivate var weight: Int { 50 + collection.utf8.count + id.utf8.count }
}

extension JSONValue {
  /// About how much memory the value takes, in characters.
  fileprivate var weight: Int {
    switch self {
    case .null, .bool, .int, .number: 20
    case .string(let text): 20 + text.utf8.count
    case .array(let values): values.reduce(20) { $0 + $1.weight }
    case .object(let members):
      members.reduce(20) { $0 + 20 + $1.key.utf8.count + $1.value.weight }
    }
  }
}
