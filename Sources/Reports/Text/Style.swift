/// Whether text for a terminal is coloured.
///
/// Colour never carries a meaning that the words do not.
package struct Style: Sendable {
  /// The roles that text can have.
  package enum Role: Sendable {
    /// A heading.
    case heading
    /// Something that holds.
    case good
    /// Something that does not hold.
    case bad
    /// Something that the reader must not miss.
    case warning
    /// Something that is there for those who look for it.
    case quiet
  }

  /// Whether text is coloured.
  package let isColoured: Bool

  /// Chooses colour or none.
  package init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// A text in its role.
  package func callAsFunction(_ role: Role, _ text: String) -> String {
    guard isColoured else { return text }
    let code =
      switch role {
      case .heading: "1"
      case .good: "32"
      case .bad: "31"
      case .warning: "33"
      case .quiet: "2"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
