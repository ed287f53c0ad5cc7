public import CQRS

/// A projection of lot events: one of the four windows on the vault.
///
/// All that ``/CQRS/Projection`` demands holds here. This page fixes the names and documents,
/// because query desks read them.
///
/// **Each projection owns the collection of its own name.** There it keeps the documents below. A
/// document may have further fields, and a projection may keep further documents in collections
/// whose names begin with its own name and a dot, such as `availability.lots`.
///
/// **The lot of an event is the lot of its stream.** `LotID(stream:)` gives it; events of other
/// streams cause no changes.
///
/// | name and collection | document | fields |
/// |---|---|---|
/// | `cards` | the lot's identifier | those of ``LotFigures`` |
/// | `availability` | genus, one space, species | `seeds`, `lots` |
/// | `watchlist` | the lot's identifier | `permille` |
/// | `requests` | the request's identifier | `status`, `seeds` |
///
/// **Cards show every lot's figures.** The document has the integers `onHand`, `reserved`,
/// `dispatched`, `sown` and `lost`, the boolean `closed`, and the integer `viabilityPermille`,
/// which is absent or null before the first test. The figures follow the events as in
/// ``FrontDesk``. A closed lot keeps its card.
///
/// **Availability sums a taxon's open lots.** `seeds` is the sum of `onHand − reserved` over the
/// taxon's open lots, and `lots` lists the identifiers of all its open lots in ascending order,
/// also of those in quarantine or without available seeds. A closed lot no longer counts. When no
/// open lot is left, the document stays, with 0 seeds and no lots. Species of the same name in two
/// genera are two taxa.
///
/// **The watchlist knows every open lot's permille.** It is that of the latest test, 0 before the
/// first. A closed lot's document is removed.
///
/// **Requests join what the lots say.** A request may have reservations in several lots. `seeds` is
/// the sum of the reservations that are active or dispatched; released ones do not count. `status`
/// is `"reserved"` while at least one reservation is active, otherwise `"dispatched"` if at least
/// one was dispatched, otherwise `"released"`.
///
/// **The moment of building does not show.** No document holds anything but what the events say.
///
/// ```swift
/// let cards = Cards(codec: codec)
/// // cards.name == .cards
/// // .put(ViewKey("cards", "tarn-17"), .object(["onHand": .int(80), …]))
/// ```
public protocol LotProjection: Projection where Event == LotEvent {}
