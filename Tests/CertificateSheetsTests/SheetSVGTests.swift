import Certificates
import Foundation
import Markup
import StrictJSON
import Testing

@testable import CertificateSheets

@Suite("A certificate as a drawing")
struct SheetSVGTests {
  /// A text without spaces, which a drawing may put elsewhere.
  private func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test("It is well-formed and carries the same credential, whatever stands in it")
  func wellFormed() throws {
    for text in Samples.names + Samples.generated {
      for sheet in [Samples.sheet(learner: text), Samples.everywhere(text)] {
        let svg = sheet.svg()
        let drawing = try ParsedDrawing(svg)
        let document = Array(try Samples.plain(sheet.document).unicodeScalars)
        #expect(Array(try Samples.plain(drawing.credential).unicodeScalars) == document)
        #expect(drawing.metadata == sheet.paper.shown)
        // Whoever looks at the file as text is not led astray either.
        let texts = drawing.texts + drawing.descriptions + [drawing.metadata, drawing.credential]
        #expect(
          !texts.joined().unicodeScalars.contains {
            $0.properties.generalCategory == .control && $0 != "\n"
          })
      }
    }
  }

  @Test(
    "Every text of the sheet appears, in the order in which it is read", arguments: Samples.names)
  func texts(name: String) throws {
    let sheet = Samples.sheet(learner: name)
    let drawing = try ParsedDrawing(sheet.svg())
    var rest = bare(drawing.texts.joined())[...]
    let order = [
      "CERTIFICATE OF COMPLETION", sheet.course, "\(sheet.issuer) certifies that", name.shown,
      "has completed the course and passed its assessment", "Review questions", "98.01",
      "of 40",
      "Case studies", "90.5", "of 35", "Final exam", "93", "of 25", "94.12", "of 100",
      "pass mark 75", "20 November 2026", sheet.issuer, "https://course.example.org/",
      sheet.issuerID, sheet.key, sheet.id, "Scan to check",
    ]
    for text in order {
      let range = try #require(rest.range(of: bare(text)), "\(text) is missing or too early")
      rest = rest[range.upperBound...]
    }
    #expect(drawing.descriptions.count == 2)
    #expect(drawing.descriptions.allSatisfy { $0.contains(name.shown) })
  }

  @Test(
    "The credential is where Open Badges 3.0 wants it: first within the drawing, in its namespace")
  func baked() throws {
    let svg = Samples.sheet(learner: "Ada").svg()
    let elements = try ParsedDrawing(svg).elements
    #expect(elements[0] == ("svg", "http://www.w3.org/2000/svg"))
    #expect(elements[1] == ("credential", "https://purl.imsglobal.org/ob/v3p0"))
    #expect(svg.contains("\"><openbadges:credential><![CDATA[{"))
    #expect(svg.contains("width=\"297mm\" height=\"210mm\""))
  }

  @Test("A name is kept from its neighbours, in its own direction")
  func directions() {
    let arabic = Samples.sheet(learner: "محمد").svg()
    #expect(arabic.contains("<tspan direction=\"rtl\" unicode-bidi=\"isolate\">محمد</tspan>"))
    let latin = Samples.sheet(learner: "Bo").svg()
    #expect(latin.contains("<tspan direction=\"ltr\" unicode-bidi=\"isolate\">Bo</tspan>"))
  }

  @Test(
    "Nothing in it is loaded from elsewhere or runs, and no style is set that a page would forbid")
  func selfContained() throws {
    let svg = Samples.sheet(learner: "Ada").svg()
    for forbidden in ["<script", "<image", "<style", " style=", "url(", "xlink:href", " onload"] {
      #expect(!svg.contains(forbidden))
    }
    #expect(svg.ranges(of: "href=\"").count == svg.ranges(of: "href=\"#").count)
  }

  @Test("The same certificate is the same bytes, and those that were recorded")
  func golden() throws {
    let svg = try Samples.signed().svg()
    #expect(try svg == Samples.signed().svg())
    let file = Samples.folder.appending(path: "certificate.svg")
    if ProcessInfo.processInfo.environment["GRADER_RECORD_TRANSCRIPTS"] != nil {
      try Data(svg.utf8).write(to: file)
    }
    // Not the two texts: a difference would print both.
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let difference = zip(svg.split(separator: "\n"), recorded.split(separator: "\n")).first {
      $0 != $1
    }
    #expect(difference == nil && svg.utf8.count == recorded.utf8.count)
  }

  @Test("A verifier finds the same credential in the drawing and in the page")
  func finding() throws {
    for name in Samples.names {
      let sheet = Samples.sheet(learner: name)
      let issued = try OrderedJSON(strictly: Data(sheet.document.utf8)).canonical
      for file in [sheet.svg(), sheet.html()] {
        guard case .credential(let found) = try CertificateFile(Data(file.utf8)) else {
          Issue.record("it is a credential")
          continue
        }
        #expect(Array(found.canonical.utf8) == Array(issued.utf8))
      }
    }
  }
}
