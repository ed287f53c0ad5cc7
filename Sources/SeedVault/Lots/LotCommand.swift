/// What can be asked of a lot.
public enum LotCommand: Hashable, Codable, Sendable {
  /// Takes seeds of a taxon into the vault as a new lot.
  case deposit(LotID, Taxon, seeds: Int, quarantineDays: Int)

  /// Records a germination test.
  case recordTest(sown: Int, germinated: Int)

  /// Sets seeds aside for a request.
  case reserve(RequestID, seeds: Int)

  /// Gives back the seeds set aside for a request.
  case release(RequestID)

  /// Sends off the seeds set aside for a request.
  case dispatch(RequestID)

  /// Gives up the lot.
  case discard(reason: String)
}
