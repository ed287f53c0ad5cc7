import Markup

/// A table of a page, which can be sorted by any column where scripts run.
///
/// Its first column heads the rows. A column of numbers sorts by number, and what is no number comes last.
struct SortableTable {
  /// One column.
  struct Column {
    /// What it is called, as plain text.
    var title: String
    /// Whether it holds numbers.
    var isNumber = false

    /// A column of texts.
    static func text(_ title: String) -> Column { Column(title: title) }
    /// A column of numbers.
    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  /// One cell.
  struct Cell {
    /// What it holds, in HTML.
    var html: String
    /// The classes of its look, beside that of its column.
    var style = ""

    /// A cell with plain text.
    init(_ text: String, style: String = "") {
      html = text.html
      self.style = style
    }

    /// A cell with HTML.
    init(html: String, style: String = "") {
      self.html = html
      self.style = style
    }

    /// What there is nothing for.
    static let none = Cell("–")
  }

  /// The beginning of the identifiers of its parts; unique in the page.
  var id: String
  /// What it shows, as plain text.
  var caption: String
  /// The columns.
  var columns: [Column]
  /// The rows, with a cell for each column.
  var rows: [[Cell]]
  /// Whether it scrolls in a window of its own, with its head in sight.
  var isTall = false

  /// The whole table.
  func html() -> String {
    let head = columns.map { column in
      "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>\(column.title.html)</th>"
    }
    let body = rows.map { row in
      let cells = zip(columns, row).enumerated().map { index, cell in
        let (column, cell) = cell
        let styles = [column.isNumber ? "number" : "", cell.style].filter { !$0.isEmpty }
        let style = styles.isEmpty ? "" : " class=\"\(styles.joined(separator: " "))\""
        return index == 0
          ? "<th scope=\"row\"\(style)>\(cell.html)</th>" : "<td\(style)>\(cell.html)</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <div class="scroll\(isTall ? " tall" : "")" tabindex="0" role="region" aria-labelledby="\(id)-caption">
      <table class="sortable">
      <caption><span id="\(id)-caption">\(caption.html)</span></caption>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  /// What sortable tables add to the look of a page.
  ///
  /// Identifiers and numbers stay on one line; where there is little room, long identifiers are broken, as they stay in sight.
  static let style = String(embedded: PackageResources.sortable_table_css)

  /// Makes the heads of all sortable tables into buttons that sort.
  static let script = String(embedded: PackageResources.sortable_table_js)
}
