import Synchronization

/// The objects one side keeps on the other's behalf, by handle.
package final class HandleTable<Object: Sendable>: Sendable {
  private let objects = Mutex<[Object]>([])

  /// An empty table.
  package init() {}

  /// Keeps an object and gives it a handle.
  package func add(_ object: Object) -> Handle {
    objects.withLock { objects in
      objects.append(object)
      return Handle(objects.count - 1)
    }
  }

  /// The object of a handle.
  ///
  /// - Throws: ``UnknownHandle`` when this table never gave the handle out.
  package subscript(handle: Handle) -> Object {
    get throws(UnknownHandle) {
      let object = objects.withLock { objects in
        objects.indices.contains(handle.number) ? objects[handle.number] : nil
      }
      guard let object else { throw UnknownHandle(handle: handle) }
      return object
    }
  }
}

/// The call named a handle that was never given out.
package struct UnknownHandle: Error, Sendable, CustomStringConvertible {
  /// The handle.
  package let handle: Handle

  /// Names the handle.
  package init(handle: Handle) {
    self.handle = handle
  }

  /// What is wrong, for the refusal of the call.
  package var description: String { "nothing has the handle \(handle.number)" }
}
