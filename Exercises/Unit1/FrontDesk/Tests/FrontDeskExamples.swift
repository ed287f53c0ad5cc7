import EventSourcing
import ExampleSupport
import SeedVault
import Testing

#if GRADER
  import SuiteSupport
#else
  @testable import FrontDeskExercise

  /// The public examples of the front desk, which count for your grade.
  @Suite("FrontDesk examples", .guided, .timeLimit(.minutes(1))) struct FrontDeskExamples {}
#endif

extension FrontDeskExamples {
  @Test("A fact is an event, a wish a command, a question a query", .needs("CardSorter"))
  func threeKinds() {
    let sorter = CardSorter()
    let fact = MessageCard(
      name: "LotTested", mayBeRefused: false, changesState: true, returnsData: false,
      alreadyHappened: true)
    let wish = MessageCard(
      name: "ReserveSeeds", mayBeRefused: true, changesState: true, returnsData: false,
      alreadyHappened: false)
    let question = MessageCard(
      name: "CountSeeds", mayBeRefused: false, changesState: false, returnsData: true,
      alreadyHappened: false)
    #expect(sorter.classify(fact) == .event, "It has happened, so nobody can refuse it.")
    #expect(sorter.classify(wish) == .command, "It may be refused, and it would change the lot.")
    #expect(sorter.classify(question) == .query, "It gives data back and leaves all as it was.")
  }

  @Test("A card that both changes something and returns data is sent back", .needs("CardSorter"))
  func mixedCard() {
    let sorter = CardSorter()
    var card = MessageCard(
      name: "TakeNextLabel", mayBeRefused: true, changesState: true, returnsData: true,
      alreadyHappened: false)
    #expect(sorter.classify(card) == nil, "It is half a command and half a query: neither.")
    card.returnsData = false
    #expect(sorter.classify(card) == .command, "Without an answer it is a plain command.")
  }

  @Test("Each fact that a desk records gets the next version", .needs("record"))
  func versions() async {
    let desks: [any FrontDesk] = [RowDesk(), FactDesk()]
    for desk in desks {
      let first = await desk.record(deposit)
      let second = await desk.record(test)
      let third = await desk.record(reservation)
      #expect(first == Ack(version: 1), "Versions count facts and begin at 1.")
      #expect(second == Ack(version: 2), "It is the second fact, however many seeds it is about.")
      #expect(third == Ack(version: 3), "It is the third fact, though no seed leaves the shelf.")
    }
  }

  @Test(
    "The row desk shows the lot as it is now",
    .needs("RowDesk", "LotFigures+Facts", "LotEvent+Seeds"))
  func present() async {
    let desk = RowDesk()
    _ = await desk.record(deposit)
    _ = await desk.record(test)
    _ = await desk.record(reservation)
    let answer = await desk.ask(.figures)
    let figures = LotFigures(
      onHand: 80, reserved: 30, dispatched: 0, sown: 20, lost: 0, viabilityPermille: 850,
      closed: false)
    #expect(answer == .figures(figures), "100 came, 20 were sown, 30 of the rest are set aside.")
  }

  @Test(
    "The row desk has forgotten how the lot came to be as it is",
    .needs("RowDesk", "LotFigures+Facts"))
  func forgotten() async {
    let desk = RowDesk()
    _ = await desk.record(deposit)
    _ = await desk.record(reservation)
    let present = await desk.ask(.figures)
    let past = await desk.ask(.figuresAsOf(version: 1))
    let movements = await desk.ask(.movements)
    let figures = LotFigures(
      onHand: 100, reserved: 30, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil,
      closed: false)
    #expect(present == .figures(figures), "The present is what the row is for.")
    #expect(past == .unanswerable, "The row was overwritten. Say so; do not guess.")
    #expect(movements == .unanswerable, "The row holds a level, not how it was reached.")
  }

  @Test(
    "The fact desk shows the lot as it was",
    .needs("FactDesk", "LotFigures+Facts", "LotEvent+Seeds"))
  func past() async {
    let desk = FactDesk()
    _ = await desk.record(deposit)
    _ = await desk.record(test)
    _ = await desk.record(reservation)
    let answer = await desk.ask(.figuresAsOf(version: 2))
    let figures = LotFigures(
      onHand: 80, reserved: 0, dispatched: 0, sown: 20, lost: 0, viabilityPermille: 850,
      closed: false)
    #expect(answer == .figures(figures), "After two facts nothing was reserved yet.")
  }

  @Test("The fact desk lists how the seeds on hand changed", .needs("FactDesk", "movement"))
  func movements() async {
    let desk = FactDesk()
    _ = await desk.record(deposit)
    _ = await desk.record(reservation)
    _ = await desk.record(test)
    let answer = await desk.ask(.movements)
    #expect(answer == .movements([100, -20]), "A reservation leaves the seeds on their shelf.")
  }

  @Test("The fact desk counts every poor test, not only the latest", .needs("FactDesk", "permille"))
  func poorTests() async {
    let desk = FactDesk()
    _ = await desk.record(deposit)
    _ = await desk.record(.tested(sown: 10, germinated: 4, at: 63_072_000_000))
    _ = await desk.record(test)
    let below500 = await desk.ask(.testsBelow(permille: 500))
    let below900 = await desk.ask(.testsBelow(permille: 900))
    #expect(below500 == .count(1), "400 permille is below 500, though a better test followed.")
    #expect(below900 == .count(2), "400 and 850 permille are both below 900.")
  }

  /// One hundred seeds of wild barley came into the vault.
  private var deposit: LotEvent {
    .deposited(
      "tarn-17", Taxon(genus: "Hordeum", species: "spontaneum"), seeds: 100,
      quarantineEndsAt: 34_128_000_000, at: 31_536_000_000)
  }

  /// Twenty seeds were sown and seventeen germinated: 850 permille.
  private var test: LotEvent {
    .tested(sown: 20, germinated: 17, at: 94_694_400_000)
  }

  /// Thirty seeds were set aside.
  private var reservation: LotEvent {
    .reserved("request-1", seeds: 30, at: 126_230_400_000)
  }
}
