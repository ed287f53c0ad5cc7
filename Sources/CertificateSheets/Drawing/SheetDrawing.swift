import Markup

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
  let sheet: CertificateSheet

  /// Prepares the drawing.
  init(_ sheet: CertificateSheet) {
    self.sheet = sheet.shown
  }

  /// How wide the sheet is.
  private static let width = 2970.0
  /// How high the sheet is.
  private static let height = 2100.0
  /// The middle of a line.
  static let middle = width / 2
  /// Where lines at the left begin.
  static let left = 270.0
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
      <title id="sheet-title">\("Certificate of \(sheet.learner)".markup)</title>
      <desc id="sheet-description">\(sheet.summary.markup)</desc>
      <metadata id="paper">\(sheet.paper.shown.markup)</metadata>
      <rect width="2970" height="2100" fill="#ffffff"/>
      <g aria-hidden="true">
      \(Self.ornaments)
      </g>
      \(texts.map(\.svg).joined(separator: "\n"))
      \(code)
      </svg>

      """
  }

  /// What is drawn behind the text, the same on every sheet.
  private static let ornaments: String =
    [
      Ornaments.rosette(
        "watermark", x: middle, y: 850, radius: 590, petals: 12, depth: 0.62, copies: 8,
        stroke: Pen.pale, width: 2.2),
      Ornaments.frame(width: width, height: height),
      Ornaments.rosette(
        "seal", x: middle, y: sealY, radius: 214, petals: 20, depth: 0.3, copies: 5,
        stroke: Pen.accent, width: 2),
      """
      <g fill="none" stroke="\(Pen.accent)">
      <circle cx="1485" cy="\(Pen.number(sealY))" r="140" stroke-width="5" fill="#ffffff"/>
      <circle cx="1485" cy="\(Pen.number(sealY))" r="128" stroke-width="2"/>
      <path d="M1245 528H1440M1530 528H1725" stroke-width="3"/>
      <path d="M1485 512l16 16l-16 16l-16-16z" fill="\(Pen.accent)" stroke="none"/>
      </g>
      """,
    ].joined(separator: "\n")

  /// The middle of the seal.
  static let sealY = 1590.0

  /// Every text, in the order in which it is read.
  private var texts: [SheetText] {
    heading + [name] + completion + partTexts + seal + facts + codeCaption
  }

  /// What kind of sheet this is, the course, and who speaks.
  private var heading: [SheetText] {
    let course = TextFit(
      sheet.course, width: Self.room, height: 130, largest: 104, comfortable: 60,
      smallest: 40)
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
        attributes: "font-style=\"italic\"", fact: "speaker"),
    ]
  }

  /// The name, as large as it can be.
  private var name: SheetText {
    centred(
      TextFit(
        sheet.learner, width: Self.room, height: 262, largest: 190, comfortable: 92,
        smallest: 56),
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
      let name = TextFit(
        part.name, width: pitch - 30, height: 100, largest: 46, comfortable: 36, smallest: 24)
      return [
        SheetText(
          x: x, y: 1130 - name.size * TextFit.leading * Double(name.lines.count - 1),
          size: name.size, lines: name.lines.map { [.field($0)] }, colour: Pen.quiet,
          fact: "part-name-\(index)"),
        SheetText(
          x: x, y: 1204, size: size(of: part.mark, largest: 62), lines: [[.field(part.mark)]],
          face: Pen.figures, fact: "part-\(index)"),
        SheetText(
          x: x, y: 1256, size: size(of: "of \(part.most)", largest: 32),
          lines: [[.words("of "), .field(part.most)]], colour: Pen.quiet, face: Pen.figures,
          fact: "part-most-\(index)"),
      ]
    }
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
