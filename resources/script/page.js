// Puts the page together and offers it to the window: select, clear, selected, fit, pointOf, painted.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, word } = page;

  window.infromap = { painted: false, selected: null, select: (id) => page.select(id, {}), clear: () => page.select(null, {}), layers: page.layers };

  page.select = function select(id, { isUser = false, staysPut = false }) {
    const known = id !== null && data.features.some((feature) => feature.id === id) ? id : null;
    const isNew = known !== window.infromap.selected;
    window.infromap.selected = known;
    if (known) sheet.show(known, staysPut);
    else sheet.hide();
    panel.mark(known);
    if (isUser && isNew) document.dispatchEvent(new CustomEvent("infromap:selected", { detail: known || "" }));
  };

  function togglePanel() {
    const isClosed = document.documentElement.classList.toggle("is-panel-closed");
    toggle.setAttribute("aria-expanded", String(!isClosed));
    sheet.map.invalidateSize({ animate: false });
  }

  const mapElement = document.getElementById("map");
  mapElement.setAttribute("aria-label", word("ui.map"));
  const panel = page.createPanel(document.getElementById("panel"));
  const legend = page.legend();
  if (legend) {
    const openIfWide = () => (legend.open = mapElement.clientWidth > 900); // beside the map, never over its projects
    openIfWide();
    window.addEventListener("resize", openIfWide);
    legend.querySelector("summary").addEventListener("click", () => window.removeEventListener("resize", openIfWide));
    L.DomEvent.disableClickPropagation(legend);
    L.DomEvent.disableScrollPropagation(legend);
    mapElement.append(legend);
  }
  const sheet = page.createSheet(mapElement);
  page.addLayers(sheet.map);
  window.infromap.fit = () => sheet.fit(false);
  window.infromap.pointOf = (lon, lat) => sheet.pointOf(lon, lat);

  const toggle = make("button", { type: "button", id: "toggle", "aria-controls": "panel", "aria-expanded": "true" }, word("ui.list"));
  toggle.addEventListener("click", togglePanel);
  mapElement.after(toggle);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && window.infromap.selected) page.select(null, { isUser: true });
  });
  const fromAddress = () => {
    const id = data.features.map((feature) => feature.id).find((each) => `#${encodeURIComponent(each)}` === window.location.hash);
    if (id) page.select(id, { isUser: true });
  };
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
