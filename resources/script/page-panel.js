// The panel beside the map: title, source, list of projects, legend, totals, notices.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, word, phrase } = page;

  function head() {
    const { article } = data;
    const source = [article.publisher || article.source, article.date].filter(Boolean).join(", ");
    return make(
      "header",
      { class: "panel-head" },
      make("h1", {}, data.title),
      make("p", { class: "source" }, article.url ? page.link({ name: source, url: article.url }) : source),
    );
  }

  function searchBox(onChange) {
    const field = make("input", { type: "search", id: "search", placeholder: word("ui.search"), "aria-label": word("ui.search") });
    const kinds = [...new Set(data.features.map((feature) => feature.kind))];
    const select = make("select", { id: "kind", "aria-label": word("ui.kind") }, make("option", { value: "" }, word("ui.all_kinds")));
    kinds.forEach((kind) => select.append(make("option", { value: kind }, word(`kind.${kind}`))));
    const change = () => onChange(field.value, select.value);
    field.addEventListener("input", change);
    select.addEventListener("change", change);
    return make("div", { class: "search", role: "search" }, field, kinds.length > 1 ? select : null);
  }

  function searchText(feature) {
    const rows = [...feature.rows, ...feature.facts].flatMap((row) => [row.value, row.note, row.source && row.source.name]);
    const parts = [feature.name, word(`kind.${feature.kind}`), feature.note, ...rows];
    return parts.filter(Boolean).join("\n").toLocaleLowerCase();
  }

  function entry(feature) {
    const detail = feature.geometry
      ? `${word(`kind.${feature.kind}`)} · ${word(feature.lengthKm === null ? `exactness.${feature.exactness}` : `method.${feature.method}`)}`
      : feature.note;
    const button = make(
      "button",
      { type: "button", class: "entry", "data-id": feature.id, "aria-pressed": "false" },
      page.symbol(feature.kind),
      make("span", { class: "entry-text" }, make("span", { class: "entry-name" }, feature.name), make("span", { class: "entry-detail" }, detail)),
    );
    button.style.setProperty("--kind", feature.colour);
    button.addEventListener("click", () => page.select(feature.id, { isUser: true }));
    return make("li", {}, button);
  }

  function group(title, features) {
    const list = make("ul", { class: "entries" }, ...features.map(entry));
    return make("section", { class: "group" }, make("h2", {}, `${title} (${features.length})`), list);
  }

  function summary() {
    if (!data.summary.length) return null;
    const list = make("dl", { class: "rows" });
    let before = null;
    for (const row of data.summary) {
      if (row.key !== before) list.append(make("dt", {}, word(`row.${row.key}`)));
      list.append(make("dd", {}, row.value));
      before = row.key;
    }
    return make("section", { class: "group" }, make("h2", {}, word("ui.whole_article")), list);
  }

  function notices() {
    if (!data.notices.length) return null;
    const list = make("ul", { class: "notices" }, ...data.notices.map((notice) => make("li", {}, notice)));
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
      stops.some((stop) => stop.stated) && ["stop", "legend.stop"],
      stops.some((stop) => !stop.stated) && ["added", "legend.added"],
    ].filter(Boolean);
    const items = signs.map(([name, key]) => make("li", {}, sign(name), word(key)));
    return make("details", { class: "legend" }, make("summary", {}, word("ui.legend")), make("ul", {}, ...kinds, ...items, ...page.layerSigns()));
  }

  class Panel {
    constructor(element) {
      this.element = element;
      this.texts = new Map(data.features.map((feature) => [feature.id, searchText(feature)]));
      const located = data.features.filter((feature) => feature.geometry);
      const lost = data.features.filter((feature) => !feature.geometry);
      this.count = make("p", { class: "count", role: "status" });
      element.append(
        head(),
        data.features.length > 1 ? searchBox((text, kind) => this.filter(text, kind)) : "",
        this.count,
        ...(located.length ? [group(word("ui.located"), located)] : []),
        ...(lost.length ? [group(word("ui.not_located"), lost)] : []),
        ...(data.features.length || page.layers.length ? [] : [make("p", { class: "empty" }, word("ui.no_projects"))]),
        ...[summary(), notices()].filter(Boolean),
      );
    }

    filter(text, kind) {
      const wanted = text.trim().toLocaleLowerCase();
      let shown = 0;
      for (const feature of data.features) {
        const fits = (!kind || feature.kind === kind) && this.texts.get(feature.id).includes(wanted);
        this.button(feature.id).parentElement.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      this.count.textContent = wanted || kind ? phrase("ui.shown", { shown, all: data.features.length }) : "";
    }

    button(id) {
      return [...this.element.querySelectorAll(".entry")].find((button) => button.dataset.id === id);
    }

    mark(id) {
      for (const button of this.element.querySelectorAll(".entry")) {
        const isChosen = button.dataset.id === id;
        button.setAttribute("aria-pressed", String(isChosen));
        if (isChosen) button.scrollIntoView({ block: "nearest" });
      }
    }
  }

  page.createPanel = (element) => new Panel(element);
  page.legend = legend;
})();
