import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A drawing as a strict reader of XML sees it.
final class ParsedDrawing: NSObject, XMLParserDelegate {
  /// The elements in their order, by local name and namespace.
  private(set) var elements: [(name: String, namespace: String)] = []
  /// The texts of the elements `text` in their order.
  private(set) var texts: [String] = []
  /// The content of the credential's element.
  private(set) var credential = ""
  /// The content of the element `metadata`.
  private(set) var metadata = ""
  /// The content of title and description.
  private(set) var descriptions: [String] = []
  /// The elements around the place that is read.
  private var path: [String] = []

  /// Reads a drawing.
  ///
  /// - Throws: the reader's error, if the drawing is not well-formed.
  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.shouldProcessNamespaces = true
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, namespaceURI ?? ""))
    path.append(name)
    if name == "text" { texts.append("") }
    if name == "title" || name == "desc" { descriptions.append("") }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if path.contains("text") { texts[texts.count - 1] += string }
    if path.last == "metadata" { metadata += string }
    if path.last == "title" || path.last == "desc" {
      descriptions[descriptions.count - 1] += string
    }
    if path.last == "credential" { credential += string }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if path.last == "credential" { credential += String(decoding: block, as: UTF8.self) }
  }
}
