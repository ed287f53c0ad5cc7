public import CQRS

/// A projection of lot events: one of the four windows on the vault.
///
/// All that ``/CQRS/Projection`` demands holds here. This page fixes the names and documents,
/// because query desks read them.
///
/// **The events are those of lots that kept the vault's rules.** A lot is deposited before anything
/// else happens to it, a test sows at least one seed, and nothing follows the closing. Several lots
/// are interleaved, and one request may be served by several of them.
///
/// **Each projection owns the collection of its own name.** There it keeps the documents below. A
/// document may have further fields, and a projection may keep further documents in collections
/// whose names begin with its own name and a dot, such as `availability.lots`.
///
/// **The lot of an event is the lot of its stream.** `LotID(stream:)` gives it; events of other
/// streams cause no changes.
///
/// **The codec says what a stored event means.** It may stand for one lot event, for several or for
/// none, and its stored type may be any of the current and former names in ``LotEventCodec``.
/// Codecs of different make store different payloads, so nothing else reads a payload.
///
/// | name and collection | document | fields |
/// |---|---|---|
/// | `cards` | the lot's identifier | those of ``LotFigures`` |
/// | `availability` | genus, one space, species | `seeds`, `lots` |
/// | `watchlist` | the lot's identifier | `permille` |
/// | `watchlist.weakest`, of the projection `watchlist` | `lots` | `lots` |
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
/// **The weakest lots stand in one more document.** Its `lots` are the identifiers of the open lots
/// with a permille below 850, by ascending permille, equal ones by ascending identifier, and of
/// these the first five. A lot that recovers or is closed leaves the list. Without a weak lot the
/// list is empty; before the first deposit there need not be such a document.
///
/// **Requests join what the lots say.** A request may have reservations in several lots. `seeds` is
/// the sum of the reservations that are active or dispatched; released ones do not count. `status`
/// is `"reserved"` while at least one reservation is active, otherwise `"dispatched"` if at least
/// one was dispatched, otherwise `"released"`.
///
/// **The moment of building does not show.** No document holds anything but what the events say:
/// the same events make the same documents, extra ones and extra fields included, at any time and
/// in any process.
///
/// ```swift
/// let cards = Cards(codec: codec)
/// // cards.name == .cards
/// // .put(ViewKey("cards", "tarn-17"), .object(["onHand": .int(80), …]))
/// ```
public protocol LotProjection: Projection where Event == LotEvent {}
