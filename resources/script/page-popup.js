// What is said of one project: first the article, then, apart from it, what others add.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { make, word, phrase, link } = page;

  function valueOf(row) {
    return word(`${row.key}.${row.value}`, row.value);
  }

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
      list.append(make("dd", {}, [...new Set(rows.map(valueOf))].join(", ")));
    }
    return list;
  }

  function factRows(feature) {
    const list = make("dl", { class: "rows facts" });
    for (const [key, rows] of grouped(feature.facts)) {
      const differs = rows.length > 1 && page.data.conflicting.includes(key);
      list.append(make("dt", {}, word(`row.${key}`), differs ? make("span", { class: "differs" }, word("ui.differs")) : null));
      for (const row of rows) {
        const note = row.note ? make("span", { class: "note" }, ` (${row.note})`) : null;
        list.append(make("dd", {}, row.value, note, make("cite", {}, row.source ? link(row.source) : "")));
      }
    }
    return list;
  }

  function sentence(feature) {
    if (!feature.sentence) return null;
    const { article } = page.data;
    const where = [article.publisher || article.title || article.source, article.date].filter(Boolean).join(", ");
    const source = article.url ? link({ name: where, url: article.url }) : make("span", {}, where);
    return make("blockquote", {}, make("p", {}, feature.sentence), make("footer", {}, source));
  }

  function location(feature) {
    const lengths = [];
    if (feature.lengthKm !== null) {
      lengths.push(phrase("ui.length_of_line", { km: Math.round(feature.lengthKm) }));
      lengths.push(
        feature.statedKm === null ? word("ui.length_not_stated") : phrase("ui.length_stated", { km: feature.statedKm }),
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
      feature.note ? make("p", { class: "note" }, feature.note) : null,
      choices(feature),
    );
  }

  // Folded up, for whoever doubts: why each name is that place, and what else it may mean.
  function choices(feature) {
    if (!feature.places.length) return null;
    const box = make("details", { class: "choices" }, make("summary", {}, word("ui.why_place")));
    for (const place of feature.places) {
      const where = place.where ? ` ${place.where}` : "";
      box.append(make("p", {}, make("b", {}, place.name), where, make("span", { class: "note" }, ` ${place.reason}`)));
      if (place.source) box.append(make("cite", {}, link(place.source)));
      if (!place.others.length) continue;
      box.append(make("p", { class: "note" }, `${word("ui.not_chosen")}:`));
      box.append(make("ul", { class: "note" }, ...place.others.map((other) => make("li", {}, other))));
    }
    return box;
  }

  page.popup = function popup(feature) {
    const head = make("header", {}, page.symbol(feature.kind), make("h2", {}, feature.name));
    head.style.setProperty("--kind", feature.colour);
    return make(
      "article",
      { class: "popup", "aria-label": feature.name },
      head,
      make("section", {}, make("h3", {}, word("ui.article_says")), articleRows(feature), sentence(feature)),
      location(feature),
      feature.facts.length
        ? make("section", { class: "others" }, make("h3", {}, word("ui.others_say")), factRows(feature))
        : null,
    );
  };
})();
