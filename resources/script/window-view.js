// Only in the window: tells it of the view and of the place under the pointer, by events that its bridge hears.
(function () {
  "use strict";

  const { map } = window.infromap;
  let pointer = null;
  let asked = null;

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`infromap:${name}`, { detail }));

  function tellView() {
    const centre = map.getCenter();
    const radius = L.CRS.EPSG3857.R || 6378137;
    const metres = (2 * Math.PI * radius * Math.cos((centre.lat * Math.PI) / 180)) / map.options.crs.scale(map.getZoom());
    tell("view", { lon: centre.lng, lat: centre.lat, zoom: map.getZoom(), metresPerPixel: metres });
  }

  // Once a frame, however fast the pointer goes.
  function tellPointer() {
    asked = null;
    tell("pointer", pointer ? { lon: pointer.lng, lat: pointer.lat } : null);
  }

  function point(latlng) {
    pointer = latlng;
    asked = asked || requestAnimationFrame(tellPointer);
  }

  // Which place (lon, lat) stands at a pixel of the page; null beside the map.
  window.infromap.placeAt = function placeAt(x, y) {
    const box = map.getContainer().getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return null;
    const { lng, lat } = map.containerPointToLatLng([x - box.left, y - box.top]).wrap();
    return [lng, lat];
  };

  map.on("moveend", tellView);
  map.on("mousemove", (event) => point(event.latlng.wrap()));
  map.on("mouseout", () => point(null));
  tellView();
})();
