// The panel beside the map: title, source, total, list of projects, what the article says as a whole, notices; the legend.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, said, quoted, word } = page;

  function head() {
    return make("header", { class: "panel-head" }, quoted("h1", {}, data.title), make("p", { class: "source" }, page.link(page.articleSource())));
  }

  // A total for a country is nobody's in the list: it says so.
  function total() {
    if (!data.portfolio) return null;
    const { count, amount, sentence } = data.portfolio;
    const country = page.country(data.focus);
    const figures = [count === null ? null : page.count("projects", count), amount && page.money(amount)].filter(Boolean).join(", ");
    return make(
      "section",
      { class: "group total" },
      make("h2", {}, country ? page.phrase("ui.total", { country }) : word("ui.total_all")),
      figures ? make("p", { class: "figures" }, figures) : null,
      make("p", { class: "note" }, word("ui.total_note")),
      make("blockquote", {}, quoted("p", {}, sentence)),
    );
  }

  function entry(feature) {
    const kind = word(`kind.${feature.kind}`);
    const how = word(feature.lengthKm === null ? `exactness.${feature.exactness}` : `method.${feature.method}`);
    const mark = page.correctedMark(feature);
    const button = make(
      "button",
      { type: "button", class: "entry", "data-id": feature.id, "aria-pressed": "false", tabindex: "-1" },
      page.symbol(feature.kind),
      make(
        "span",
        { class: "entry-text" },
        quoted("span", { class: "entry-name" }, feature.name),
        feature.geometry || !feature.note
          ? make("span", { class: "entry-detail" }, `${kind} · ${how}`)
          : said("span", { class: "entry-detail" }, feature.note),
        mark ? make("span", { class: "entry-detail entry-mark" }, mark) : null,
      ),
    );
    button.style.setProperty("--kind", feature.colour);
    button.addEventListener("click", () => page.select(feature.id, { isUser: true }));
    return make("li", {}, button);
  }

  function group(title, features) {
    if (!features.length) return null;
    const isSeen = !document.documentElement.classList.contains("embedded"); // the window has a list of its own
    const list = make("ul", { class: "entries" }, ...(isSeen ? features.map(entry) : []));
    return make("section", { class: "group" }, make("h2", {}, `${title} (${page.number(features.length)})`), list);
  }

  // The layers of GIS files: how many rows each has, and the way to them.
  function layers() {
    if (!page.layers.length) return null;
    const items = page.layers.map((layer) => {
      const words = make("span", { class: "entry-text" }, said("span", { class: "entry-name" }, layer.name),
        make("span", { class: "entry-detail" }, page.count("rows", layer.shownCount)));
      const button = make("button", { type: "button", class: "entry", "aria-controls": "table" }, page.layerSign(layer), words);
      button.addEventListener("click", () => page.showRows(layer));
      return make("li", {}, button);
    });
    return make("section", { class: "group" }, make("h2", {}, word("ui.layers")), make("ul", { class: "layers" }, ...items));
  }

  function summary() {
    const rows = data.summary.filter((row) => row.key !== "portfolio" || !data.portfolio);
    if (!rows.length) return null;
    const list = make("dl", { class: "rows" });
    let before = null;
    for (const row of rows) {
      if (row.key !== before) list.append(make("dt", {}, word(`row.${row.key}`)));
      list.append(said("dd", {}, row.value));
      before = row.key;
    }
    return make("section", { class: "group" }, make("h2", {}, word("ui.whole_article")), list);
  }

  function notices() {
    if (!data.notices.length) return null;
    const list = make("ul", { class: "notices" }, ...data.notices.map((notice) => said("li", {}, notice)));
    return make("section", { class: "group" }, make("h2", {}, word("ui.notices")), list);
  }

  function sign(name) {
    return make("span", { class: `sign sign-${name}`, "aria-hidden": "true" });
  }

  function legend() {
    const located = data.features.filter((feature) => feature.geometry);
    if (!located.length && !page.layers.length) return null;
    const kinds = [...new Set(located.map((feature) => feature.kind))].map((kind) => {
      const item = make("li", {}, page.symbol(kind), word(`kind.${kind}`));
      item.style.setProperty("--kind", located.find((feature) => feature.kind === kind).colour);
      return item;
    });
    const stops = located.flatMap((feature) => feature.waypoints);
    const has = (test) => located.some(test);
    const signs = [
      has((f) => f.exactness === "exact") && ["exact", "legend.exact"],
      has((f) => f.exactness === "city") && ["city", "legend.city"],
      (has((f) => f.exactness === "approximate" || f.exactness === "region") || stops.some((stop) => stop.exactness === "approximate")) && ["circle", "legend.approximate"],
      has((f) => f.method === "schematic") && ["schematic", "legend.schematic"],
      has((f) => f.method === "traced") && ["traced", "legend.traced"],
      has((f) => f.method === "drawn" && f.lengthKm !== null) && ["drawn", "legend.drawn"],
      stops.some((stop) => stop.stated) && ["stop", "legend.stop"],
      stops.some((stop) => !stop.stated) && ["added", "legend.added"],
    ].filter(Boolean);
    const items = signs.map(([name, key]) => make("li", {}, sign(name), word(key)));
    return make("details", { class: "legend" }, make("summary", {}, word("ui.legend")), make("ul", {}, ...kinds, ...items, ...page.layerSigns()));
  }

  class Panel {
    constructor(element, filter, tools) {
      this.element = element;
      this.entries = new Map();
      this.count = make("p", { class: "count", role: "status" });
      this.none = make("p", { class: "empty", hidden: "" }, word("ui.no_match"));
      element.setAttribute("aria-label", word("ui.list"));
      element.append(
        ...[
          head(),
          tools,
          data.features.length > 1 ? filter.element : null,
          this.count,
          this.none,
          group(word("ui.located"), data.features.filter((feature) => feature.geometry)),
          group(word("ui.not_located"), data.features.filter((feature) => !feature.geometry)),
          data.features.length || page.layers.length ? null : make("p", { class: "empty" }, word("ui.no_projects")),
          layers(),
          total(),
          summary(),
          notices(),
        ].filter(Boolean),
      );
      for (const button of element.querySelectorAll(".entries .entry")) {
        this.entries.set(button.dataset.id, button);
        button.addEventListener("keydown", (event) => this.walk(event));
      }
      this.offerOne();
    }

    // The whole list is one stop of the Tab key; arrows walk in it.
    walk(event) {
      const shown = [...this.entries.values()].filter((button) => !button.parentElement.hidden);
      const at = shown.indexOf(event.currentTarget);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = shown[Math.max(0, Math.min(shown.length - 1, to))];
      this.offerOne(next);
      next.focus();
    }

    offerOne(wanted) {
      const shown = [...this.entries.values()].filter((button) => !button.parentElement.hidden);
      const one = wanted || shown.find((button) => button.tabIndex === 0) || shown[0];
      for (const button of this.entries.values()) button.tabIndex = button === one ? 0 : -1;
    }

    show(filter) {
      for (const [id, button] of this.entries) button.parentElement.hidden = !filter.shown.has(id);
      for (const section of this.element.querySelectorAll(".entries")) {
        section.parentElement.hidden = ![...section.children].some((item) => !item.hidden);
      }
      const all = data.features.length;
      this.count.textContent = filter.isOn ? page.count("shown", all, { shown: page.number(filter.shown.size) }) : "";
      this.none.hidden = !filter.isOn || filter.shown.size > 0;
      this.offerOne();
    }

    mark(id) {
      this.details?.remove();
      this.pressed?.setAttribute("aria-pressed", "false");
      this.pressed = this.entries.get(id);
      this.pressed?.setAttribute("aria-pressed", "true");
      const button = this.pressed;
      if (!button) return;
      this.offerOne(button);
      const feature = data.features.find((each) => each.id === id);
      if (!feature.geometry) {
        // Nothing on the map: what is said of it stands in the list.
        this.details = make("div", { class: "popup", role: "region", "aria-label": feature.name }, ...page.details(feature));
        button.after(this.details);
      }
      button.scrollIntoView({ block: this.details?.isConnected ? "start" : "nearest" });
    }
  }

  page.createPanel = (element, filter, tools) => new Panel(element, filter, tools);
  Object.assign(page, { legend, total, notices });
})();
