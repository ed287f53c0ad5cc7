/// What stands at the foot of the sheet: facts at the left, the mark in its seal, the code at the right.
extension SheetDrawing {
  /// The mark.
  var seal: [SheetText] {
    let mark = TextFit(sheet.mark, width: 215, height: 110, largest: 78, comfortable: 0)
    let passMark = TextFit(
      "pass mark \(sheet.passMark)", width: 420, height: 50, largest: 32, comfortable: 0)
    return [
      .words(
        "MARK", x: Self.middle, y: Self.sealY - 50, size: 28, colour: Pen.accent,
        attributes: "letter-spacing=\"8\""),
      SheetText(
        x: Self.middle, y: Self.sealY + 28, size: mark.size, lines: [[.field(sheet.mark)]],
        face: Pen.figures, fact: "mark"),
      .words("of 100", x: Self.middle, y: Self.sealY + 76, size: 32, face: Pen.figures),
      SheetText(
        x: Self.middle, y: 1846, size: passMark.size,
        lines: [[.words("pass mark "), .field(sheet.passMark)]], colour: Pen.quiet,
        face: Pen.figures, fact: "pass-mark"),
    ]
  }

  /// When, by whom, and what identifies it, at the left below.
  var facts: [SheetText] {
    var rows = [
      Row(label: "Date", value: sheet.dateInWords, size: 40, face: Pen.figures, fact: "date"),
      Row(label: "Issuer", value: sheet.issuer, fact: "issuer-name"),
    ]
    if let url = sheet.issuerURL { rows.append(Row(value: url)) }
    for (label, value, fact) in [
      ("Identity", sheet.issuerID, "issuer"), ("Key", sheet.key, "key"),
      ("Certificate", sheet.id, "id"),
    ] {
      rows.append(Row(label: label, value: value, size: 26, face: Pen.monospace, fact: fact))
    }
    var y = 1846.0
    var texts: [SheetText] = []
    // From the bottom, so that a value of two lines pushes up what is above it.
    for row in rows.reversed() {
      let isFixed = row.face == Pen.monospace
      let fit = TextFit(
        row.value, width: 785, height: 80, largest: row.size, comfortable: isFixed ? 21 : 26,
        smallest: isFixed ? 21 : 24,
        measure: isFixed ? TextWidth.ofFixedPitch : TextWidth.ofText)
      y -= Double(fit.lines.count - 1) * fit.size * TextFit.leading
      texts.append(
        SheetText(
          x: Self.left + Self.labelWidth, y: y, size: fit.size,
          lines: fit.lines.map { [.field($0)] },
          anchor: .start, face: row.face, fact: row.fact))
      if let label = row.label {
        texts.append(
          .words(label, x: Self.left, y: y, size: 31, anchor: .start, colour: Pen.accent))
      }
      y -= isFixed ? 52 : 62
    }
    return texts.reversed()
  }

  /// How much room labels have.
  private static let labelWidth = 195.0

  /// One row of the facts.
  private struct Row {
    /// What the value is; a row without a label belongs to the one above.
    var label: String?
    /// The value.
    var value: String
    /// The largest size of type.
    var size = 44.0
    /// The typefaces.
    var face = Pen.serif
    /// The fact that the value states.
    var fact: String?
  }

  /// How wide the code is, without what stays white around it.
  private static let codeWidth = 380.0
  /// Where the code ends at the right.
  private static let codeRight = 2690.0
  /// Where the code begins at the top.
  private static let codeTop = 1402.0

  /// The code itself.
  var code: String {
    guard let code = QRCode(sheet.paper) else { return "" }
    // Cut off to what a number is written with, so that the last module is where it is said to be.
    let module = (Self.codeWidth / Double(code.width) * 100).rounded(.down) / 100
    let width = module * Double(code.width)
    let quiet = module * Double(QRCode.quietZone)
    let x = Self.codeRight - width
    return """
      <rect x="\(Pen.number(x - quiet))" y="\(Pen.number(Self.codeTop - quiet))" \
      width="\(Pen.number(width + 2 * quiet))" \
      height="\(Pen.number(width + 2 * quiet))" fill="#ffffff"/>
      <path transform="translate(\(Pen.number(x)) \(Pen.number(Self.codeTop))) \
      scale(\(Pen.number(module)))" fill="#000000" shape-rendering="crispEdges" d="\(code.path)"/>
      """
  }

  /// What the code is for.
  var codeCaption: [SheetText] {
    guard QRCode(sheet.paper) != nil else { return [] }
    return [
      .words("Scan to check", x: Self.codeRight - Self.codeWidth / 2, y: 1846, size: 32)
    ]
  }
}
