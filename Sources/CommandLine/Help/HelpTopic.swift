import Foundation

/// The pages that `grader help TOPIC` prints; each is a file in `Pages`.
enum HelpTopic: String, CaseIterable {
  /// For who works on the grader.
  case contributing

  /// The text of the page, as it is written.
  var text: String {
    switch self {
    case .contributing: String(decoding: PackageResources.contributing_md, as: UTF8.self)
    }
  }

  /// Every page by the word that asks for it.
  static var texts: [String: String] {
    Dictionary(
      allCases.map { ($0.rawValue, $0.text) }, uniquingKeysWith: { first, _ in first })
  }
}
