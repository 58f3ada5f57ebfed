// Only in the window: its attribute table chooses rows, marks several of them and asks for their place.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { map } = window.infromap;
  const CLOSE_ZOOM = 10; // a single place is shown no nearer
  const PANE = "marks";

  Object.assign(map.createPane(PANE).style, { pointerEvents: "none", zIndex: 450 });
  const renderer = L.canvas({ pane: PANE });
  let marks = null;

  function unmark() {
    if (marks) marks.remove();
    marks = null;
  }

  // On the copy of the world that is in sight.
  function latLng([lon, lat]) {
    const turns = Math.round((map.getCenter().lng - lon) / 360);
    return L.latLng(lat, lon + 360 * turns);
  }

  function style() {
    const colour = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
    return { renderer, pane: PANE, interactive: false, color: colour || "#d55e00", weight: 3, fill: false };
  }

  // geometry: GeoJSON, lon and lat in degrees.
  window.infromap.markShapes = function markShapes(geometry) {
    window.infromap.clear();
    const pointToLayer = (_, latlng) => L.circleMarker(latlng, { ...style(), radius: 9 });
    marks = L.geoJSON(geometry, { style, pointToLayer, coordsToLatLng: latLng, interactive: false }).addTo(map);
  };

  window.infromap.selectRow = function selectRow(number, row, isStill = false, isCalm = false) {
    const layer = page.layers[number];
    if (!layer) return;
    page.quietly(() => {
      if (layer.bounds(row)) layer.select(row, isStill || (isCalm && layer.isSeen(row)));
      else page.select(null, {}); // it has no place on the map
    });
  };

  // A box in degrees; west is larger than east where it goes over 180 degrees.
  window.infromap.fitBox = function fitBox(west, south, east, north) {
    const box = L.latLngBounds([south, west], [north, west > east ? east + 360 : east]);
    const { lng, lat } = box.getCenter();
    window.infromap.lookAt(lng, lat, Math.min(map.getBoundsZoom(box.pad(0.1)), CLOSE_ZOOM));
  };

  map.on("popupopen", unmark);
  const { clear } = window.infromap;
  window.infromap.clear = function clearAll() {
    unmark();
    clear();
  };
})();
