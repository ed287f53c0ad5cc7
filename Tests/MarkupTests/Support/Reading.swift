extension String {
  /// The scalars, which tell more texts apart than the text itself does.
  var scalars: [Unicode.Scalar] { Array(unicodeScalars) }

  /// A text of some scalars.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }

  /// Is true if the text holds one of these scalars, whatever is combined with it.
  func holds(_ characters: String) -> Bool {
    unicodeScalars.contains { characters.unicodeScalars.contains($0) }
  }

  /// Is true if the text holds what a page or a terminal would obey instead of show.
  var isObeyedSomewhere: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: true
      default: false
      }
    }
  }

  /// The text with every piece replaced that one of the readers knows, from the left, scalar by scalar.
  ///
  /// - Parameter pieces: What a piece stands for, by the piece.
  func read(_ pieces: [String: String]) -> String {
    let pieces = pieces.map { (from: $0.key.scalars, to: $0.value) }
    var rest = scalars[...]
    var result = String.UnicodeScalarView()
    while let first = rest.first {
      if let piece = pieces.first(where: { rest.starts(with: $0.from) }) {
        result.append(contentsOf: piece.to.unicodeScalars)
        rest.removeFirst(piece.from.count)
      } else {
        result.append(first)
        rest.removeFirst()
      }
    }
    return String(result)
  }

  /// The text with every reference replaced by what it stands for; `nil` if an ampersand begins none.
  func withoutReferences(_ names: [String: String]) -> String? {
    // An ampersand that was meant is put aside, so that one that is left over is seen.
    let aside = "\u{50000}"
    precondition(!holds(aside), "the samples do without one scalar")
    let read = read(
      Dictionary(
        uniqueKeysWithValues: names.map { ("&\($0.key);", $0.value == "&" ? aside : $0.value) }))
    return read.holds("&") ? nil : read.read([aside: "&"])
  }

  /// The text with every `\u{41}` replaced by the character it spells.
  var withoutSpelling: String {
    var rest = scalars[...]
    var result = String.UnicodeScalarView()
    while let first = rest.first {
      if rest.starts(with: ["\\", "u", "{"]), let end = rest.firstIndex(of: "}"),
        let number = UInt32(String(rest[(rest.startIndex + 3)..<end]), radix: 16),
        let meant = Unicode.Scalar(number)
      {
        result.append(meant)
        rest = rest[(end + 1)...]
      } else {
        result.append(first)
        rest.removeFirst()
      }
    }
    return String(result)
  }
}
