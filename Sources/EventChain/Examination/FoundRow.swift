/// A row at some position, if it can be read.
package struct FoundRow {
  /// The position.
  package let position: Int64
  /// The row, or why it cannot be read.
  package let link: Result<ChainLink, any Error>

  /// Puts both parts together.
  package init(at position: Int64, _ link: Result<ChainLink, any Error>) {
    self.position = position
    self.link = link
  }
}
