// The attribute table: any source of rows, sorted by a column, only the rows in sight in the document.
//
// A source is {name, count, columns: [{key, title, width, isNumber}], cell(row, column) → text, value(row, column) → number,
// text or null (what it is sorted by), isShown(row), select(row), selected() → row or -1}; row counts from 0, column is one of columns.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { make, said, word } = page;
  const ROW = 34; // pixels
  const SPARE = 6; // rows drawn beyond the edge
  const TALLEST = 8e6; // pixels: browsers draw nothing taller, so beyond it the scroll bar moves in larger steps
  const collator = new Intl.Collator(page.language, { numeric: true });

  // What is not known comes last, whichever way the rest is sorted.
  function compare(a, b, direction) {
    if (a === null || b === null) return (a === null) - (b === null);
    return direction * (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b));
  }

  class Table {
    constructor(sources, onClose) {
      this.sort = null; // {column, direction: 1 or -1}
      this.active = -1; // place in the order
      this.count = make("span", { class: "count", role: "status" });
      this.choice = make("select", { "aria-label": word("ui.layer") }, ...sources.map((each, i) => make("option", { value: i }, each.name)));
      this.choice.hidden = sources.length < 2;
      this.choice.addEventListener("change", () => this.use(sources[+this.choice.value]));
      this.sources = sources;
      this.head = make("div", { role: "row", class: "table-head", "aria-rowindex": "1" });
      this.body = make("div", { role: "rowgroup", class: "table-body" });
      this.grid = make("div", { role: "grid", class: "table-grid", tabindex: "0", "aria-labelledby": "table-title" },
        make("div", { role: "rowgroup", class: "table-top" }, this.head), this.body);
      this.element = make("section", { id: "table", "aria-labelledby": "table-title", hidden: "" },
        make("header", {}, make("h2", { id: "table-title" }, word("ui.table")), this.choice, this.count, page.button("ui.close", onClose)),
        this.grid);
      this.grid.addEventListener("scroll", () => this.paint());
      this.grid.addEventListener("keydown", (event) => this.key(event));
      this.grid.addEventListener("focus", () => this.activate(this.active < 0 ? 0 : this.active));
      this.body.addEventListener("click", (event) => this.click(event));
      new ResizeObserver(() => this.paint()).observe(this.grid);
      this.use(sources[0]);
    }

    use(source) {
      this.source = source;
      this.sort = null;
      const widths = source.columns.map((column) => `${column.width}px`).join(" ");
      this.grid.style.setProperty("--columns", widths);
      this.grid.setAttribute("aria-colcount", source.columns.length);
      this.head.replaceChildren(...source.columns.map((column, i) => this.heading(column, i)));
      this.arrange();
    }

    // The sources have other names or show other rows.
    renew() {
      [...this.choice.options].forEach((option, i) => (option.textContent = this.sources[i].name));
      this.arrange();
    }

    turnTo(source) {
      if (source === this.source) return;
      this.choice.value = this.sources.indexOf(source);
      this.use(source);
    }

    heading(column, i) {
      const button = make("button", { type: "button" }, column.title);
      button.addEventListener("click", () => this.sortBy(column));
      return make("div", { role: "columnheader", class: column.isNumber ? "is-number" : null, "aria-colindex": i + 1, "aria-sort": "none" }, button);
    }

    sortBy(column) {
      const isAgain = this.sort && this.sort.column === column;
      this.sort = { column, direction: isAgain ? -this.sort.direction : 1 };
      [...this.head.children].forEach((cell, i) => {
        const isIt = this.source.columns[i] === column;
        cell.setAttribute("aria-sort", isIt ? (this.sort.direction > 0 ? "ascending" : "descending") : "none");
      });
      this.arrange();
    }

    // Puts the shown rows in order; called again whenever the filter changes.
    arrange() {
      const { source } = this;
      const order = [];
      for (let row = 0; row < source.count; row += 1) if (source.isShown(row)) order.push(row);
      if (this.sort) {
        const keys = new Array(source.count);
        for (const row of order) keys[row] = source.value(row, this.sort.column);
        order.sort((a, b) => compare(keys[a], keys[b], this.sort.direction) || a - b);
      }
      this.order = order;
      this.active = order.indexOf(source.selected());
      this.grid.setAttribute("aria-rowcount", order.length + 1);
      this.count.textContent = page.count("rows", order.length);
      this.paint();
      if (this.active < 0) return;
      this.reveal(this.active);
      this.paint();
    }

    // Pixels: the height of all rows, of the element that stands for it, of what is seen of it.
    get heights() {
      const all = this.order.length * ROW;
      const seen = Math.max(ROW, this.grid.clientHeight - this.head.offsetHeight);
      const shown = Math.min(all, TALLEST);
      return { seen, shown, ratio: shown > seen ? (all - seen) / (shown - seen) : 1 };
    }

    paint() {
      if (this.element.hidden) return;
      const { seen, shown, ratio } = this.heights;
      const { scrollTop } = this.grid;
      const top = scrollTop * ratio;
      const first = Math.max(0, Math.floor(top / ROW) - SPARE);
      const last = Math.min(this.order.length, Math.ceil((top + seen) / ROW) + SPARE);
      const rows = [];
      for (let place = first; place < last; place += 1) rows.push(this.row(place, place * ROW - top + scrollTop));
      this.body.style.height = `${shown}px`;
      this.body.replaceChildren(...rows);
      this.name();
    }

    row(place, y) {
      const { source } = this;
      const row = this.order[place];
      const cells = source.columns.map((column, i) =>
        said("div", { role: "gridcell", "aria-colindex": i + 1, class: column.isNumber ? "is-number" : null }, source.cell(row, column)),
      );
      const element = make("div", {
        role: "row", id: `row-${place}`, class: place === this.active ? "is-active" : null,
        "aria-rowindex": place + 2, "aria-selected": String(row === source.selected()),
      }, ...cells);
      element.style.transform = `translateY(${y}px)`;
      return element;
    }

    name() {
      if (this.active >= 0 && document.getElementById(`row-${this.active}`)) this.grid.setAttribute("aria-activedescendant", `row-${this.active}`);
      else this.grid.removeAttribute("aria-activedescendant");
    }

    activate(place) {
      if (!this.order.length) return;
      this.active = Math.max(0, Math.min(this.order.length - 1, place));
      this.reveal(this.active);
      this.paint();
    }

    reveal(place) {
      if (this.element.hidden) return;
      const { seen, ratio } = this.heights;
      const top = this.grid.scrollTop * ratio;
      if (place * ROW < top) this.grid.scrollTop = (place * ROW) / ratio;
      else if ((place + 1) * ROW > top + seen) this.grid.scrollTop = ((place + 1) * ROW - seen) / ratio;
    }

    key(event) {
      if (event.target !== this.grid) return;
      const leap = Math.max(1, Math.floor(this.heights.seen / ROW) - 1);
      const to = {
        ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + leap, PageUp: this.active - leap,
        Home: 0, End: this.order.length - 1,
      }[event.key];
      if (to !== undefined) this.activate(to);
      else if ((event.key === "Enter" || event.key === " ") && this.active >= 0) this.source.select(this.order[this.active]);
      else return;
      event.preventDefault();
    }

    click(event) {
      const row = event.target.closest("[role=row]");
      if (!row) return;
      this.active = +row.id.slice("row-".length);
      this.source.select(this.order[this.active]);
    }

    // The row of what was chosen elsewhere comes into sight, and its source where that is given.
    follow(source) {
      if (source && !this.element.hidden) this.turnTo(source);
      const place = this.order.indexOf(this.source.selected());
      if (place >= 0) {
        this.active = place;
        this.reveal(place);
      }
      this.paint();
    }
  }

  page.createTable = (sources, onClose) => new Table(sources, onClose);
})();
