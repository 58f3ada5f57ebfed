// What is said of one project: first the article, then, apart from it, what others add.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { make, said, quoted, word, phrase, link } = page;

  // Rows with one key stand under one label; several values of a fact are marked as differing.
  function grouped(rows) {
    const groups = new Map();
    for (const row of rows) groups.set(row.key, [...(groups.get(row.key) || []), row]);
    return groups;
  }

  function articleRows(feature) {
    const list = make("dl", { class: "rows" });
    for (const [key, rows] of grouped(feature.rows)) {
      list.append(make("dt", {}, word(`row.${key}`)));
      list.append(said("dd", {}, [...new Set(rows.map((row) => page.rowValue(row, feature)))].join(", ")));
    }
    return list;
  }

  function factRows(feature) {
    const list = make("dl", { class: "rows facts" });
    for (const [key, rows] of grouped(feature.facts)) {
      const differs = rows.length > 1 && page.data.conflicting.includes(key);
      list.append(make("dt", {}, word(`row.${key}`), differs ? make("span", { class: "differs" }, word("ui.differs")) : null));
      for (const row of rows) {
        const note = row.note ? said("span", { class: "note" }, ` (${row.note})`) : null;
        list.append(said("dd", {}, page.rowValue(row), note, make("cite", {}, row.source ? link(row.source) : "")));
      }
    }
    return list;
  }

  // The article's own sentences, the words that speak of this project marked.
  page.sentences = function sentences(feature) {
    if (!feature.passages.length) return null;
    const source = page.articleSource();
    const sentences = feature.passages.map((pieces) =>
      quoted("p", {}, ...pieces.map((piece, i) => (i % 2 ? make("mark", {}, piece) : piece))),
    );
    return make("blockquote", {}, ...sentences, make("footer", {}, link(source)));
  };

  function location(feature) {
    const lengths = [];
    if (feature.lengthKm !== null) {
      lengths.push(phrase("ui.length_of_line", { km: page.number(Math.round(feature.lengthKm)) }));
      lengths.push(
        feature.statedKm === null ? word("ui.length_not_stated") : phrase("ui.length_stated", { km: page.number(feature.statedKm) }),
      );
    }
    return make(
      "section",
      { class: "location" },
      make("h3", {}, word("ui.where")),
      make(
        "p",
        {},
        make("b", {}, word(`exactness.${feature.exactness}`)),
        " · ",
        word(`method.${feature.method}`),
        lengths.length ? ` · ${lengths.join(" · ")}` : "",
      ),
      feature.note ? said("p", { class: "note" }, feature.note) : null,
      coordinates(feature),
      choices(feature),
    );
  }

  // Where a project is, as points with names: its own, or the stops of its line.
  page.pointsOf = function pointsOf(feature) {
    if (!feature.geometry) return [];
    const { type, coordinates: points } = feature.geometry;
    if (type === "Point") return [{ point: points }];
    if (type === "MultiPoint") return points.map((point) => ({ point }));
    if (!feature.waypoints.length) return [points[0], points[points.length - 1]].map((point) => ({ point }));
    return feature.waypoints.map((stop) => ({ name: stop.name, point: [stop.lon, stop.lat] }));
  };

  function coordinates(feature) {
    const points = page.pointsOf(feature);
    if (!points.length) return null;
    const lines = (write) => points.map(({ point }) => write(...point)).join("\n");
    const shown = points.map(({ name, point }) =>
      make("li", {}, name ? said("span", { class: "note" }, `${name} `) : null, page.coordinates(...point)),
    );
    return make(
      "div",
      { class: "coordinates" },
      make("ul", {}, ...shown),
      page.button("ui.copy_coordinates", () => page.copy(lines(page.coordinates))),
      page.button("ui.copy_lon_lat", () => page.copy(lines(page.lonLat))),
    );
  }

  // Folded up, for whoever doubts: why each name is that place, and what else it may mean.
  function choices(feature) {
    if (!feature.places.length) return null;
    const box = make("details", { class: "choices" }, make("summary", {}, word("ui.why_place")));
    for (const place of feature.places) {
      const where = place.where ? ` ${place.where}` : "";
      box.append(said("p", {}, said("b", {}, place.name), where, said("span", { class: "note" }, ` ${place.reason}`)));
      if (place.source) box.append(make("cite", {}, link(place.source)));
      if (!place.others.length) continue;
      box.append(make("p", { class: "note" }, `${word("ui.not_chosen")}:`));
      box.append(make("ul", { class: "note" }, ...place.others.map((other) => said("li", {}, other))));
    }
    return box;
  }

  function tools(feature) {
    const address = () => `${window.location.href.split("#")[0]}#${encodeURIComponent(feature.id)}`;
    return make("p", { class: "tools" }, page.button("ui.copy_link", () => page.copy(address())));
  }

  // All that is said of a project, below its name.
  page.details = function details(feature) {
    return [
      make("section", {}, make("h3", {}, word("ui.article_says")), articleRows(feature), page.sentences(feature)),
      page.correctionSection(feature),
      location(feature),
      feature.facts.length ? make("section", { class: "others" }, make("h3", {}, word("ui.others_say")), factRows(feature)) : null,
      tools(feature),
    ].filter(Boolean);
  };

  // How large a popup may be on the map as it is, and how far it keeps from the buttons and the legend; a phone hides these.
  page.popupRoom = function popupRoom(map, leastWidth = 0) {
    const { x, y } = map.getSize();
    const legend = document.querySelector(".legend[open]");
    const isNarrow = x < 700;
    const maxWidth = Math.min(380, x - 40);
    return {
      maxWidth,
      minWidth: Math.min(maxWidth, Math.max(leastWidth, Math.min(240, x - 60))),
      maxHeight: Math.max(160, Math.round(y * 0.62)),
      autoPanPaddingTopLeft: isNarrow ? [16, 16] : [58, 16],
      autoPanPaddingBottomRight: [isNarrow || !legend ? 16 : legend.offsetWidth + 22, 16],
    };
  };

  // Opens it at a place, instead of another one; options.leastWidth: how wide it should be at least, in pixels.
  page.openPopup = function openPopup(map, latlng, content, options) {
    const popup = L.popup({ ...page.popupRoom(map, options.leastWidth), ...options }).setLatLng(latlng).setContent(content).openOn(map);
    popup.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", word("ui.close"));
    return popup;
  };

  page.popup = function popup(feature) {
    const head = make("header", {}, page.symbol(feature.kind), quoted("h2", {}, feature.name));
    head.style.setProperty("--kind", feature.colour);
    return make("div", { class: "popup", role: "dialog", tabindex: "-1", "aria-label": feature.name }, head, ...page.details(feature));
  };
})();
