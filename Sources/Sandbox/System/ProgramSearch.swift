import Glibc

/// Finds programs as a shell does, in the folders of a `PATH`.
package enum ProgramSearch {
  /// The path of a program, or `nil` if there is none.
  ///
  /// **Folders that are not absolute are passed over**: what lies in the current folder may be a learner's.
  ///
  /// - Parameters:
  ///   - name: The program's name.
  ///   - path: The folders, separated by colons.
  package static func find(_ name: String, in path: String) -> String? {
    path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }
}
