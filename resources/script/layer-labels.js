// Names of rows for the map: of the layers that have a column for it, as many as a view can hold.
(function () {
  "use strict";

  const page = window.infromapPage;
  const MOST = 1_500; // rows of a layer that are looked at in one view: more texts have no room, and take time
  const GAP = 4; // pixels from the rim of a point to its name

  // Numbers of pieces, of many only some from all over the view.
  function sample(shapes, found) {
    const count = found ? found.length : shapes.pieces;
    const step = Math.max(1, count / MOST);
    return Array.from({ length: Math.min(count, MOST) }, (_, i) => (found ? found[Math.floor(i * step)] : Math.floor(i * step)));
  }

  // Points by their size, the larger first; lines in their middle, areas in the middle of their largest part.
  function anchors(layer, map) {
    const scale = map.options.crs.scale(map.getZoom());
    const view = map.getPixelBounds();
    const { shapes } = layer;
    const rows = new Map(); // row → {latlng, gap, rank}
    const begin = Math.floor(view.min.x / scale - shapes.box[2]);
    for (let copy = begin; shapes.box[0] + copy <= view.max.x / scale; copy += 1) {
      const box = [view.min.x / scale - copy, view.min.y / scale, view.max.x / scale - copy, view.max.y / scale];
      for (const piece of sample(shapes, shapes.within(box))) {
        const row = shapes.rowOf(piece);
        if (!layer.isShown(row)) continue;
        const place = shapes.labelPlace(piece);
        const gap = place.isPoint ? layer.radius(scale, layer.signOf(row)) + GAP : null;
        const rank = place.isPoint ? gap : place.size;
        if (!rows.has(row) || rows.get(row).rank < rank) {
          rows.set(row, { row, rank, gap, latlng: L.latLng(place.latlng.lat, place.latlng.lng + 360 * copy) });
        }
      }
    }
    return [...rows.values()].sort((a, b) => b.rank - a.rank || a.row - b.row);
  }

  page.rowLabels = function rowLabels(map) {
    const labelled = [...page.layerOrder].reverse().filter((layer) => layer.isVisible && layer.labelColumn && layer.shapes.pieces);
    return labelled.flatMap((layer) =>
      anchors(layer, map).map(({ row, latlng, gap }) => ({ latlng, gap, text: layer.cell(row, layer.labelColumn).slice(0, 200).trim() })).filter(({ text }) => text));
  };
})();
