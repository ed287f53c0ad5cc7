import Foundation
import Markup
import PlainText
import StrictJSON
import Testing

@Suite("Every format has an escaper, which takes no text for the format's own")
struct EscaperTests {
  /// The references of HTML that are written.
  private let html = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
  /// The references of XML that are written.
  private let xml = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "#9": "\t", "#10": "\n",
  ]

  @Test("Markup escapes what is markup, and nothing else")
  func markup() {
    for text in Samples.all {
      #expect(!text.markup.holds("<>\"'"))
      #expect(text.markup.withoutReferences(html)?.scalars == text.scalars)
    }
    #expect(
      "<a href='b'>\"&\"</a>".markup == "&lt;a href=&#39;b&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;")
  }

  @Test("HTML escapes what is markup, breaks lines, and spells out what a page would obey")
  func pages() throws {
    for text in Samples.all {
      let oneLine = text.html.read(["<br>": "\n"])
      #expect(!oneLine.holds("<>\"'"))
      #expect(!text.html.isObeyedSomewhere)
      let read = try #require(oneLine.withoutReferences(html))
      #expect(read.withoutSpelling.scalars == text.withoutSpelling.scalars)
    }
    #expect("a\n\u{202E}<b>\t".html == "a<br>\\u{202E}&lt;b&gt;\\u{9}")
  }

  @Test("Code stands between backticks that pair, and its text is escaped")
  func code() {
    #expect("`<a>` & `b`".htmlWithCode == "<code>&lt;a&gt;</code> &amp; <code>b</code>")
    #expect("`<a>".htmlWithCode == "`&lt;a&gt;")
    for text in Samples.all {
      let bare = text.htmlWithCode.read(["<code>": "`", "</code>": "`"])
      #expect(bare.scalars == text.html.scalars)
    }
  }

  @Test(
    "XML escapes what is markup and what a parser would change, and spells out what XML cannot hold"
  )
  func documents() throws {
    for text in Samples.all {
      #expect(!text.xml.holds("<>\"'\t\n\r\u{FFFE}\u{FFFF}"))
      #expect(!text.xml.isObeyedSomewhere)
      let read = try #require(text.xml.withoutReferences(xml))
      #expect(read.withoutSpelling.scalars == text.withoutSpelling.scalars)
    }
    #expect("'a'\r\n\0".xml == "&apos;a&apos;\\u{D}&#10;\\u{0}")
  }

  @Test("JSON in markup has the same value, and nothing in it is markup or unseen")
  func embeddedJSON() throws {
    for text in Samples.all {
      let json = OrderedJSON.string(text).canonical
      #expect(!json.embeddedJSON.holds("<>&\u{7F}\u{85}\u{FEFF}\u{2028}\u{2029}\u{FFFE}\u{FFFF}"))
      let read = try OrderedJSON(strictly: Data(json.embeddedJSON.utf8))
      #expect(read.text?.scalars == text.scalars)
    }
    #expect("[\"</script>\u{202E}\"]".embeddedJSON == "[\"\\u003c/script\\u003e\\u202e\"]")
  }

  @Test("JSON to look at has the same value, and nothing in it is unseen")
  func visibleJSON() throws {
    for text in Samples.all {
      let json = OrderedJSON.string(text).canonical
      #expect(
        json.visibleJSON.unicodeScalars.allSatisfy {
          ![.format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        })
      let read = try OrderedJSON(strictly: Data(json.visibleJSON.utf8))
      #expect(read.text?.scalars == text.scalars)
    }
    #expect("[\"<\u{202E}\u{E0067}\"]".visibleJSON == "[\"<\\u202E\\uDB40\\uDC67\"]")
  }

  @Test("A field of comma-separated values is one field on one line, no formula, and comes back")
  func fields() throws {
    for text in Samples.all {
      var field = text.csv
      #expect(!field.holds("\t\r\n"))
      if field.unicodeScalars.first == "\"" {
        #expect(field.count >= 2 && field.unicodeScalars.last == "\"")
        let inner = String(field.unicodeScalars.dropFirst().dropLast())
        #expect(!inner.read(["\"\"": ""]).holds("\""))
        field = inner.read(["\"\"": "\""])
      } else {
        #expect(!field.holds(",\""))
      }
      let first = field.unicodeScalars.first { !$0.properties.isWhitespace } ?? " "
      #expect(!"=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first))
      #expect(
        field.scalars == text.printable.scalars || field.scalars == ("'" + text.printable).scalars)
    }
    #expect("=\"a\",b".csv == "\"'=\"\"a\"\",b\"")
    #expect("a".csv == "a")
  }

  @Test("A terminal is given nothing that it would obey, and all the rest as it is")
  func printable() {
    for text in Samples.all {
      #expect(!text.printable.isObeyedSomewhere)
      guard !text.holds("\\") else { continue }
      let read = text.printable.read(["\\n": "\n", "\\r": "\r", "\\t": "\t"]).withoutSpelling
      #expect(read.scalars == text.scalars)
    }
    #expect("a\u{1B}[2J\n".printable == "a\\u{1B}[2J\\n")
  }
}
