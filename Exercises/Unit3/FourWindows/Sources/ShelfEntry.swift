import EventSourcing
import SeedVault

/// What the availability window remembers of one lot, in a document of its own.
struct ShelfEntry {
  /// What the lot's seeds are, once they are deposited.
  var taxon: Taxon?
  /// The lot's figures.
  var figures: LotFigures

  /// Reads an entry from its document; that of an unknown lot if there is none.
  init(_ document: JSONValue?) {
    figures = LotFigures(document)
    if let genus = document?["genus"]?.text, let species = document?["species"]?.text {
      taxon = Taxon(genus: genus, species: species)
    }
  }

  /// The entry as a document.
  var document: JSONValue {
    var fields = figures.fields
    fields["genus"] = taxon.map { .string($0.genus) }
    fields["species"] = taxon.map { .string($0.species) }
    return .object(fields)
  }

  /// Takes one event into the entry.
  mutating func apply(_ event: LotEvent) {
    if case .deposited(_, let taxon, _, _, _) = event { self.taxon = taxon }
    figures.apply(event)
  }
}
