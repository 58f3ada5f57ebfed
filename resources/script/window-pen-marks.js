// What the pen shows on the map: the line or area, its handles, and the leg that follows the pointer.
(function () {
  "use strict";

  const page = window.infromapPage;
  const PANE = "pen";
  const NEAR = 14; // pixels: of vertices nearer to each other only one has a handle
  const ROOM = 44; // pixels: a shorter leg has no handle in its middle

  function icon(name, side) {
    return L.divIcon({ className: `pen-handle ${name}`, iconSize: [side, side], iconAnchor: [side / 2, side / 2] });
  }

  class PenMarks {
    // hear: {drag, remove} take the number of a vertex; {split} that of a leg.
    constructor(map, kind, words, hear) {
      this.map = map;
      this.kind = kind;
      this.words = words;
      this.hear = hear;
      if (!map.getPane(PANE)) map.createPane(PANE).classList.add("pen-pane");
      this.renderer = L.svg({ pane: PANE, padding: 0.5 }); // of its own: it goes with the marks
      const options = { interactive: false, fill: false, renderer: this.renderer };
      const shape = (className, fill) => {
        const make = kind === "area" ? L.polygon : L.polyline;
        return make([], { ...options, className, fill }).addTo(map);
      };
      this.shapes = kind === "point" ? [] : [shape("pen-casing", false), shape("pen-line", kind === "area")];
      this.lead = L.polyline([], { ...options, className: "pen-lead" }).addTo(map);
      this.handles = [];
      this.middles = [];
    }

    // latlngs: of all vertices, on the copy of the world that is in view.
    show(latlngs) {
      this.drawLines(latlngs);
      const seen = this.choose(latlngs);
      const focus = this.focused();
      this.fill(this.handles, seen.map((vertex) => [vertex, latlngs[vertex]]), (number) => this.addHandle(number));
      this.fill(this.middles, this.middlesOf(latlngs), (number) => this.addMiddle(number));
      for (const handle of this.handles) this.name(handle, latlngs.length);
      if (focus !== null) this.focus(focus);
    }

    drawLines(latlngs) {
      for (const shape of this.shapes) shape.setLatLngs(latlngs);
    }

    // The leg from the last vertex to the pointer, for an area on to the first one; null for none.
    drawLead(latlngs, pointer) {
      const [first, last] = [latlngs[0], latlngs[latlngs.length - 1]];
      const hasLead = pointer && last && this.kind !== "point";
      const isClosed = this.kind === "area" && latlngs.length > 1;
      this.lead.setLatLngs(hasLead ? (isClosed ? [last, pointer, first] : [last, pointer]) : []);
    }

    // The vertices in view that stand apart from one another; the focused one is always among them.
    choose(latlngs) {
      const view = this.map.getBounds().pad(0.1);
      const focus = this.focused();
      const taken = new Set();
      const seen = [];
      latlngs.forEach((latlng, vertex) => {
        if (!view.contains(latlng)) return;
        const { x, y } = this.map.latLngToLayerPoint(latlng);
        const cell = `${Math.round(x / NEAR)} ${Math.round(y / NEAR)}`;
        const isWanted = vertex === focus || vertex === 0 || vertex === latlngs.length - 1;
        if (taken.has(cell) && !isWanted) return;
        taken.add(cell);
        seen.push(vertex);
      });
      return seen;
    }

    middlesOf(latlngs) {
      if (this.kind === "point" || latlngs.length > 500) return [];
      const legs = latlngs.length - (this.kind === "area" && latlngs.length > 2 ? 0 : 1);
      const found = [];
      for (let leg = 0; leg < legs; leg += 1) {
        const [a, b] = [latlngs[leg], latlngs[(leg + 1) % latlngs.length]].map((each) => this.map.latLngToLayerPoint(each));
        if (a.distanceTo(b) > ROOM) found.push([leg, this.map.layerPointToLatLng(a.add(b).divideBy(2))]);
      }
      return found;
    }

    // Markers are used again, so that one that has the focus or is dragged stays what it is.
    fill(markers, wanted, add) {
      while (markers.length > wanted.length) markers.pop().remove();
      wanted.forEach(([number, latlng], i) => {
        if (!markers[i]) markers[i] = add(number);
        markers[i].number = number;
        markers[i].setLatLng(latlng);
      });
    }

    addHandle(number) {
      const marker = this.addMarker(number, icon("pen-vertex", 16), true);
      marker.on("drag", () => this.hear.drag(marker.number, marker.getLatLng()));
      marker.on("dragend", () => this.hear.drop());
      marker.on("click", () => marker.getElement().focus({ preventScroll: true }));
      marker.getElement().addEventListener("contextmenu", () => this.hear.remove(marker.number));
      return marker;
    }

    addMiddle(number) {
      const marker = this.addMarker(number, icon("pen-middle", 12), false);
      let vertex = null;
      const split = () => this.hear.split(marker.number, marker.getLatLng());
      marker.on("dragstart", () => (vertex = split()));
      marker.on("drag", () => this.hear.drag(vertex, marker.getLatLng()));
      marker.on("dragend", () => this.hear.drop());
      marker.on("click", () => (split(), this.hear.drop()));
      marker.getElement().setAttribute("aria-hidden", "true"); // by key: Insert on a vertex
      return marker;
    }

    addMarker(number, sign, isFocusable) {
      const marker = L.marker([0, 0], {
        icon: sign, pane: PANE, draggable: true, autoPan: true, keyboard: isFocusable, bubblingMouseEvents: false,
      }).addTo(this.map);
      marker.number = number;
      return marker;
    }

    name(handle, count) {
      const said = this.words.vertex.replace("{number}", handle.number + 1).replace("{count}", count);
      handle.getElement().setAttribute("aria-label", said);
    }

    // The number of the vertex whose handle has the focus, or null.
    focused() {
      const handle = this.handles.find((each) => each.getElement() === document.activeElement);
      return handle ? handle.number : null;
    }

    focus(vertex) {
      const handle = this.handles.find((each) => each.number === vertex);
      if (handle && this.focused() !== vertex) handle.getElement().focus({ preventScroll: true });
    }

    remove() {
      [...this.shapes, this.lead, ...this.handles, ...this.middles, this.renderer].forEach((each) => each.remove());
    }
  }

  page.createPenMarks = (map, kind, words, hear) => new PenMarks(map, kind, words, hear);
})();
