// How one project stands on the map: badges, lines with their stops, circles of accuracy.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, word } = page;
  const HALF_BADGE = 17; // pixels
  const RING = 6; // pixels of the ring around a badge whose site is not known exactly
  const SHORT_LINE = 60; // pixels: a shorter line would vanish under its badge
  const DASHES = { schematic: "9 7", drawn: "14 4 3 4" }; // all others are the real course
  const EQUATOR = 2 * Math.PI * 6378137; // metres
  const MANY = 500; // projects: of more, what is out of sight is not laid out
  const TINY_LINE = 26; // pixels: its stops would be one blot
  const LANE = 6; // pixels between the middles of lines side by side
  const ASIDE = [0, -28]; // where the badge of a short line stands, with a stem down to it
  const [WEST, , EAST] = data.bounds || [-180, 0, 180];

  // A document whose box crosses 180 degrees goes on beyond it, so that nothing runs around the world.
  function latLng([lon, lat]) {
    return L.latLng(lat, WEST > EAST && lon < WEST - 1e-6 ? lon + 360 : lon);
  }

  function badge(feature, sort) {
    const box = make("div", { class: `badge ${sort} is-${feature.exactness.replace(/ /g, "-")}` }, page.symbol(feature.kind));
    box.style.setProperty("--kind", feature.colour);
    return L.divIcon({ className: "badge-box", html: box, iconSize: [34, 34], iconAnchor: [HALF_BADGE, HALF_BADGE] });
  }

  function describe(feature) {
    return `${feature.name}. ${word(`kind.${feature.kind}`)}. ${word(`exactness.${feature.exactness}`)}`;
  }

  // A marker that is out of sight (see clusters) does not follow the map.
  const Badge = L.Marker.extend({
    update() {
      return this.isAway ? this : L.Marker.prototype.update.call(this);
    },
  });

  function addMarker(map, feature, latlng, sort) {
    const marker = new Badge(latlng, { icon: badge(feature, sort), keyboard: true, riseOnHover: true });
    marker.on("add", () => marker.getElement().setAttribute("aria-label", describe(feature)));
    return { marker: marker.addTo(map), home: latlng, feature, shift: [0, 0] };
  }

  // Calls back for a click and for the keys that press a button.
  function onPress(marker, press) {
    marker.on("click", () => press(false));
    marker.on("keydown", ({ originalEvent }) => {
      if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
      originalEvent.preventDefault();
      press(true);
    });
  }

  // The point halfway along a line, so that its badge sits on it.
  function middle(points) {
    const legs = points.slice(1).map((point, i) => L.CRS.Earth.distance(points[i], point));
    let left = legs.reduce((a, b) => a + b, 0) / 2;
    let i = 0;
    while (i < legs.length - 1 && left > legs[i]) {
      left -= legs[i];
      i += 1;
    }
    const share = legs[i] ? left / legs[i] : 0;
    const [a, b] = [points[i], points[i + 1]];
    return L.latLng(a.lat + (b.lat - a.lat) * share, a.lng + (b.lng - a.lng) * share);
  }

  const legKey = (a, b) => [a, b].map(String).sort().join(" ");

  // For each leg that several lines share: the lines' ids, in order.
  function findSharedLegs(features) {
    const legs = new Map();
    for (const { id, geometry } of features.filter((each) => each.geometry.type === "LineString")) {
      geometry.coordinates.slice(1).forEach((end, i) => {
        const key = legKey(geometry.coordinates[i], end);
        if (!legs.has(key)) legs.set(key, []);
        if (!legs.get(key).includes(id)) legs.get(key).push(id);
      });
    }
    return new Map([...legs].filter(([, ids]) => ids.length > 1));
  }

  // How far beside its own course a line runs on each leg, in line widths; null if all is its own.
  function lanesOf({ id, geometry }, sharedLegs) {
    const lanes = geometry.coordinates.slice(1).map((end, i) => {
      const start = geometry.coordinates[i];
      const ids = sharedLegs.get(legKey(start, end));
      if (!ids) return 0;
      return (ids.indexOf(id) - (ids.length - 1) / 2) * (String(start) < String(end) ? 1 : -1);
    });
    return lanes.some(Boolean) ? lanes : null;
  }

  // The points of a line, each leg moved to its lane at the present zoom.
  function besideOthers(map, latlngs, lanes) {
    const points = latlngs.map((each) => map.project(each));
    return lanes.flatMap((lane, i) => {
      const [a, b] = [points[i], points[i + 1]];
      const along = b.subtract(a);
      const reach = (lane * LANE) / (Math.hypot(along.x, along.y) || 1);
      const aside = L.point(-along.y * reach, along.x * reach);
      return [map.unproject(a.add(aside)), map.unproject(b.add(aside))];
    });
  }

  // Gives the path its kind's colour by name as well, so that the style sheet can lighten it in the dark.
  function coloured(feature, path) {
    path.on("add", () => path.getElement().style.setProperty("--kind", feature.colour));
    return path;
  }

  function circle(feature, latlng, radiusKm) {
    return coloured(feature, L.circle(latlng, {
      className: "accuracy",
      radius: radiusKm * 1000,
      color: feature.colour,
      weight: 1.3,
      dashArray: "3 4",
      fillOpacity: 0.1,
      interactive: false,
    }));
  }

  function stopDot(feature, stop) {
    return coloured(feature, L.circleMarker(latLng([stop.lon, stop.lat]), {
      className: stop.stated ? "stop" : "stop is-added",
      radius: 4.5,
      weight: 2,
      color: feature.colour,
      fillOpacity: 1,
      fillColor: stop.stated ? feature.colour : "#fff",
      interactive: false,
    }));
  }

  // Of a circle in pixels at the present zoom, whether it is on the map or not.
  function radiusOf(map, area) {
    if (!area) return 0;
    const metres = EQUATOR * Math.cos((area.getLatLng().lat * Math.PI) / 180); // around the world at its latitude
    return (area.getRadius() * map.options.crs.scale(map.getZoom())) / metres;
  }

  class LineMark {
    constructor(map, feature, sharedLegs) {
      this.map = map;
      this.feature = feature;
      this.latlngs = feature.geometry.coordinates.map(latLng);
      this.lanes = lanesOf(feature, sharedLegs);
      const style = { weight: 3.5, color: feature.colour, dashArray: DASHES[feature.method] || null };
      this.paths = [
        L.polyline(this.latlngs, { className: "line-casing", weight: 7, interactive: false }).addTo(map),
        coloured(feature, L.polyline(this.latlngs, { className: "line", lineCap: "butt", interactive: false, ...style })).addTo(map),
      ];
      this.touch = L.polyline(this.latlngs, { className: "line-touch", weight: 20, opacity: 0 }).addTo(map);
      this.bounds = this.touch.getBounds();
      this.stops = feature.waypoints.map((stop) => this.addStop(stop));
      this.items = [addMarker(map, feature, middle(this.latlngs), "on-line")];
    }

    addStop(stop) {
      const isVague = stop.exactness === "approximate";
      const area = isVague ? circle(this.feature, latLng([stop.lon, stop.lat]), stop.accuracyKm).addTo(this.map) : null;
      return { name: stop.name, area, dot: stopDot(this.feature, stop).addTo(this.map) };
    }

    // All that stands on the map.
    layers() {
      return [...this.drawn(), ...this.items.map((item) => item.marker)];
    }

    drawn() {
      return [...this.paths, this.touch, ...this.stops.flatMap(({ area, dot }) => [area, dot]).filter(Boolean)];
    }

    isDrawn() {
      return true;
    }

    // After a zoom: a line keeps beside those that it shares legs with; a short one has its badge beside it.
    fitToZoom() {
      if (this.lanes) {
        const course = besideOthers(this.map, this.latlngs, this.lanes);
        [...this.paths, this.touch].forEach((path) => path.setLatLngs(course));
      }
      const [a, b] = [this.bounds.getNorthWest(), this.bounds.getSouthEast()].map((each) => this.map.latLngToLayerPoint(each));
      this.isTiny = a.distanceTo(b) < TINY_LINE;
      const isShort = a.distanceTo(b) < SHORT_LINE;
      this.items[0].shift = isShort ? ASIDE : [0, 0];
      this.items[0].marker.getElement().classList.toggle("is-aside", isShort);
      this.stops.forEach(({ dot }) => dot.getElement()?.classList.toggle("is-hidden", this.isTiny));
    }

    labels() {
      if (this.isTiny) return [];
      return this.stops.map(({ name, dot, area }) => {
        const radius = radiusOf(this.map, area);
        return { latlng: dot.getLatLng(), text: name, size: radius > 6 && radius < 60 ? radius : 6 };
      });
    }

    badgeSize() {
      return HALF_BADGE;
    }
  }

  class PointMark {
    constructor(map, feature) {
      this.map = map;
      this.feature = feature;
      const { type, coordinates } = feature.geometry;
      this.latlngs = (type === "Point" ? [coordinates] : coordinates).map(latLng);
      this.isVague = feature.accuracyKm !== null && feature.exactness !== "exact";
      this.areas = this.isVague ? this.latlngs.map((each) => circle(feature, each, feature.accuracyKm).addTo(map)) : [];
      this.items = this.latlngs.map((each) => addMarker(map, feature, each, "on-point"));
      this.bounds = L.latLngBounds(this.latlngs);
    }

    layers() {
      return [...this.areas, ...this.items.map((item) => item.marker)];
    }

    // What is drawn beside the badges, and whether anything of it shows at the present zoom.
    drawn() {
      return this.areas;
    }

    isDrawn() {
      return this.hasCircle();
    }

    hasCircle() {
      return radiusOf(this.map, this.areas[0]) > HALF_BADGE + RING;
    }

    // After a zoom: where the circle is hidden by the badge, a ring around the badge stands for it.
    fitToZoom() {
      const hasCircle = this.hasCircle();
      this.items.forEach(({ marker }) => marker.getElement().classList.toggle("has-circle", hasCircle));
    }

    labels() {
      return [];
    }

    badgeSize() {
      const radius = radiusOf(this.map, this.areas[0]);
      if (!this.isVague) return HALF_BADGE;
      return radius > HALF_BADGE + RING && radius < 60 ? radius : HALF_BADGE + RING;
    }
  }

  page.marks = {
    add: (map, feature, sharedLegs) =>
      feature.geometry.type === "LineString" ? new LineMark(map, feature, sharedLegs) : new PointMark(map, feature),
    findSharedLegs,
    latLng,
    onPress,
    MANY,
  };
})();
