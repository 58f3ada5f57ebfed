// The map: base map, names, markers, lines, circles, and the choice of one project.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, word } = page;
  const HALF_MARKER = 17; // pixels
  const MAX_ZOOM = 12;
  const CLOSE_ZOOM = 8; // a chosen point is shown no nearer: it is not known better

  const isDark = () => window.matchMedia("(prefers-color-scheme: dark)").matches;
  const themeName = () => (isDark() ? "dark" : "light");

  function createMap(element) {
    const map = L.map(element, {
      attributionControl: false,
      zoomControl: false,
      maxZoom: MAX_ZOOM,
      minZoom: 2,
      zoomSnap: 0.5,
      maxBounds: [[-84, -Infinity], [84.5, Infinity]],
      worldCopyJump: true,
    });
    map.createPane("labels").classList.add("label-pane");
    L.control.zoom({ position: "topleft", zoomInTitle: word("ui.zoom_in"), zoomOutTitle: word("ui.zoom_out") }).addTo(map);
    L.control.scale({ position: "bottomleft", imperial: false, maxWidth: 140 }).addTo(map);
    const attribution = L.control.attribution({ position: "bottomright", prefix: false }).addTo(map);
    attribution.getContainer().replaceChildren(...credits());
    return map;
  }

  function credits() {
    return data.attribution.flatMap((source, i) => [i ? " · " : `${word("ui.data")}: `, page.link(source)]);
  }

  function badge(feature, sort) {
    const box = make("div", { class: `badge ${sort} is-${feature.exactness.replace(/ /g, "-")}` }, page.symbol(feature.kind));
    box.style.setProperty("--kind", feature.colour);
    return L.divIcon({ className: "badge-box", html: box, iconSize: [34, 34], iconAnchor: [17, 17], popupAnchor: [0, -14] });
  }

  function describe(feature) {
    return `${feature.name}. ${word(`kind.${feature.kind}`)}. ${word(`exactness.${feature.exactness}`)}`;
  }

  function addMarker(map, feature, latlng, sort) {
    const marker = L.marker(latlng, { icon: badge(feature, sort), keyboard: true, riseOnHover: true });
    marker.on("add", () => marker.getElement().setAttribute("aria-label", describe(feature)));
    return marker.addTo(map);
  }

  // The point halfway along a line, so that its badge sits on it.
  function middle(latlngs) {
    const points = latlngs.map((each) => L.latLng(each));
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

  function addLine(map, feature) {
    const latlngs = feature.geometry.coordinates.map(([lon, lat]) => [lat, lon]);
    const isSchematic = feature.method === "schematic";
    const casing = L.polyline(latlngs, { className: "line-casing", weight: 7, interactive: false });
    const line = L.polyline(latlngs, {
      className: "line",
      color: feature.colour,
      weight: 3.5,
      dashArray: isSchematic ? "9 7" : null,
      interactive: false,
    });
    const touch = L.polyline(latlngs, { className: "line-touch", weight: 20, opacity: 0 });
    const parts = [casing, line, touch, ...feature.waypoints.flatMap((stop) => stopParts(feature, stop))];
    parts.forEach((part) => part.addTo(map));
    const marker = addMarker(map, feature, middle(latlngs), "on-line");
    return { marker, touch, bounds: touch.getBounds() };
  }

  function stopParts(feature, stop) {
    const latlng = [stop.lat, stop.lon];
    const dot = L.circleMarker(latlng, {
      className: stop.stated ? "stop" : "stop is-added",
      radius: 4.5,
      weight: 2,
      color: feature.colour,
      fillOpacity: 1,
      fillColor: stop.stated ? feature.colour : "#fff",
      interactive: false,
    });
    return stop.exactness === "approximate" ? [circle(feature, latlng, stop.accuracyKm), dot] : [dot];
  }

  function circle(feature, latlng, radiusKm) {
    return L.circle(latlng, {
      className: "accuracy",
      radius: radiusKm * 1000,
      color: feature.colour,
      weight: 1.3,
      dashArray: "3 4",
      fillOpacity: 0.1,
      interactive: false,
    });
  }

  function addPoints(map, feature) {
    const points = feature.geometry.type === "Point" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
    const latlngs = points.map(([lon, lat]) => [lat, lon]);
    if (feature.accuracyKm !== null && feature.exactness !== "exact") {
      latlngs.forEach((latlng) => circle(feature, latlng, feature.accuracyKm).addTo(map));
    }
    const markers = latlngs.map((latlng) => addMarker(map, feature, latlng, "on-point"));
    return { marker: markers[0], touch: L.layerGroup(markers.slice(1)), bounds: L.latLngBounds(latlngs), others: markers.slice(1) };
  }

  class Sheet {
    constructor(element) {
      this.map = createMap(element);
      this.parts = new Map();
      this.selected = null;
      this.fit(false);
      this.basemap = window.infromapBasemap.layer(data.basemap, { theme: themeName(), focus: data.focus }).addTo(this.map);
      this.labels = window.infromapLabels
        .layer(data.basemap.names, data.basemap.towns, { theme: window.infromapBasemap.themes[themeName()] })
        .addTo(this.map);
      data.features.filter((feature) => feature.geometry).forEach((feature) => this.add(feature));
      this.labels.setProjects(this.labelled(), this.lines());
      this.map.on("dragstart", () => this.leaveHome());
      this.map.on("resize", () => this.map.getZoom() === this.homeZoom && this.fit(false));
      this.map.on("popupclose", (event) => this.closed(event.popup));
      this.basemap.once("load", () => this.report());
      window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.restyle());
    }

    add(feature) {
      const part = feature.geometry.type === "LineString" ? addLine(this.map, feature) : addPoints(this.map, feature);
      part.feature = feature;
      this.parts.set(feature.id, part);
      const choose = () => page.select(feature.id, { isUser: true, staysPut: true });
      [part.marker, part.touch, ...(part.others || [])].forEach((layer) => layer.on && layer.on("click", choose));
      part.marker.on("keydown", (event) => {
        if (event.originalEvent.key === "Enter" || event.originalEvent.key === " ") {
          event.originalEvent.preventDefault();
          choose();
        }
      });
    }

    lines() {
      return data.features
        .filter((feature) => feature.geometry && feature.geometry.type === "LineString")
        .map((feature) => feature.geometry.coordinates.map(([lon, lat]) => L.latLng(lat, lon)));
    }

    labelled() {
      const stops = data.features.flatMap((feature) => feature.waypoints);
      return [
        ...[...this.parts.values()].map(({ marker, feature }) => ({
          latlng: marker.getLatLng(), text: feature.name, size: HALF_MARKER, isProject: true,
        })),
        ...stops.map((stop) => ({ latlng: L.latLng(stop.lat, stop.lon), text: stop.name, size: 6 })),
      ];
    }

    fit(isSmooth) {
      const box = data.bounds;
      if (!box) {
        this.map.setView([30, 40], 2, { animate: false });
        return;
      }
      const bounds = [[box[1], box[0]], [box[3], box[2]]];
      const legend = document.querySelector(".legend[open]");
      const size = this.map.getSize();
      const rim = Math.min(60, size.x / 6, size.y / 6);
      this.map.fitBounds(bounds, {
        paddingTopLeft: [rim, rim],
        paddingBottomRight: [legend ? legend.offsetWidth + 30 : rim, rim],
        maxZoom: data.layers.length ? MAX_ZOOM : CLOSE_ZOOM,
        animate: isSmooth,
      });
      this.homeZoom = this.map.getZoom();
    }

    // From here on the view is the user's: another size of the window does not fit it again.
    leaveHome() {
      this.homeZoom = null;
    }

    show(id, staysPut) {
      const part = this.parts.get(id);
      this.selected = id;
      if (!part) {
        this.map.closePopup();
        return;
      }
      if (!staysPut) this.goTo(part);
      if (this.popup) this.popup.featureId = null; // its closing means nothing any more
      const size = this.map.getSize();
      this.popup = L.popup({
        maxWidth: Math.min(380, size.x - 40),
        minWidth: Math.min(300, size.x - 60),
        maxHeight: Math.max(160, Math.round(size.y * 0.62)),
        autoPanPadding: [16, 16],
        closeButton: true,
        offset: [0, -12],
      })
        .setLatLng(part.marker.getLatLng())
        .setContent(page.popup(part.feature));
      this.popup.featureId = id;
      this.popup.openOn(this.map);
      this.map.getContainer().querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", word("ui.close"));
      this.mark(id);
    }

    goTo(part) {
      this.leaveHome();
      const zoom = this.map.getBoundsZoom(part.bounds.pad(0.35));
      this.map.setView(part.bounds.getCenter(), Math.min(zoom, CLOSE_ZOOM), { animate: false });
    }

    closed(popup) {
      if (popup.featureId === this.selected) page.select(null, { isUser: true, staysPut: true });
    }

    mark(id) {
      for (const [each, part] of this.parts) {
        part.marker.getElement()?.classList.toggle("is-selected", each === id);
        part.marker.setZIndexOffset(each === id ? 1000 : 0);
      }
    }

    // Where a place stands on the page, in its pixels: for whoever points at it from outside.
    pointOf(lon, lat) {
      const { x, y } = this.map.latLngToContainerPoint([lat, lon]);
      const box = this.map.getContainer().getBoundingClientRect();
      return [x + box.left, y + box.top];
    }

    hide() {
      this.selected = null;
      this.map.closePopup();
      this.mark(null);
    }

    restyle() {
      this.basemap.setTheme(themeName());
      this.labels.setTheme(window.infromapBasemap.themes[themeName()]);
    }

    report() {
      requestAnimationFrame(() => {
        window.infromap.painted = true;
        document.dispatchEvent(new CustomEvent("infromap:painted"));
      });
    }
  }

  page.createSheet = (element) => new Sheet(element);
})();
