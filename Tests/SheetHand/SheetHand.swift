import CertificateSheets
import Foundation

/// placeholder
@main
struct SheetHand {
  static func main() throws {
    let names = [
      "ada": "Ada Lovelace", "bo": "Bo",
      "long": "Maria Antonia Josepha Johanna von Habsburg-Lothringen y Borbón",
      "arabic": "محمد بن موسى الخوارزمي", "hebrew": "עדה לאבלייס כהן", "japanese": "紫式部 太田 エイダ",
      "emoji": "Zoë 👨‍👩‍👧‍👦 O’Neil 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "markup": "<&>\"']]>",
      "bidi": "Ada \u{202E}ecalevoL", "hindi": "आदा क्ष‍ लवलेस", "persian": "می‌خواهم آدا",
      "huge": String(repeating: "Nepomuk Ferdinand ", count: 22), "unbroken": String(repeating: "Łódź", count: 57),
    ]
    let folder = CommandLine.arguments[1]
    let document = try String(contentsOfFile: CommandLine.arguments[2], encoding: .utf8)
    for (file, name) in names {
      let sheet = CertificateSheet(
        course: "Reactive Architecture: CQRS & Event Sourcing", learner: name,
        issuer: "Reactive Swift Course", issuerURL: "https://course.example.org/",
        issuerID: "did:key:z6Mkw57Ho1KoCwgTMyaxx2af2JhbqhvGxLNKgUnMhGY5crW4",
        key: "z6Mkw57Ho1KoCwgTMyaxx2af2JhbqhvGxLNKgUnMhGY5crW4", date: "2026-11-20", mark: "94.12",
        passMark: "75", parts: [
          .init(name: "Review questions", weight: "40", mark: "98.01"),
          .init(name: "Case studies", weight: "30", mark: "90.5"),
          .init(name: "Final exam", weight: "30", mark: "92.55"),
        ], id: "urn:uuid:6f1a2d3e-8c4b-4f6a-9b57-0d9e2c7a1b44", document: document,
        paper: "https://course.example.org/verify.html#" + String(repeating: "eyJhbGciOi", count: 55))
      try sheet.svg().write(toFile: "\(folder)/\(file).svg", atomically: true, encoding: .utf8)
    }
  }
}
