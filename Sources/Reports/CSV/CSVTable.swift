import Grading
import Markup

/// A table as comma-separated values: RFC 4180, in UTF-8, with a header and CRLF after every record.
///
/// **No text becomes a formula** in a spreadsheet, and a record is always one line, see ``Swift/String/csv``. **Numbers stay
/// numbers**: a negative one has no apostrophe. A cell that does not apply is empty.
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
    let records = [header.map(\.csv)] + rows.map { $0.map(Self.field) }
    return records.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell as it is written.
  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text.csv
    case .integer(let number): String(number)
    case .percent(let share): share.percentage
    case .decimal(let number): number.twoDecimals
    case .rounded(let number): number.thousandths
    case .flag(let flag): flag ? "yes" : "no"
    }
  }
}
