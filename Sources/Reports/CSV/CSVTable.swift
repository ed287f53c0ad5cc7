import Grading
import PlainText

/// A table as comma-separated values: RFC 4180, in UTF-8, with a header and CRLF after every record.
///
/// **No text becomes a formula** in a spreadsheet: one that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, or
/// with a full-width form of these, gets an apostrophe before it, also if spaces or apostrophes stand before the sign. Control
/// characters and marks that reverse the direction of writing are spelled out as `\n` or `\u{202E}`, so a record is always one
/// line. **Numbers stay numbers**: a negative one has no apostrophe. A cell that does not apply is empty.
struct CSVTable {
  /// What stands in a cell.
  enum Cell {
    /// Nothing.
    case empty
    /// A text, wherever it came from.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A share in per cent with two decimals, cut off: `74.99`.
    case percent(Rational)
    /// A number with two decimals, cut off.
    case decimal(Rational)
    /// A number with three decimals, rounded; never of a mark.
    case rounded(Double)
    /// `yes` or `no`.
    case flag(Bool)

    /// A text, or nothing.
    static func text(_ text: String?) -> Cell { text.map(Cell.text) ?? .empty }
    /// A whole number, or nothing.
    static func integer(_ number: Int?) -> Cell { number.map(Cell.integer) ?? .empty }
    /// A share, or nothing.
    static func percent(_ share: Rational?) -> Cell { share.map(Cell.percent) ?? .empty }
    /// A number, or nothing.
    static func decimal(_ number: Rational?) -> Cell { number.map(Cell.decimal) ?? .empty }
  }

  /// The names of the columns.
  let header: [String]
  /// The records, each with a cell for every column.
  let rows: [[Cell]]

  /// Makes a table.
  init(_ header: [String], _ rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == header.count }, "every record has all columns")
    self.header = header
    self.rows = rows
  }

  /// The whole file.
  func text() -> String {
    let records = [header.map(Self.field)] + rows.map { $0.map(Self.field) }
    return records.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell as it is written.
  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): field(text)
    case .integer(let number): String(number)
    case .percent(let share): share.percentage
    case .decimal(let number): number.twoDecimals
    case .rounded(let number): number.thousandths
    case .flag(let flag): flag ? "yes" : "no"
    }
  }

  /// A text as it is written: harmless, and in quotes where it must be.
  private static func field(_ text: String) -> String {
    let safe = harmless(text.printable)
    guard safe.unicodeScalars.contains(where: { [",", "\""].contains($0) }) else { return safe }
    return "\"\(safe.replacing("\"", with: "\"\""))\""
  }

  /// A text that no spreadsheet takes for a formula.
  private static func harmless(_ text: String) -> String {
    let first = text.unicodeScalars.first { $0 != "'" && !$0.properties.isWhitespace }
    return first.map(signs.contains) == true || text.first.map(blanks.contains) == true
      ? "'" + text : text
  }

  /// The signs that begin a formula, and their full-width forms.
  private static let signs: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]
  /// The blanks that some spreadsheets pass over before a formula.
  private static let blanks: Set<Character> = ["\t", "\r", "\n", "\r\n"]
}
