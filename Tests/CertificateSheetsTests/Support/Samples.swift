import CertificateSheets
import Foundation
import SeededRandom

/// Certificates for tests to look at.
enum Samples {
  /// Where the files of the sample are.
  static let folder = URL(filePath: #filePath).appending(path: "../../Sample").standardized

  /// A credential that another program made and signed, and what a sheet shows of it.
  static func signed() throws -> CertificateSheet {
    let document = try String(
      contentsOf: folder.appending(path: "certificate.json"), encoding: .utf8)
    var sheet = sheet(learner: "Ada Lovelace")
    sheet.document = document
    sheet.issuerID = "did:key:z6Mkw57Ho1KoCwgTMyaxx2af2JhbqhvGxLNKgUnMhGY5crW4"
    sheet.key = "z6Mkw57Ho1KoCwgTMyaxx2af2JhbqhvGxLNKgUnMhGY5crW4"
    sheet.mark = "94"
    sheet.passMark = "80"
    sheet.parts = [.init(name: "Milestones passed", mark: "12", most: "12")]
    return sheet
  }

  /// A certificate for some name, whose credential has the name in it.
  static func sheet(learner: String) -> CertificateSheet {
    CertificateSheet(
      course: "Reactive Architecture: CQRS & Event Sourcing", learner: learner,
      issuer: "Reactive Swift Course", issuerURL: "https://course.example.org/",
      issuerID: "did:web:course.example.org",
      key: "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
      date: "2026-11-20", mark: "94.12", passMark: "75",
      parts: [
        .init(name: "Review questions", mark: "98.01", most: "40"),
        .init(name: "Case studies", mark: "90.5", most: "35"),
        .init(name: "Final exam", mark: "93", most: "25"),
      ],
      id: "urn:uuid:6f1a2d3e-8c4b-4f6a-9b57-0d9e2c7a1b44",
      document: #"{"name": \#(json(learner)), "note": "a > b ]]> </script> & <!--"}"#,
      paper: "https://course.example.org/verify.html#eyJhbGciOiJFZERTQSJ9.eyJqdGkiOiJ1In0.c2ln")
  }

  /// A certificate all of whose texts are the same.
  static func everywhere(_ text: String) -> CertificateSheet {
    CertificateSheet(
      course: text, learner: text, issuer: text, issuerURL: text, issuerID: text, key: text,
      date: text, mark: text, passMark: text, parts: [.init(name: text, mark: text, most: text)],
      id: text, document: "{\"name\":\(json(text))}", paper: text)
  }

  /// A text as a JSON text with as little escaped as JSON allows.
  static func json(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { result, scalar in
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\0"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    } + "\""
  }

  /// A JSON text with every character standing for itself that may.
  ///
  /// Foundation is not asked for this: its readers drop a mark of byte order within a text.
  static func plain(_ json: String) throws -> String {
    _ = try JSONSerialization.jsonObject(with: Data(json.utf8))
    var rest = json.unicodeScalars[...]
    var result = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      result.append(scalar)
      guard scalar == "\\", let kind = rest.popFirst() else { continue }
      result.append(kind)
      guard kind == "u", let number = UInt32(String(rest.prefix(4)), radix: 16),
        let meant = Unicode.Scalar(number), number > 0x1F, meant != "\"", meant != "\\"
      else { continue }
      rest = rest.dropFirst(4)
      result.removeLast(2)
      result.append(meant)
    }
    return String(result)
  }

  /// What names are generated from: letters of many scripts, markup, and whatever should not be in a name.
  private static let pieces = [
    "a", "É", "ß", "م", "ح", "ע", "क", "्", "\u{200D}", "\u{200C}", "ष", "が", "紫", "한", "👨", "👩",
    "🏽", "\u{FE0F}",
    "🏴", "\u{E0067}", "\u{E0062}", "\u{E0073}", "\u{E007F}", "<", ">", "&", "\"", "'", "]", "]]>",
    "</text>",
    "</script>", "<!--", "\\u{41}", "\\", " ", "  ", "\n", "\r\n", "\t", "\0", "\u{1B}", "\u{7F}",
    "\u{85}", "\u{AD}",
    "\u{202E}", "\u{2066}", "\u{2069}", "\u{200F}", "\u{2028}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}",
    "\u{E000}", "\u{1FFFF}", "e\u{301}\u{301}",
  ]

  /// Texts that look random and are the same in every run.
  static let generated: [String] = {
    var generator = SeededGenerator(seed: 20_261_120)
    return (0..<60).map { _ in
      (0...generator.next(below: 40)).map { _ in generator.pick(pieces) }.joined()
    }
  }()

  /// Names as people have them, and names as nobody has.
  static let names = [
    "Bo", "Ada Lovelace", "Maria Antonia Josepha Johanna von Habsburg-Lothringen y Borbón",
    "محمد بن موسى الخوارزمي", "עדה לאבלייס", "紫式部 太田 エイダ", "Zoë 👨‍👩‍👧‍👦", "<&>\"']]>",
    String(repeating: "Nepomuk Ferdinand ", count: 22), String(repeating: "Łódź", count: 57),
    "Ada \u{202E}ecalevoL", "آدا می‌خواهم",
  ]
}
