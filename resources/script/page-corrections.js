// What was corrected by hand: what holds now, what the program had found, and the day.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { make, said, word, phrase } = page;

  const dayOf = (row) => page.date(row.source ? row.source.date : "");
  const valueOf = (row, value) => word(`${row.key}.${value}`, value); // kinds in the page's language, all else as it was said
  const before = (row) => (row.note ? phrase("ui.before", { value: valueOf(row, row.note) }) : "");

  // The last day on which something was corrected, as ISO 8601 writes it; null where nothing was.
  page.correctedOn = function correctedOn(feature) {
    const days = feature.corrections.map((row) => row.source?.date || "").sort();
    return days[days.length - 1] || null;
  };

  // "corrected by hand, 25 November 2026": of several corrections the last day; null where there is none.
  page.correctedMark = function correctedMark(feature) {
    return feature.corrections.length ? phrase("ui.corrected_on", { date: page.date(page.correctedOn(feature)) }) : null;
  };

  page.correctionSection = function correctionSection(feature) {
    if (!feature.corrections.length) return null;
    const list = make("dl", { class: "rows facts" });
    for (const row of feature.corrections) {
      const had = before(row) ? said("span", { class: "note" }, ` (${before(row)})`) : null;
      list.append(make("dt", {}, word(`row.${row.key}`)), said("dd", {}, valueOf(row, row.value), had, make("cite", {}, dayOf(row))));
    }
    return make("section", { class: "corrected" }, make("h3", {}, word("ui.corrected")), list);
  };

  // For paper: a heading, and a line for each.
  page.correctionLines = function correctionLines(feature) {
    if (!feature.corrections.length) return [];
    const lines = feature.corrections.map((row) => {
      const told = [valueOf(row, row.value), before(row) && `(${before(row)})`, dayOf(row)].filter(Boolean).join(" · ");
      return said("p", {}, make("b", {}, `${word(`row.${row.key}`)}: `), told);
    });
    return [make("h3", {}, word("ui.corrected")), ...lines];
  };
})();
