// Puts the page together and offers it to the window: select, clear, selected, fit, pointOf, painted.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, word } = page;
  const root = document.documentElement;
  const stage = document.getElementById("stage");
  const mapElement = document.getElementById("map");

  const knownIds = new Set(data.features.map((feature) => feature.id));
  let isAsked = false; // by the window, which knows what it asks for and need not be told

  page.quietly = function quietly(run) {
    isAsked = true;
    try {
      run();
    } finally {
      isAsked = false;
    }
  };

  page.tell = function tell(name, detail) {
    if (!isAsked) document.dispatchEvent(new CustomEvent(`infromap:${name}`, { detail }));
  };

  window.infromap = {
    painted: false,
    selected: null,
    // isStill: the map does not move; isCalm: it goes there only if it does not show it already.
    select: (id, isStill = false, isCalm = false) =>
      page.quietly(() => page.select(id, { staysPut: isStill || (isCalm && sheet.sees(id)), isStill })),
    clear: () => page.quietly(() => page.select(null, {})),
    layers: page.layers,
  };

  page.select = function select(id, { isUser = false, staysPut = false, isStill = false }) {
    const known = knownIds.has(id) ? id : null;
    const isNew = known !== window.infromap.selected;
    window.infromap.selected = known;
    if (known) sheet.show(known, { staysPut, isStill });
    else sheet.hide();
    panel.mark(known);
    table.follow(known ? rows : null);
    if (isUser && known) page.enterPopup();
    if (!known) page.leavePopup();
    if (isUser && isNew) page.tell("selected", known || "");
  };

  function togglePanel() {
    const isClosed = root.classList.toggle("is-panel-closed");
    toggle.setAttribute("aria-expanded", String(!isClosed));
  }

  function toggleTable() {
    table.element.hidden = !table.element.hidden;
    root.classList.toggle("is-table-open", !table.element.hidden);
    tableButton.setAttribute("aria-expanded", String(!table.element.hidden));
    table.follow();
    if (table.element.hidden) tableButton.focus();
    else table.grid.focus();
  }

  // The rows of a layer, in the table.
  page.showRows = function showRows(layer) {
    if (table.element.hidden) toggleTable();
    table.turnTo(layer);
    table.grid.focus();
    table.activate(Math.max(0, table.active)); // it may have had the focus before
  };

  // Escape takes away what lies on top: first a popup, then the table.
  function escape() {
    page.hush();
    if (window.infromap.selected) page.select(null, { isUser: true });
    else if (page.leaveRow()) return;
    else if (!table.element.hidden) toggleTable();
  }

  function addLegend() {
    const legend = page.legend();
    if (!legend || page.wanted.hasLegend === false) return null;
    const openIfWide = () => (legend.open = page.wanted.hasLegend || mapElement.clientWidth > 900); // beside the map, never over its projects
    openIfWide();
    window.addEventListener("resize", openIfWide);
    legend.querySelector("summary").addEventListener("click", () => window.removeEventListener("resize", openIfWide));
    L.DomEvent.disableClickPropagation(legend);
    L.DomEvent.disableScrollPropagation(legend);
    mapElement.append(legend);
    page.fitLegend(legend, mapElement);
    return legend;
  }

  function showFiltered(filter) {
    if (!panel) return; // not yet put together
    panel.show(filter);
    showProjects();
    table.arrange();
    if (window.infromap.selected && !filter.shown.has(window.infromap.selected)) page.select(null, { isUser: true });
  }

  function showProjects() {
    sheet.showOnly(data.areProjectsShown ? filter.shown : new Set());
  }

  // All of them, as the filter has it, or none.
  page.showProjects = function showAll(areShown) {
    if (areShown === data.areProjectsShown) return;
    data.areProjectsShown = areShown;
    if (!areShown && window.infromap.selected) page.select(null, { isUser: true });
    showProjects();
  };

  let panel = null;
  mapElement.setAttribute("aria-label", word("ui.map"));
  const tableButton = page.button("ui.table", toggleTable, { "aria-controls": "table", "aria-expanded": "false" });
  const tools = make(
    "div",
    { class: "tools" },
    tableButton,
    page.button("ui.print", () => window.print()),
    page.button("ui.picture", () => page.sharePicture(mapElement)),
  );
  const filter = page.createFilter(showFiltered);
  const rows = page.projectRows(filter);
  const sources = data.features.length || !page.layers.length ? [rows, ...page.layers] : page.layers;
  const table = page.createTable(sources, toggleTable);
  panel = page.createPanel(document.getElementById("panel"), filter, tools);
  page.addPictureHead(stage);
  const legend = addLegend();
  stage.append(table.element);
  const toggle = page.button("ui.list", togglePanel, { id: "toggle", "aria-controls": "panel", "aria-expanded": "true" });
  mapElement.after(toggle); // before the map is drawn: no name goes under it
  const sheet = page.createSheet(mapElement);
  page.addLayers(sheet.map);
  if (!data.areProjectsShown) showProjects();
  document.addEventListener("infromap:layers-changed", () => {
    sheet.labels.draw();
    table.renew();
  });
  document.addEventListener("infromap:row-selected", ({ detail }) => table.follow(detail && page.layers[detail.layer]));
  new ResizeObserver(() => sheet.resize()).observe(mapElement); // panel and table come and go
  if (legend) mapElement.append(legend); // behind the projects in the order of the Tab key
  page.createPaper(stage, filter, sheet);
  page.hush();
  window.infromap.map = sheet.map;
  window.infromap.styleLayers = (look) => page.styleLayers(look);
  window.infromap.fit = () => sheet.fit(false);
  window.infromap.labels = () => sheet.labels.shown;
  window.infromap.lookAt = (lon, lat, zoom) => sheet.lookAt(lon, lat, zoom);
  window.infromap.pointOf = (lon, lat) => sheet.pointOf(lon, lat);

  const skip = make("a", { class: "skip", href: "#map" }, word("ui.skip"));
  skip.addEventListener("click", (event) => {
    event.preventDefault(); // the address keeps the project that it names
    mapElement.focus();
  });
  document.body.prepend(skip);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") escape();
  });
  const fromAddress = () => {
    const id = data.features.map((feature) => feature.id).find((each) => `#${encodeURIComponent(each)}` === window.location.hash);
    if (id) page.select(id, { isUser: true });
  };
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
