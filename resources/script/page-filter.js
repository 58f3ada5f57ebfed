// Which projects are shown: by words of their text, by kind, by exactness. List, table and map follow it.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, word } = page;
  const FACETS = ["kind", "exactness"];

  // All that is said of a project, in small letters, for the search.
  function textOf(feature) {
    const rows = [...feature.rows, ...feature.facts];
    return [
      feature.name,
      word(`kind.${feature.kind}`),
      word(`exactness.${feature.exactness}`),
      word(`method.${feature.method}`),
      feature.note,
      ...rows.flatMap((row) => [word(`row.${row.key}`), row.value, page.rowValue(row, feature), row.note, row.source && row.source.name]),
      ...feature.passages.flatMap((pieces) => pieces.filter((_, i) => i % 2)), // its own words: others share the sentence
      ...feature.places.flatMap((place) => [place.name, place.where, place.reason, place.source && place.source.name]),
      ...feature.waypoints.map((stop) => stop.name),
    ].filter(Boolean).join("\n").toLocaleLowerCase(page.language);
  }

  class Filter {
    constructor(onChange) {
      this.onChange = onChange;
      this.texts = new Map(data.features.map((feature) => [feature.id, textOf(feature)]));
      this.words = [];
      this.chosen = Object.fromEntries(FACETS.map((facet) => [facet, new Set()]));
      this.counts = []; // {facet, value, element}
      this.element = this.build();
      this.apply();
    }

    build() {
      this.field = make("input", { type: "search", id: "search", placeholder: word("ui.search"), "aria-label": word("ui.search") });
      this.field.addEventListener("input", () => this.apply());
      const sets = FACETS.map((facet) => this.facet(facet)).filter(Boolean);
      this.boxes = sets.length ? make("details", { class: "filters" }, make("summary", {}, word("ui.filters")), ...sets) : null;
      this.clearing = page.button("ui.clear_filters", () => this.clear(), { class: "clear", hidden: "" });
      return make("div", { class: "search", role: "search", "aria-label": word("ui.search") }, this.field, this.boxes, this.clearing);
    }

    facet(facet) {
      const values = [...new Set(data.features.map((feature) => feature[facet]))];
      if (values.length < 2) return null;
      const set = make("fieldset", {}, make("legend", {}, word(`ui.by_${facet}`)));
      for (const value of values) set.append(this.choice(facet, value));
      return set;
    }

    choice(facet, value) {
      const box = make("input", { type: "checkbox", value, "data-facet": facet });
      const element = make("span", { class: "number" });
      box.addEventListener("change", () => {
        if (box.checked) this.chosen[facet].add(value);
        else this.chosen[facet].delete(value);
        this.apply();
      });
      this.counts.push({ facet, value, element });
      return make("label", { class: "choice" }, box, facet === "kind" ? page.symbol(value) : null, make("span", {}, word(`${facet}.${value}`)), element);
    }

    get isOn() {
      return this.words.length > 0 || FACETS.some((facet) => this.chosen[facet].size > 0);
    }

    // Fits everything but, if given, one facet: that is how many a further choice there would show.
    fits(feature, leftOut = null) {
      const text = this.texts.get(feature.id);
      return (
        this.words.every((each) => text.includes(each)) &&
        FACETS.every((facet) => facet === leftOut || !this.chosen[facet].size || this.chosen[facet].has(feature[facet]))
      );
    }

    apply() {
      this.words = this.field.value.toLocaleLowerCase(page.language).split(/\s+/).filter(Boolean);
      this.shown = new Set(data.features.filter((feature) => this.fits(feature)).map((feature) => feature.id));
      for (const { facet, value, element } of this.counts) {
        const n = data.features.filter((feature) => feature[facet] === value && this.fits(feature, facet)).length;
        element.textContent = page.number(n);
      }
      this.clearing.hidden = !this.isOn;
      this.onChange(this);
    }

    clear() {
      this.field.value = "";
      FACETS.forEach((facet) => this.chosen[facet].clear());
      this.element.querySelectorAll("input[type=checkbox]").forEach((box) => (box.checked = false));
      this.apply();
      this.field.focus();
    }
  }

  page.createFilter = (onChange) => new Filter(onChange);
})();
