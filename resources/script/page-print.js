// What is printed: title, the map as it is seen, signs, then every shown project with its sources and its sentence.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, said, quoted, noted, word } = page;
  const SHARPNESS = 2; // picture pixels to a page pixel
  const PAPER = { width: 690, height: 620 }; // page pixels that the map may have on a sheet of A4

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
    return [how, feature.note ? noted("p", {}, feature.note) : null, ...points];
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
    const table = features.length ? projects(features, sources) : null;
    const parts = [legend && legend.querySelector("ul"), credits(), shown, table, page.total(), page.notices(), sources.list()];
    return make("section", { class: "print-body" }, ...parts.filter(Boolean));
  }

  // A canvas that was drawn a moment ago is printed stroke by stroke, and its clearing wipes out what lies beneath; a copy is printed as
  // the picture that it is.
  function copyOf(canvas) {
    const copy = canvas.cloneNode();
    if (canvas.width && canvas.height) copy.getContext("2d").drawImage(canvas, 0, 0);
    return copy;
  }

  // All tiles as one picture: printed one by one and made smaller, they part at their edges.
  function joined(tiles, element) {
    const box = element.getBoundingClientRect();
    const whole = make("canvas", { class: "leaflet-layer" });
    whole.width = box.width * SHARPNESS;
    whole.height = box.height * SHARPNESS;
    whole.style.width = `${box.width}px`;
    whole.style.height = `${box.height}px`;
    const edge = (pixels) => Math.round(pixels * SHARPNESS);
    for (const tile of tiles) {
      const at = tile.getBoundingClientRect();
      const [left, top] = [edge(at.left - box.left), edge(at.top - box.top)];
      const size = [edge(at.right - box.left) - left, edge(at.bottom - box.top) - top];
      if (tile.width) whole.getContext("2d").drawImage(tile, left, top, ...size);
    }
    return copyOf(whole);
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
      this.parts = [head(), body(this.filter)];
      this.stage.before(this.parts[0]);
      this.stage.after(this.parts[1]);
      this.hold();
    }

    // The map keeps its size in pixels and is made to fit the sheet as a whole: what was seen is what is printed.
    fitSheet() {
      const { width, height } = this.sheet.map.getContainer().getBoundingClientRect();
      const { style } = document.documentElement;
      style.setProperty("--seen-width", `${Math.round(width)}px`);
      style.setProperty("--seen-height", `${Math.round(height)}px`);
      style.setProperty("--print-scale", String(Math.min(1, PAPER.width / width, PAPER.height / height)));
    }

    // Pictures in the place of all canvases.
    hold() {
      const { map } = this.sheet;
      const canvases = [...this.stage.querySelectorAll("canvas")];
      const isTile = (canvas) => canvas.classList.contains("leaflet-tile");
      const ground = joined(canvases.filter(isTile), map.getContainer());
      this.replaced = canvases.map((canvas) => [canvas, isTile(canvas) ? make("i") : copyOf(canvas)]);
      this.replaced.forEach(([canvas, stand]) => canvas.replaceWith(stand));
      L.DomUtil.setPosition(ground, map.containerPointToLayerPoint([0, 0]));
      map.getPane("tilePane").prepend(ground);
      this.parts.push(ground);
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
