/// A door for one at a time, in the order of arrival.
actor Door {
  private var isTaken = false
  private var line: [CheckedContinuation<Void, Never>] = []

  /// Waits until nobody is inside.
  func enter() async {
    if isTaken { return await withCheckedContinuation { line.append($0) } }
    isTaken = true
  }

  /// Lets the next one in.
  func leave() {
    if line.isEmpty { isTaken = false } else { line.removeFirst().resume() }
  }
}
