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
