public import EventSourcing

/// The translation of lot events from and to every stored schema.
///
/// All that ``/EventSourcing/EventCodec`` demands holds here. This page fixes the stored shapes.
///
/// ## Current schemas
///
/// **Encoding writes exactly these types and fields.** A payload is an object; identifiers and
/// names are strings, seeds and moments (milliseconds) are integers. Further fields may be written
/// if decoding ignores them.
///
/// | event | type and schema | fields |
/// |---|---|---|
/// | deposited | `lot.deposited` 3 | `lot`, `genus`, `species`, `seeds`, `quarantineEndsAt`, `at` |
/// | tested | `lot.tested` 2 | `sown`, `germinated`, `at` |
/// | reserved | `lot.reserved` 2 | `request`, `seeds`, `at` |
/// | released | `lot.released` 1 | `request`, `seeds`, `at` |
/// | dispatched | `lot.dispatched` 1 | `request`, `seeds`, `at` |
/// | exhausted | `lot.exhausted` 1 | `at` |
/// | discarded | `lot.discarded` 1 | `reason`, `seedsLost`, `at` |
///
/// `lot.deposited` 3 has one more field, the optional string `origin`. Absent or null, it means
/// "unrecorded". It is no part of ``LotEvent/deposited(_:_:seeds:quarantineEndsAt:at:)``.
///
/// ## Old schemas
///
/// **Old payloads decode to the events their current form decodes to.**
///
/// | type and schema | fields | became |
/// |---|---|---|
/// | `lot.deposited` 1 | `lot`, `taxon`, `grams`, `seedsPerGram`, `quarantineEndsAt`, `at` | 2 |
/// | `lot.deposited` 2 | `lot`, `taxon`, `seeds`, `quarantineEndsAt`, `at` | 3 |
/// | `lot.tested` 1 | `sown`, `percent`, `at` | 2 |
/// | `lot.reserved` 1 | `request`, `qty`, `at` | 2 |
/// | `lot.shipped` 1 | `request`, `seeds`, `emptied`, `at` | `lot.dispatched`, `lot.exhausted` |
/// | `lot.shelfMoved` 1 | any | retired |
///
/// - `seeds` = `grams * seedsPerGram`, both integers.
/// - `taxon` is "Genus species": the genus ends at the first space, and the rest is the species.
/// - `germinated` = `sown * percent / 100` in integer division, after the multiplication.
/// - `qty` was renamed to `seeds`.
/// - `lot.shipped` splits into the dispatch and, if the boolean `emptied` is true, the exhaustion,
///   in this order, both of schema 1 and at the same moment.
/// - `lot.shelfMoved` has no successor and decodes to no events in both modes, whatever its fields.
///
/// ## Reading
///
/// **Unknown fields are ignored, at any depth.** A newer writer may have added them. A field that the
/// tables do not list for the stored schema is unknown, even if another schema has one of its name.
///
/// **An optional field has its default.** It takes it when absent and when null. Only `origin` is
/// optional; as no event carries it, it need not be read.
///
/// **A required field must be there.** Absent or null, it throws `missingField` with the field's
/// name; nothing is filled in from a clock, a policy or a guess.
///
/// **A value must have its JSON type.** Otherwise `malformed` is thrown with the field's name. A
/// number with a fraction or beyond 64 bits is no integer; of such a number the name may be left
/// empty, since not every decoder tells where it stood. A taxon without a space is malformed, and so
/// is a payload that is no object, with an empty field name.
///
/// **An error names the field as the stored schema does.** Only for `qty`, which was merely renamed,
/// `seeds` will do as well. The error's key may be the stored one or any on the way to the present.
///
/// **Arithmetic that does not fit is malformed.** If `grams * seedsPerGram` overflows, the field is
/// `grams`; if `sown * percent` overflows, it is `percent`. Nothing traps.
///
/// **Unknown types and future schemas depend on the mode.** Strict: `unknownType` with the stored
/// key; tolerant: no events. A type is known if it stands in the tables to the letter. A schema above
/// the newest of its type there is unknown, whatever its payload looks like, and so is a schema above
/// that of a retired or split type.
///
/// ```swift
/// let codec = Codec()
/// codec.encode(.exhausted(at: 5), id: "c-1/1")
/// // NewEvent(id: "c-1/1", type: "lot.exhausted", schema: 1, payload: .object(["at": .int(5)]))
/// ```
public protocol LotEventCodec: EventCodec where Event == LotEvent {
  /// Creates a codec.
  init()
}
