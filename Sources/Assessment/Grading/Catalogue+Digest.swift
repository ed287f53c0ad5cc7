package import Digests
import FoundationEssentials
package import Grading

extension Catalogue {
  /// The digest of everything that the suite declares: its behaviours with sentences, points and hints.
  package var digest: Digest {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let json = try? encoder.encode(self) else {
      preconditionFailure("catalogues are made of plain values and always encode")
    }
    return Digest(of: json)
  }
}
