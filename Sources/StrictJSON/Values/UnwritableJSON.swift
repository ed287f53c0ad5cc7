/// The kinds of values that JSON cannot express in a way that could be read again.
package enum UnwritableJSON: Error, Hashable, Sendable, CustomStringConvertible {
  /// Lists and objects are nested more deeply than is read.
  case tooDeep
  /// An infinity, or not a number.
  case notANumber

  /// A clause for a sentence.
  package var description: String {
    switch self {
    case .tooDeep: "it is nested too deeply"
    case .notANumber: "it holds a number that JSON cannot express"
    }
  }
}
