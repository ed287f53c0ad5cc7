/// The drawing of a certificate on a sheet of A4 in landscape; a unit is a tenth of a millimetre.
struct SheetDrawing {
  /// Where the drawing is to stand.
  enum Place {
    /// In a file of its own, which carries the credential and the text of the code.
    case file
    /// Within a page, which carries them itself and says the same in words.
    case page
  }

  /// What it shows, every text of it safe to show.
  private let sheet: CertificateSheet

  /// Prepares the drawing.
  init(_ sheet: CertificateSheet) {
    self.sheet = sheet.shown
  }

  /// How wide the sheet is.
  private static let width = 2970.0
  /// How high the sheet is.
  private static let height = 2100.0
  /// The middle of a line.
  private static let middle = width / 2
  /// Where lines at the left begin.
  private static let left = 270.0
  /// How long a line may be.
  private static let room = 2330.0

  /// The whole drawing.
  func svg(in place: Place) -> String {
    let isFile = place == .file
    return """
      <svg xmlns="http://www.w3.org/2000/svg"\
      \(isFile ? " xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"" : "") version="1.1" \
      width="297mm" height="210mm" viewBox="0 0 2970 2100"\
      \(isFile ? "" : " role=\"img\"") aria-labelledby="sheet-title sheet-description">\
      \(isFile ? "<openbadges:credential><![CDATA[\(sheet.document.embeddedJSON)]]></openbadges:credential>" : "")
      <title id="sheet-title">\("Certificate of \(sheet.learner)".escaped)</title>
      <desc id="sheet-description">\(sheet.summary.escaped)</desc>
      \(isFile ? "<metadata id=\"paper\">\(sheet.paper.escaped)</metadata>\n" : "")\
      <rect width="2970" height="2100" fill="#ffffff"/>
      <g aria-hidden="true">
      \(ornaments)
      </g>
      \(texts.map(\.svg).joined(separator: "\n"))
      \(code)
      </svg>

      """
  }

  /// What is drawn behind the text.
  private var ornaments: String {
    [
      Ornaments.rosette(
        "watermark", x: Self.middle, y: 850, radius: 590, petals: 12, depth: 0.62, copies: 8,
        stroke: Pen.pale, width: 2.2),
      Ornaments.frame(width: Self.width, height: Self.height),
      Ornaments.rosette(
        "seal", x: Self.middle, y: Self.sealY, radius: 214, petals: 20, depth: 0.3, copies: 5,
        stroke: Pen.accent, width: 2),
      """
      <g fill="none" stroke="\(Pen.accent)">
      <circle cx="1485" cy="\(Pen.number(Self.sealY))" r="140" stroke-width="5" fill="#ffffff"/>
      <circle cx="1485" cy="\(Pen.number(Self.sealY))" r="128" stroke-width="2"/>
      <path d="M1245 528H1440M1530 528H1725" stroke-width="3"/>
      <path d="M1485 512l16 16l-16 16l-16-16z" fill="\(Pen.accent)" stroke="none"/>
      </g>
      """,
    ].joined(separator: "\n")
  }

  /// The middle of the seal.
  private static let sealY = 1590.0

  /// Every text, in the order in which it is read.
  private var texts: [SheetText] {
    heading + [name] + completion + partTexts + seal + facts + codeCaption
  }

  /// What kind of sheet this is, the course, and who speaks.
  private var heading: [SheetText] {
    let course = TextFit(
      sheet.course, width: Self.room, height: 130, largest: 104, comfortable: 60)
    let issuer = TextFit(
      sheet.issuer, width: 1500, height: 60, largest: 54, comfortable: 0)
    return [
      .words(
        "CERTIFICATE OF COMPLETION", x: Self.middle, y: 312, size: 44, colour: Pen.accent,
        attributes: "letter-spacing=\"14\""),
      centred(course, around: 425, fact: "course"),
      SheetText(
        x: Self.middle, y: 640, size: issuer.size,
        lines: [[.field(sheet.issuer), .words(" certifies that")]], colour: Pen.quiet,
        attributes: "font-style=\"italic\""),
    ]
  }

  /// The name, as large as it can be.
  private var name: SheetText {
    centred(
      TextFit(
        sheet.learner, width: Self.room, height: 262, largest: 190, comfortable: 92),
      around: 800, fact: "name")
  }

  /// What was completed.
  private var completion: [SheetText] {
    [
      .words(
        "has completed the course and passed its assessment", x: Self.middle, y: 1002, size: 54,
        attributes: "font-style=\"italic\"")
    ]
  }

  /// The parts of the mark, side by side.
  private var partTexts: [SheetText] {
    guard !sheet.parts.isEmpty else { return [] }
    let pitch = min(520, Self.room / Double(sheet.parts.count))
    let first = Self.middle - pitch * Double(sheet.parts.count - 1) / 2
    func size(of text: String, largest: Double) -> Double {
      TextFit(
        text, width: pitch - 30, height: largest * TextFit.leading, largest: largest, comfortable: 0
      ).size
    }
    return sheet.parts.enumerated().flatMap { index, part in
      let x = first + pitch * Double(index)
      return [
        SheetText(
          x: x, y: 1130, size: size(of: part.name, largest: 46), lines: [[.field(part.name)]],
          colour: Pen.quiet, fact: "part-name-\(index)"),
        SheetText(
          x: x, y: 1204, size: size(of: part.mark, largest: 62), lines: [[.field(part.mark)]],
          face: Pen.figures, fact: "part-\(index)"),
        SheetText(
          x: x, y: 1256, size: size(of: "weight \(part.weight) %", largest: 32),
          lines: [[.words("weight "), .field(part.weight), .words(" %")]], colour: Pen.quiet,
          face: Pen.figures),
      ]
    }
  }

  /// The mark.
  private var seal: [SheetText] {
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
        face: Pen.figures),
    ]
  }

  /// When, by whom, and what identifies it, at the left below.
  private var facts: [SheetText] {
    var rows = [
      Row(label: "Date", value: sheet.dateInWords, size: 40, face: Pen.figures, fact: "date"),
      Row(label: "Issuer", value: sheet.issuer),
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
        row.value, width: 800, height: 80, largest: row.size, comfortable: isFixed ? 21 : 26,
        measure: isFixed ? TextWidth.ofFixedPitch : TextWidth.ofText)
      y -= Double(fit.lines.count - 1) * fit.size * TextFit.leading
      texts.append(
        SheetText(
          x: Self.left + 175, y: y, size: fit.size, lines: fit.lines.map { [.field($0)] },
          anchor: .start, face: row.face, fact: row.fact))
      if let label = row.label {
        texts.append(
          .words(label, x: Self.left, y: y, size: 34, anchor: .start, colour: Pen.accent))
      }
      y -= isFixed ? 52 : 62
    }
    return texts.reversed()
  }

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
  private var code: String {
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
  private var codeCaption: [SheetText] {
    guard QRCode(sheet.paper) != nil else { return [] }
    return [
      .words(
        "Scan to check this certificate", x: Self.codeRight - Self.codeWidth / 2, y: 1846, size: 34)
    ]
  }

  /// Fitted lines around a height.
  private func centred(_ fit: TextFit, around y: Double, fact: String) -> SheetText {
    let rest = Double(fit.lines.count - 1) * fit.size * TextFit.leading
    // The middle of letters is about a third of their size above the line they stand on.
    return SheetText(
      x: Self.middle, y: y + fit.size * 0.33 - rest / 2, size: fit.size,
      lines: fit.lines.map { [.field($0)] }, fact: fact)
  }
}
