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
        "watermark", x: Self.middle, y: 830, radius: 610, petals: 12, depth: 0.62, copies: 8,
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
  private static let sealY = 1630.0

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
    return sheet.parts.enumerated().flatMap { index, part in
      let x = first + pitch * Double(index)
      func text(_ runs: [SheetText.Run], plain: String, y: Double, largest: Double, colour: String, fact: String? = nil)
        -> SheetText
      {
        let fit = TextFit(
          plain, width: pitch - 30, height: largest * TextFit.leading, largest: largest, comfortable: 0)
        return SheetText(x: x, y: y, size: fit.size, lines: [runs], colour: colour, fact: fact)
      }
      return [
        text([.field(part.name)], plain: part.name, y: 1130, largest: 46, colour: Pen.quiet),
        text([.field(part.mark)], plain: part.mark, y: 1208, largest: 72, colour: Pen.ink, fact: "part-\(index)"),
        text(
          [.words("weight "), .field(part.weight), .words(" %")], plain: "weight \(part.weight) %",
          y: 1258, largest: 36, colour: Pen.quiet),
      ]
    }
  }

  /// The mark.
  private var seal: [SheetText] {
    let mark = TextFit(
      sheet.mark, width: 225, height: 110, largest: 92, comfortable: 0)
    let passMark = TextFit(
      "pass mark \(sheet.passMark)", width: 420, height: 50, largest: 36, comfortable: 0)
    return [
      .words(
        "MARK", x: Self.middle, y: Self.sealY - 52, size: 28, colour: Pen.accent,
        attributes: "letter-spacing=\"8\""),
      SheetText(
        x: Self.middle, y: Self.sealY + 30, size: mark.size, lines: [[.field(sheet.mark)]],
        fact: "mark"),
      .words("of 100", x: Self.middle, y: Self.sealY + 80, size: 38),
      SheetText(
        x: Self.middle, y: 1878, size: passMark.size,
        lines: [[.words("pass mark "), .field(sheet.passMark)]], colour: Pen.quiet),
    ]
  }

  /// When, by whom, and what identifies it, at the left below.
  private var facts: [SheetText] {
    var rows: [(label: String, value: String, isIdentifier: Bool, fact: String?)] = [
      ("Date", sheet.dateInWords, false, "date"),
      ("Issuer", sheet.issuer, false, nil),
    ]
    if let url = sheet.issuerURL { rows.append(("", url, false, nil)) }
    rows += [
      ("Identity", sheet.issuerID, true, "issuer"), ("Key", sheet.key, true, "key"),
      ("Certificate", sheet.id, true, "id"),
    ]
    var y = 1880.0
    var texts: [[SheetText]] = []
    // From the bottom, so that a value of two lines pushes up what is above it.
    for row in rows.reversed() {
      let fit =
        row.isIdentifier
        ? TextFit(
          row.value, width: 800, height: 80, largest: 26, comfortable: 21,
          measure: { TextWidth.ofFixedPitch($0) })
        : TextFit(row.value, width: 800, height: 80, largest: 44, comfortable: 26)
      y -= Double(fit.lines.count - 1) * fit.size * TextFit.leading
      var lines = [
        SheetText(
          x: Self.left + 175, y: y, size: fit.size, lines: fit.lines.map { [.field($0)] },
          anchor: .start, face: row.isIdentifier ? Pen.monospace : Pen.serif, fact: row.fact)
      ]
      if !row.label.isEmpty {
        lines.insert(
          .words(row.label, x: Self.left, y: y, size: 34, anchor: .start, colour: Pen.accent), at: 0)
      }
      texts.append(lines)
      y -= row.isIdentifier ? 52 : 62
    }
    return texts.reversed().flatMap { $0 }
  }

  /// How wide the code is, without what stays white around it.
  private static let codeWidth = 380.0
  /// Where the code ends at the right.
  private static let codeRight = 2690.0
  /// Where the code begins at the top.
  private static let codeTop = 1440.0

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
        "Scan to check this certificate", x: Self.codeRight - Self.codeWidth / 2, y: 1880, size: 34)
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
