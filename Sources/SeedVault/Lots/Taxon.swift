/// The kind of plant a lot's seeds belong to.
public struct Taxon: Hashable, Codable, Sendable {
  /// The genus, one word, such as Hordeum.
  public var genus: String

  /// The species within the genus; two genera may have species of the same name.
  public var species: String

  /// Creates a taxon.
  public init(genus: String, species: String) {
    self.genus = genus
    self.species = species
  }
}
