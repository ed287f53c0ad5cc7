import FoundationEssentials

/// One line of what a suite process reports, as JSON on its standard output, in this order.
package enum SuiteRecord: Codable, Sendable {
  /// An exercise's behaviours, before any of them runs.
  case planned(Catalogue)
  /// One behaviour that has ended.
  case finished(BehaviourResult)
  /// The suite itself is wrong; nothing it reported counts.
  case broke(reason: String)
  /// The run is over. A report without it is of a suite process that died.
  case ended

  /// Reads what a suite process wrote.
  ///
  /// **Nothing is passed over**: a line that is no record makes the whole report one that ``broke(reason:)``. Only what
  /// follows the last end of a line is left out, since a process that was ended may have been writing it.
  package static func all(in output: [UInt8]) -> [SuiteRecord] {
    let decoder = JSONDecoder()
    let lines = output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.dropLast().map { line in
      (try? decoder.decode(SuiteRecord.self, from: Data(line)))
        ?? .broke(reason: "The suite process reported something that cannot be read.")
    }
  }
}
