// What the legend says of the layers: one entry for each, with its classes; and other looks for them while the page is shown.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { make, said, word } = page;
  const PROJECTS = -1; // in the place of a layer's number

  function figure(value) {
    return page.number(value, { maximumSignificantDigits: 6 });
  }

  function meaning({ low, high, value }) {
    if (low !== undefined) return low === high ? figure(low) : `${figure(low)} – ${figure(high)}`;
    if (value === undefined) return word("legend.other_rows");
    if (typeof value === "number") return page.number(value, { maximumFractionDigits: 12 });
    return typeof value === "boolean" ? word(value ? "ui.yes" : "ui.no") : value;
  }

  function number(count) {
    return make("span", { class: "row-count" }, page.number(count));
  }

  function classes(layer, { column, entries }) {
    const isPoint = entries.some(({ marker }) => marker !== entries[0].marker);
    const items = entries.map((each) =>
      make("li", {}, page.layerSign(layer, { ...each, isPoint }), said("span", {}, meaning(each) || "–"), number(each.count)));
    return make("div", { class: "row-classes" }, said("p", {}, column), make("ul", {}, ...items));
  }

  // The window has a list of layers of its own: it hears of the choice, and the page of what it makes of it.
  function box(isOn, number, act) {
    const element = make("input", { type: "checkbox" });
    element.checked = isOn;
    element.addEventListener("change", () => {
      const detail = { layer: number, isVisible: element.checked };
      if (document.dispatchEvent(new CustomEvent("infromap:layer-toggled", { detail, cancelable: true }))) act(element.checked);
    });
    return element;
  }

  function entry(layer) {
    const show = (isVisible) => {
      layer.isVisible = isVisible;
      changed();
    };
    const parts = [box(layer.isVisible, layer.number, show), page.layerSign(layer), said("span", {}, layer.name), number(layer.shownCount)];
    return make("li", { class: "row-entry" }, make("label", {}, ...parts), ...layer.legends.map((each) => classes(layer, each)));
  }

  // Where there are layers the projects can be taken off the map as one more.
  function projects() {
    if (!page.layers.length || !page.data.features.some((feature) => feature.geometry)) return [];
    const show = (areShown) => page.showProjects(areShown);
    return [make("li", { class: "row-entry" }, make("label", {}, box(page.data.areProjectsShown, PROJECTS, show), word("ui.projects")))];
  }

  function changed() {
    page.redrawLayers();
    document.dispatchEvent(new CustomEvent("infromap:layers-changed"));
  }

  // The topmost layer comes first.
  page.layerSigns = () => [...projects(), ...[...page.layerOrder].reverse().map(entry)];

  // {layers, areProjectsShown, bounds, attribution}: layers from the bottom to the top, each with the id of one that is on the page, its look,
  // and codes of its rows where these are others than before. What is not named is not shown.
  page.styleLayers = function styleLayers({ layers, areProjectsShown, bounds, attribution }) {
    page.layerOrder = layers.map(({ id, style, codes }) => {
      const layer = page.layers.find((each) => each.id === id);
      if (layer) layer.restyle(style, codes);
      return layer;
    }).filter(Boolean);
    Object.assign(page.data, { bounds, attribution });
    page.showCredits();
    page.showProjects(areProjectsShown);
    changed();
    for (const list of document.querySelectorAll(".legend > ul")) {
      list.querySelectorAll(":scope > .row-entry").forEach((item) => item.remove());
      list.append(...page.layerSigns());
    }
  };
})();
