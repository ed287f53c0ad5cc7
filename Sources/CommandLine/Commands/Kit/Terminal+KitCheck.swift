import Kits
import PlainText

extension Terminal {
  /// Prints what was found in a kit.
  func show(_ check: KitCheck) {
    guard !check.holds else {
      return print("\(counted(check.fileCount, "file")), and nothing hidden in them.")
    }
    print(check.findings.map(\.description.printable).joined(separator: "\n"))
    print("\(counted(check.findings.count, "finding")). This is not for learners.")
  }
}
