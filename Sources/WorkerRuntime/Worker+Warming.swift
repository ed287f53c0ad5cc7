import Wire

extension Worker {
  /// Does once what every worker does first, so that processes forked from this one need not.
  ///
  /// What is paid for here is the runtime's: it looks up conformances and makes the metadata of generic types. **It
  /// starts no task and no thread**, since a process that is going to be forked must have one thread only.
  public static func warmUp() {
    do {
      var frames = FrameBuffer()
      frames.append(try Frame.call(Ping(), id: 1))
      frames.append(try Frame.reply(Nothing(), id: 1))
      _ = try frames.next()?.body(as: Ping.self)
      _ = try frames.next()?.reply(as: Nothing.self)
    } catch {
      preconditionFailure("a frame of our own is one: \(error)")
    }
  }
}
