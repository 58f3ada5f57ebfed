// What whoever draws this page wants of it: a picture of the map, or a document on paper. Readers want neither.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { make, quoted } = page;
  const root = document.documentElement;
  const wanted = window.infromapSheet || {}; // kind, bounds, hasTitle, hasLegend, hasScaleBar, paper, hasTable

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

  page.wanted = wanted;
})();
