package import Grading

/// How the value of a blank follows from the numbers of its question: an expression, computed exactly.
///
/// ```text
/// comparison = sum [ ( ">=" | "<=" | "==" | "!=" | ">" | "<" ) sum ]    1 if it holds, else 0
/// sum        = product { ( "+" | "-" ) product }
/// product    = sign { ( "*" | "/" ) sign }
/// sign       = "-" sign | operand
/// operand    = number | "(" comparison ")" | function "(" comparison { "," comparison } ")"
/// number     = digits [ "." digits ]
/// ```
///
/// | function | value |
/// |---|---|
/// | `min`, `max`, `sum` | of one number or more |
/// | `count` | how many of the numbers are not 0 |
/// | `floor`, `ceil`, `abs` | of one number |
/// | `mod` | the rest of the first number divided by the second, with the sign of the second |
///
/// Spaces mean nothing. **There is no rounding**: `1 / 3 * 3` is 1. **Length and nesting are limited**, so that a hostile
/// file costs nothing.
package struct Computation: Hashable, Sendable {
  /// The longest expression, in bytes.
  package static let maximumLength = 1_000
  /// How deep parentheses, functions and signs may nest.
  package static let maximumDepth = 32

  /// The value.
  package let value: Rational
  /// Whether anything is computed at all; a lone number only repeats itself.
  package let computes: Bool

  /// Computes an expression.
  ///
  /// - Throws: ``ComputationError`` saying what is wrong and where.
  package init(_ text: String) throws(ComputationError) {
    guard text.utf8.count <= Self.maximumLength else {
      throw ComputationError(
        "The computation is longer than \(Self.maximumLength) bytes; shorten it.")
    }
    var reader = ExpressionReader(text)
    value = try reader.whole()
    computes = reader.steps > 0
  }
}
