import Assessment
import Foundation

/// A kit as it is in a folder, before anybody has worked in it.
struct KitFolder: Sendable {
  /// The files that a kit may have.
  let files: [KitFile]
  /// What is in the folder and must not be.
  let findings: [KitFinding]

  /// Reads a folder.
  ///
  /// **Of what is no part of a kit nothing is read**, neither files nor what is in folders.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - kit: The kit whose files it may have.
  /// - Throws: ``AssessmentError`` of the kind `input` if it is no folder that can be read.
  init(at path: String, for kit: Kit) throws(AssessmentError) {
    var walk = Walk(root: path, allowed: Set(kit.files.map(\.path)))
    guard walk.enter("") else {
      throw AssessmentError(.input, "\(path) is no folder that can be read. Name a kit's folder.")
    }
    files = walk.files
    findings = walk.findings
  }

  /// A walk through the folder.
  private struct Walk {
    let root: String
    let allowed: Set<String>
    /// The folders on the way to what is allowed.
    private let folders: Set<String>
    var files: [KitFile] = []
    var findings: [KitFinding] = []

    init(root: String, allowed: Set<String>) {
      self.root = root
      self.allowed = allowed
      var folders: Set<String> = []
      for path in allowed {
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/") {
          rest = rest[..<slash]
          folders.insert(String(rest))
        }
      }
      self.folders = folders
    }

    /// Looks at everything in a folder; false if it cannot be read.
    mutating func enter(_ folder: String) -> Bool {
      let place = folder.isEmpty ? root : "\(root)/\(folder)"
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else {
        return false
      }
      for name in names.sorted() { look(at: folder.isEmpty ? name : "\(folder)/\(name)") }
      return true
    }

    /// Takes one entry, or says why not.
    private mutating func look(at path: String) {
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
      switch attributes?[.type] as? FileAttributeType {
      case .typeDirectory?:
        if !folders.contains(path) || !enter(path) { findings.append(KitFinding(path, .stray)) }
      case .typeRegular?:
        guard allowed.contains(path),
          let content = FileManager.default.contents(atPath: "\(root)/\(path)")
        else { return findings.append(KitFinding(path, .stray)) }
        files.append(KitFile(path: path, content: content))
      default: findings.append(KitFinding(path, .irregular))
      }
    }
  }
}
