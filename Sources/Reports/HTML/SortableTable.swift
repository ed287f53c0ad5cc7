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
  static let style = """
    .sortable { background: var(--back); } .sortable th, .sortable td { white-space: nowrap; }
    .sortable .prose { white-space: normal; min-width: 9rem; max-width: 26rem; } .sortable .long { min-width: 16rem; }
    .sortable th:first-child { position: sticky; left: 0; background: var(--back); }
    .sortable thead th { position: sticky; top: 0; background: var(--back); z-index: 1; }
    .sortable caption span { display: inline-block; position: sticky; left: 0; max-width: min(46rem, calc(100vw - 4rem)); }
    @media (max-width: 40rem) { .sortable tbody th { white-space: normal; overflow-wrap: anywhere; min-width: 6.5rem; } }
    .sortable thead th:first-child { z-index: 2; } .tall { max-height: 80vh; overflow: auto; }
    .sortable thead th { border-bottom: 0; box-shadow: inset 0 -2px var(--edge); }
    th button { all: unset; cursor: pointer; font-weight: 700; }
    th button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    th button::after { content: " ↕" / ""; color: var(--soft); }
    th[aria-sort="ascending"] button::after { content: " ▲" / ""; color: var(--text); }
    th[aria-sort="descending"] button::after { content: " ▼" / ""; color: var(--text); }
    @media print { .tall { max-height: none; overflow: visible; } .sortable th { position: static !important; }
      th button::after { content: "" !important; } }
    """

  /// Makes the heads of all sortable tables into buttons that sort.
  static let script = """
    "use strict";
    for (const table of document.querySelectorAll("table.sortable")) {
      const body = table.tBodies[0];
      const heads = Array.from(table.tHead.rows[0].cells);
      heads.forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = head.textContent;
        head.replaceChildren(button);
        button.addEventListener("click", () => {
          const isDown = head.getAttribute("aria-sort") === "ascending";
          const isNumber = head.classList.contains("number");
          const keyed = Array.from(body.rows, (row) => {
            const text = row.cells[column].textContent.trim();
            return { row, key: isNumber ? parseFloat(text.replace("−", "-")) : text };
          });
          keyed.sort((a, b) => {
            if (isNumber) {
              if (isNaN(a.key) || isNaN(b.key)) return isNaN(a.key) - isNaN(b.key);
              return isDown ? b.key - a.key : a.key - b.key;
            }
            const order = a.key.localeCompare(b.key, undefined, { numeric: true });
            return isDown ? -order : order;
          });
          for (const other of heads) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
          body.append(...keyed.map((entry) => entry.row));
        });
      });
    }
    """
}
