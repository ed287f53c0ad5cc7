import SeedVault

extension LotEvent {
  /// The seeds that the fact brings into the vault or, if negative, takes out of it.
  var movement: Int {
    // TODO: Switch over the seven facts. Which of them change the number of seeds on the shelf?
    0
  }

  /// The germinated permille, rounded down, if the fact is a test.
  var permille: Int? {
    // TODO: Work it out for a test; every other fact has none.
    nil
  }
}
