/// When text is coloured.
enum ColorChoice: String, CaseIterable, Sendable {
  /// On a terminal that has not asked for none.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}

/// How results are printed.
enum ResultFormat: String, CaseIterable, Sendable {
  /// For people.
  case text
  /// For programs.
  case json
}
