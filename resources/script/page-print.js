// What is printed: title, the map as it is seen, signs, then every shown project with its sources and its sentence.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, said, quoted, word } = page;
  const FINENESS = 4; // steps of a drawing's coordinates to a page pixel
  const A4 = { width: 690, height: 1020 }; // page pixels between the margins
  const [TALL, WIDE] = [0.62, 0.8]; // of the sheet's height, that the map may have

  function head() {
    const { name, url } = page.articleSource();
    const source = said("p", { class: "source" }, [name, url].filter(Boolean).join(" · "));
    return make("header", { class: "print-head" }, quoted("h1", {}, data.title), source);
  }

  // Sources are numbered once for the whole print; a fact names its number.
  class Sources {
    constructor() {
      this.known = new Map();
    }

    mark(source) {
      if (!source) return "";
      const text = [source.name, page.date(source.date), source.url].filter(Boolean).join(", ");
      if (!this.known.has(text)) this.known.set(text, this.known.size + 1);
      return ` [${this.known.get(text)}]`;
    }

    list() {
      if (!this.known.size) return null;
      const items = [...this.known.keys()].map((text) => said("li", {}, text));
      return make("section", { class: "group sources" }, make("h2", {}, word("ui.sources")), make("ol", {}, ...items));
    }
  }

  function fact(row, feature, sources) {
    const note = row.note ? ` (${row.note})` : "";
    return said("p", {}, make("b", {}, `${word(`row.${row.key}`)}: `), page.rowValue(row, feature), note, sources.mark(row.source));
  }

  function where(feature) {
    const points = page.pointsOf(feature).map(({ name, point }) => said("p", {}, name ? `${name}: ` : "", page.coordinates(...point)));
    const how = make("p", {}, `${word(`exactness.${feature.exactness}`)} · ${word(`method.${feature.method}`)}`);
    return [how, feature.note ? said("p", {}, feature.note) : null, ...points];
  }

  function rows(feature, i, sources) {
    const says = feature.rows.map((row) => fact(row, feature, sources));
    const first = make(
      "tr",
      {},
      make("th", { scope: "row" }, page.symbol(feature.kind), quoted("span", {}, `${page.number(i + 1)}. ${feature.name}`)),
      make("td", {}, ...where(feature)),
      make("td", {}, ...says, page.sentences(feature), ...page.correctionLines(feature)),
    );
    if (!feature.facts.length) return [first];
    const others = [make("h3", {}, word("ui.others_say")), ...feature.facts.map((row) => fact(row, feature, sources))];
    return [first, make("tr", { class: "others" }, make("td", {}), make("td", { colspan: "2" }, ...others))];
  }

  function projects(features, sources) {
    const titles = [word("ui.projects"), word("ui.where"), word("ui.article_says")];
    const top = make("thead", {}, make("tr", {}, ...titles.map((title) => make("th", { scope: "col" }, title))));
    return make("table", {}, top, ...features.map((feature, i) => make("tbody", {}, ...rows(feature, i, sources))));
  }

  function notLocated(features) {
    const items = features.filter((feature) => !feature.geometry).map((feature) => {
      const note = feature.note ? said("span", {}, `: ${feature.note}`) : null;
      return make("li", {}, quoted("b", {}, feature.name), note);
    });
    return items.length ? make("section", { class: "group" }, make("h2", {}, word("ui.not_located")), make("ul", {}, ...items)) : null;
  }

  function credits() {
    const names = data.attribution.map((source) => said("span", {}, [source.name, source.url].filter(Boolean).join(", ")));
    return make("p", { class: "credits" }, `${word("ui.data")}: `, ...names.flatMap((each, i) => (i ? [" · ", each] : [each])));
  }

  function body(filter) {
    const features = data.features.filter((feature) => filter.shown.has(feature.id));
    const legend = page.legend();
    const sources = new Sources();
    const shown = features.length < data.features.length
      ? make("p", {}, page.count("shown", data.features.length, { shown: page.number(features.length) })) : null;
    const table = features.length && page.wanted.hasTable !== false ? projects(features, sources) : null;
    const parts = [legend && legend.querySelector("ul"), credits(), shown, notLocated(features), table, page.total(), page.notices(), sources.list()];
    return make("section", { class: "print-body" }, ...parts.filter(Boolean));
  }

  // What canvases show, as drawings that a printer keeps as lines and letters, each in its canvases' pane.
  function drawings({ map, basemap, labels }) {
    const { x, y } = map.getSize();
    const pens = { tilePane: pen(x, y, FINENESS), rows: pen(x, y, FINENESS), labels: pen(x, y, 1) };
    basemap.paintView(pens.tilePane, FINENESS);
    page.paintRows(pens.rows, FINENESS, getComputedStyle(document.body).getPropertyValue("--paper").trim() || "#fff");
    labels.paintView(pens.labels);
    return Object.entries(pens).filter(([pane]) => map.getPane(pane)).map(([pane, { svg }]) => {
      svg.setAttribute("class", "drawing");
      L.DomUtil.setPosition(svg, map.containerPointToLayerPoint([0, 0]));
      map.getPane(pane).prepend(svg);
      return svg;
    });
  }

  const pen = (...all) => page.createSvgPen(...all);

  function scaleFor(width, height) {
    if (page.wanted.kind === "picture") return 1;
    const paper = page.wanted.paper || A4;
    const share = paper.width > paper.height ? WIDE : TALL;
    return Math.min(1, paper.width / width, (paper.height * share) / height);
  }

  class Paper {
    constructor(stage, filter, sheet) {
      Object.assign(this, { stage, filter, sheet, parts: [] });
      window.addEventListener("beforeprint", () => this.lay());
      window.addEventListener("afterprint", () => this.clear());
    }

    lay() {
      this.clear();
      this.fitSheet();
      if (page.wanted.kind !== "picture") this.layWords();
      this.hold();
    }

    layWords() {
      this.parts = [head(), body(this.filter)];
      this.stage.before(this.parts[0]);
      this.stage.after(this.parts[1]);
    }

    // The map keeps its size in pixels and is made to fit the sheet as a whole: what was seen is what is printed.
    fitSheet() {
      const { width, height } = this.sheet.map.getContainer().getBoundingClientRect();
      const { style } = document.documentElement;
      style.setProperty("--seen-width", `${Math.round(width)}px`);
      style.setProperty("--seen-height", `${Math.round(height)}px`);
      style.setProperty("--print-scale", String(scaleFor(width, height)));
    }

    // Drawings in the place of the map's canvases.
    hold() {
      this.replaced = [...this.sheet.map.getContainer().querySelectorAll("canvas")].map((canvas) => [canvas, make("i")]);
      this.parts.push(...drawings(this.sheet));
      this.replaced.forEach(([canvas, stand]) => canvas.replaceWith(stand));
    }

    clear() {
      if (!this.parts.length) return;
      this.parts.forEach((part) => part.remove());
      this.parts = [];
      this.replaced.forEach(([canvas, stand]) => stand.replaceWith(canvas));
    }
  }

  page.createPaper = (stage, filter, sheet) => new Paper(stage, filter, sheet);
})();
