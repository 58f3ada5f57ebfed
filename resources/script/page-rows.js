// The projects as rows of the attribute table.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, word } = page;

  const joined = (feature, key) => [...new Set(feature.rows.filter((row) => row.key === key).map((row) => page.rowValue(row, feature)))].join(", ");
  const firstNumber = (text) => {
    const match = /\d[\d\s,]*(?:\.\d+)?/.exec(text);
    return match ? parseFloat(match[0].replace(/[\s,]/g, "")) : null;
  };
  const orNull = (text) => text || null;

  // Each column: what stands in it, and what it is sorted by.
  const COLUMNS = [
    { key: "name", width: 250, cell: (f) => f.name },
    { key: "kind", width: 130, cell: (f) => word(`kind.${f.kind}`) },
    { key: "status", width: 130, cell: (f) => joined(f, "status") },
    { key: "capacity", width: 110, cell: (f) => joined(f, "capacity"), value: (f) => firstNumber(joined(f, "capacity")) },
    { key: "length", width: 100, isNumber: true, cell: (f) => (f.statedKm === null ? "" : page.length(f.statedKm)), value: (f) => f.statedKm },
    { key: "geometry_length", width: 150, isNumber: true, cell: (f) => (f.lengthKm === null ? "" : page.length(Math.round(f.lengthKm))), value: (f) => f.lengthKm },
    { key: "amount", width: 190, cell: (f) => joined(f, "amount"), value: (f) => orNull(f.amounts.map(({ currency, value }) => `${currency} ${value}`).join()) },
    { key: "financier", width: 130, cell: (f) => joined(f, "financier") },
    { key: "corrected", width: 190, isThere: (f) => f.corrections.length > 0, cell: (f) => page.correctedMark(f) || "", value: (f) => page.correctedOn(f) },
    { key: "exactness", width: 190, cell: (f) => word(`exactness.${f.exactness}`) },
    {
      key: "coordinates",
      width: 460,
      cell: (f) => page.pointsOf(f).map(({ point }) => page.coordinates(...point)).join("; "),
      value: (f) => (f.geometry ? page.pointsOf(f)[0].point[0] : null),
    },
  ];

  page.projectRows = function projectRows(filter) {
    const features = data.features;
    const rowOf = new Map(features.map((feature, row) => [feature.id, row]));
    return {
      name: word("ui.projects"),
      count: features.length,
      columns: COLUMNS.filter(({ isThere }) => !isThere || features.some(isThere)).map((column) => ({ ...column, title: word(`row.${column.key}`) })),
      cell: (row, column) => column.cell(features[row]) || "—",
      value: (row, column) => (column.value ? column.value(features[row]) : orNull(column.cell(features[row]))),
      isShown: (row) => filter.shown.has(features[row].id),
      select: (row) => page.select(features[row].id, { isUser: true }),
      selected: () => rowOf.get(window.infromap.selected) ?? -1,
    };
  };
})();
