// What whoever draws this page wants of it: a picture of the map, or a document on paper. Readers want neither.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { make, quoted } = page;
  const root = document.documentElement;
  const wanted = window.infromapSheet || {}; // kind, bounds, hasTitle, hasLegend, hasScaleBar, paper, hasTable

  const LEGEND_ROOM = 60; // pixels that stay free above and below it
  const SMALLEST = 0.45; // of its size

  root.classList.toggle("is-sheet", Boolean(wanted.kind));
  root.classList.toggle("is-picture", wanted.kind === "picture");
  root.classList.toggle("has-no-scale-bar", wanted.hasScaleBar === false);

  // Above the map of a picture: title and source.
  page.addPictureHead = function addPictureHead(stage) {
    if (wanted.kind !== "picture" || !wanted.hasTitle) return;
    const { name } = page.articleSource();
    const parts = [quoted("h1", {}, page.data.title), page.data.title === name ? null : make("p", { class: "source" }, name)];
    stage.before(make("header", { class: "picture-head" }, ...parts));
  };

  // In a small picture a legend is drawn smaller, so that all of it is there.
  page.fitLegend = function fitLegend(legend, mapElement) {
    if (wanted.kind !== "picture" || !legend) return;
    const room = mapElement.clientHeight - LEGEND_ROOM;
    legend.style.setProperty("--legend-zoom", Math.max(SMALLEST, Math.min(1, room / legend.scrollHeight)));
  };

  page.wanted = wanted;
})();
