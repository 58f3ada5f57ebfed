// The map: base map, names, the projects' marks, and the choice of one project.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, word } = page;
  const theme = window.infromapTheme;
  const MAX_ZOOM = 12;
  const CLOSE_ZOOM = 8; // a chosen point is shown no nearer: it is not known better
  const LEAST_POPUP = 160; // pixels of height
  const ABOVE_POINT = 60; // between a point and the edge of a map that its popup cannot have: its tip, rim and margin
  const OBSTACLES = ".leaflet-control-zoom, .map-switches, .map-notice, .legend, .leaflet-control-scale, .leaflet-control-attribution";

  const isCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  // Runs once the next frame has been drawn; whoever asks for it in there, once the frame after that has been.
  function afterFrame(run) {
    requestAnimationFrame(() => setTimeout(run));
  }

  // Leaflet's own says "300 km" in every language.
  const ScaleBar = L.Control.Scale.extend({
    _updateScale(bar, text, share) {
      L.Control.Scale.prototype._updateScale.call(this, bar, text, share);
      const [figure, unit] = text.split(" ");
      bar.textContent = unit === "km" ? page.length(+figure) : page.number(+figure, { style: "unit", unit: "meter" });
    },
  });

  function createMap(element) {
    const map = L.map(element, {
      attributionControl: false,
      zoomControl: false,
      maxZoom: MAX_ZOOM,
      minZoom: 2,
      zoomSnap: page.wanted.kind ? 0 : 0.5, // a sheet is filled by what is to be shown
      maxBounds: [[-84, -Infinity], [84.5, Infinity]],
      fadeAnimation: false, // each step of a fade costs a copy of every canvas where there is no graphics card
      ...(isCalm() ? { zoomAnimation: false, markerZoomAnimation: false, inertia: false } : {}),
    });
    map.createPane("labels").classList.add("label-pane");
    L.control.zoom({ position: "topleft", zoomInTitle: word("ui.zoom_in"), zoomOutTitle: word("ui.zoom_out") }).addTo(map);
    new ScaleBar({ position: "bottomleft", imperial: false, maxWidth: 140 }).addTo(map);
    const attribution = L.control.attribution({ position: "bottomright", prefix: false }).addTo(map);
    const line = attribution.getContainer();
    line.replaceChildren(make("span", { class: "data-credits" }, ...credits()));
    new ResizeObserver(() => element.style.setProperty("--credits", `${line.offsetHeight}px`)).observe(line);
    return map;
  }

  function credits() {
    const sources = data.attribution.flatMap((source, i) => [i ? " · " : `${word("ui.data")}: `, page.link(source)]);
    return [...sources, " · ", make("span", { class: "borders-note", title: word("ui.borders_note") }, word("ui.borders"))];
  }

  // Layers that come and go take their sources with them.
  page.showCredits = function showCredits() {
    document.querySelectorAll(".data-credits").forEach((element) => element.replaceChildren(...credits()));
  };

  class Sheet {
    constructor(element) {
      this.element = element;
      this.closestZoom = MAX_ZOOM;
      this.map = createMap(element);
      this.parts = new Map();
      this.shown = new Set(data.features.map((feature) => feature.id));
      this.selected = null;
      this.basemap = window.infromapBasemap.layer(data.basemap, { theme: theme.name(), focus: data.focus });
      if (window.infromapStart) this.lookAt(...window.infromapStart); // where the window had the map before this page
      else this.fit(false);
      this.basemap.addTo(this.map);
      this.labels = window.infromapLabels.layer(data.basemap, {
        theme: window.infromapBasemap.themes[theme.name()],
        language: document.documentElement.lang,
        isInCountry: (code, latlng) => this.basemap.isInCountry(code, latlng),
        obstacles: () => this.obstacles(),
        rowLabels: () => page.rowLabels(this.map),
      });
      page.addSwitches(this);
      this.tiles = page.addOnlineTiles(this);
      const located = data.features.filter((feature) => feature.geometry);
      const sharedLegs = page.marks.findSharedLegs(located);
      located.forEach((feature) => this.add(feature, sharedLegs));
      const items = [...this.parts.values()].flatMap((part) => part.items);
      this.clusters = page.createClusters(this.map, items, ({ feature }) => this.shown.has(feature.id), () => this.label());
      this.fitMarks();
      this.map.on("zoomend", () => (this.isZoomed = true));
      this.map.on("moveend", () => this.settle());
      this.labels.addTo(this.map); // it listens too: names are drawn after what they name
      this.map.on("moveend", () => this.stayHome());
      this.map.on("dragstart", () => this.leaveHome());
      this.map.on("resize", () => this.map.getZoom() === this.homeZoom && this.fit(false));
      this.map.on("popupopen", (event) => this.setOpen(event.popup));
      this.map.on("popupclose", (event) => this.closed(event.popup));
      element.querySelector(".legend")?.addEventListener("toggle", () => this.labels.draw());
      requestAnimationFrame(() => this.report());
      theme.onChange(() => this.restyle());
    }

    add(feature, sharedLegs) {
      const part = page.marks.create(this.map, feature, sharedLegs);
      this.parts.set(feature.id, part);
      const choose = () => page.select(feature.id, { isUser: true, staysPut: true });
      if (part.touch) part.touch.on("click", choose);
      part.items.forEach((item) => page.marks.onPress(item.marker, choose));
    }

    // Only these projects: the rest leaves the map, its names, its clusters and the order of the Tab key.
    showOnly(ids) {
      this.shown = ids;
      for (const part of this.parts.values()) part.drawn().forEach((layer) => this.markOut(part, layer));
      this.clusters.rearrange();
    }

    markOut(part, layer) {
      layer.getElement()?.classList.toggle("is-out", !this.shown.has(part.feature.id));
    }

    hasMany() {
      return this.parts.size > page.marks.MANY;
    }

    // Lines and circles; of many projects, those in sight and half a view around it.
    drawNear() {
      const near = this.hasMany() ? this.map.getBounds().pad(0.5) : null;
      for (const part of this.parts.values()) {
        const isDrawn = !near || (part.isDrawn() && near.intersects(part.bounds));
        if (isDrawn !== Boolean(part.isOnMap)) this.draw(part, isDrawn);
      }
    }

    draw(part, isDrawn) {
      part.isOnMap = isDrawn;
      for (const layer of part.drawn()) {
        if (isDrawn) this.markOut(part, layer.addTo(this.map));
        else layer.remove();
      }
      if (isDrawn) part.fitToZoom();
    }

    // After a zoom, before the names are drawn.
    fitMarks() {
      for (const part of this.parts.values()) part.fitToZoom();
      this.drawNear();
      this.clusters.arrange();
    }

    // What another view asks for: at once, or, while a choice is shown among many, in the frames after.
    settle() {
      if (this.isHurried) return;
      if (this.isZoomed) {
        this.fitMarks();
      } else if (this.hasMany()) {
        this.drawNear();
        this.clusters.show();
      }
      this.isZoomed = false;
    }

    // Boxes of what stands over the map, in its pixels: no name goes under it.
    obstacles() {
      const own = this.element.getBoundingClientRect();
      const popup = this.open ? [this.open.getElement()] : [];
      return [...this.element.querySelectorAll(OBSTACLES), document.getElementById("toggle"), ...popup].map((each) => {
        const box = each.getBoundingClientRect();
        return [box.left - own.left - 3, box.top - own.top - 3, box.right - own.left + 3, box.bottom - own.top + 3];
      });
    }

    label() {
      const isOnMap = (each) => each.isOnMap;
      const marks = [...this.parts.values()].filter((part) => part.isOnMap || part.items.some(isOnMap)).filter((part) => this.shown.has(part.feature.id));
      const badges = marks.flatMap((part) => part.items.filter(isOnMap).map((item) => ({
        latlng: item.marker.getLatLng(),
        shift: item.shift,
        text: item === part.items[0] ? part.feature.name : "",
        size: part.badgeSize(),
        side: item.side,
        isProject: true,
      })));
      const counts = this.clusters.badges.map(({ marker, shift }) => ({
        latlng: marker.getLatLng(), shift: [shift, shift], text: "", size: page.clusterHalfSize,
      }));
      const drawn = marks.filter(isOnMap);
      const lines = [...drawn.filter((part) => part.touch).map((part) => part.latlngs), ...this.clusters.fanLines()];
      this.labels.setProjects([...badges, ...counts, ...drawn.flatMap((part) => part.labels())], lines);
    }

    // Bounds of the document, of the part of it that is to be drawn, or of the article's country where nothing has a place.
    // They go on beyond 180 degrees where they cross them.
    home() {
      const box = page.wanted.bounds || data.bounds || this.basemap.boxOfCountry(data.focus);
      if (!box) return null;
      const [west, south, east, north] = box;
      return L.latLngBounds([south, west], [north, west > east ? east + 360 : east]);
    }

    fit(isSmooth) {
      const bounds = this.home();
      if (!bounds) {
        this.map.setView([30, 40], 2, { animate: false });
        return;
      }
      const legend = document.querySelector(".legend[open]");
      const size = this.map.getSize();
      const rim = page.wanted.bounds ? 0 : Math.min(60, size.x / 6, size.y / 6);
      this.map.fitBounds(bounds, {
        paddingTopLeft: [rim, rim],
        paddingBottomRight: [legend && rim ? legend.offsetWidth + 30 : rim, rim],
        maxZoom: data.layers.length || page.wanted.bounds ? MAX_ZOOM : CLOSE_ZOOM,
        animate: isSmooth,
      });
      this.homeZoom = this.map.getZoom();
    }

    // From here on the view is the user's: another size of the window does not fit it again.
    leaveHome() {
      this.homeZoom = null;
    }

    // Whoever walks around the world comes back to the copy of it that holds the projects.
    stayHome() {
      const bounds = this.home();
      const centre = this.map.getCenter();
      const turns = Math.round((centre.lng - (bounds ? bounds.getCenter().lng : 0)) / 360);
      if (turns) this.map.setView([centre.lat, centre.lng - 360 * turns], this.map.getZoom(), { animate: false });
    }

    // staysPut: the map does not go there; isStill: it does not even move for the popup.
    show(id, { staysPut, isStill }) {
      const part = this.parts.get(id);
      this.selected = id;
      this.hurry(() => {
        this.clusters.selected = id; // known before the map moves
        if (part && !staysPut) this.goTo(part);
        if (this.isHurried) this.bringForward(part);
        else this.clusters.choose(id);
        this.mark(id);
        if (part) this.openPopup(part, isStill);
        else this.map.closePopup();
      });
      this.drawNames();
    }

    // Popup and badge come first; among many, all else that another view asks for comes in the frames after.
    hurry(run) {
      this.isHurried = this.hasMany();
      try {
        this.labels.hold(() => (this.isHurried ? this.basemap.hold(run) : run()));
      } finally {
        this.isHurried = false;
      }
    }

    // The chosen project's badges alone.
    bringForward(part) {
      if (!part) return;
      part.fitToZoom();
      this.clusters.putForward(part.items);
    }

    openPopup(part, isStill) {
      if (this.popup) this.popup.featureId = null; // its closing means nothing any more
      const [item] = part.items;
      this.popup = page.openPopup(this.map, item.marker.getLatLng(), page.popup(part.feature), {
        offset: [item.shift[0], item.shift[1] - 12],
        ...(isStill ? this.roomAbove(item) : {}),
      });
      this.popup.featureId = part.feature.id;
    }

    // What keeps a popup in a map that does not move for it.
    roomAbove({ marker, shift }) {
      const { y } = this.map.latLngToContainerPoint(marker.getLatLng());
      const { maxHeight } = page.popupRoom(this.map);
      return { autoPan: false, maxHeight: Math.max(LEAST_POPUP, Math.min(maxHeight, y + shift[1] - ABOVE_POINT)) };
    }

    // The map has another size: a popup goes on to lie whole in it.
    resize() {
      this.map.invalidateSize({ animate: false });
      if (!this.open) return;
      Object.assign(this.open.options, page.popupRoom(this.map, this.open.options.leastWidth));
      this.open.update();
    }

    // Whether the view holds all of a project.
    sees(id) {
      const part = this.parts.get(id);
      return Boolean(part) && this.map.getBounds().contains(part.bounds);
    }

    goTo(part) {
      this.leaveHome();
      const zoom = this.map.getBoundsZoom(part.bounds.pad(0.35));
      this.map.setView(part.bounds.getCenter(), Math.min(zoom, CLOSE_ZOOM), { animate: false });
    }

    // The popup that is open, of a project or a row: no name stands under it.
    setOpen(popup) {
      this.open = popup;
      this.drawNames();
    }

    // The popup comes first; in the frames after, what another view asks for, then the names.
    drawNames() {
      if (this.isDrawing) return;
      this.isDrawing = true;
      const draw = () => {
        this.isDrawing = false;
        this.labels.draw();
      };
      const settle = () => {
        this.labels.hold(() => this.settle());
        afterFrame(draw);
      };
      afterFrame(this.hasMany() ? () => afterFrame(settle) : draw);
    }

    closed(popup) {
      if (popup === this.open) this.setOpen(null);
      if (popup.featureId === this.selected) page.select(null, { isUser: true, staysPut: true });
    }

    mark(id) {
      for (const each of new Set([this.marked, id])) {
        for (const { marker } of this.parts.get(each)?.items || []) {
          marker.sign("is-selected", each === id);
          marker.setZIndexOffset(each === id ? 1000 : 0);
        }
      }
      this.marked = id;
    }

    lookAt(lon, lat, zoom) {
      this.leaveHome();
      this.map.setView([lat, lon], zoom, { animate: false });
    }

    // Where a place stands on the page, in its pixels: for whoever points at it from outside.
    pointOf(lon, lat) {
      const { x, y } = this.map.latLngToContainerPoint(page.marks.latLng([lon, lat]));
      const box = this.element.getBoundingClientRect();
      return [x + box.left, y + box.top];
    }

    hide() {
      this.selected = null;
      this.map.closePopup();
      this.mark(null);
      this.clusters.choose(null);
    }

    restyle() {
      this.basemap.setTheme(theme.name());
      this.labels.setTheme(window.infromapBasemap.themes[theme.name()]);
    }

    setGraticule(isShown) {
      this.basemap.setGraticule(isShown);
      this.labels.setGraticule(isShown ? window.infromapBasemap.graticuleStep : null);
    }

    async report() {
      if (this.tiles && page.wanted.kind) await this.tiles.arrived();
      requestAnimationFrame(() => {
        page.whenWhole(() => {
          window.infromap.painted = true;
          document.dispatchEvent(new CustomEvent("infromap:painted"));
        });
      });
    }
  }

  page.createSheet = (element) => new Sheet(element);
})();
