// The pen: a point, a line or an area that the user draws on the map. The window injects it; an exported page has none.
(function () {
  "use strict";

  const page = window.infromapPage;
  if (window.infromap.pen) return;
  const LEAST = { point: 1, line: 2, area: 3 };
  const MOST = 10_000; // vertices
  const EDGE = 85.05; // degrees of latitude: there the map ends
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const rounded = (degrees) => Math.round(degrees * 1e6) / 1e6; // a tenth of a metre

  let drawing = null;

  // On the copy of the world that is nearest to another longitude.
  const nearest = (lon, other) => lon - 360 * Math.round((lon - other) / 360);

  class Drawing {
    // name: comes back with all that is told. words: hint, done, cancel, vertex, in the user's language.
    constructor(map, { name, kind, points, last, words }) {
      this.map = map;
      this.name = name;
      this.kind = kind;
      this.points = [];
      points.forEach((point) => this.points.push(this.unrolled(point, this.points.length)));
      this.before = []; // the points before each step
      this.pointer = null;
      this.isNew = points.length === 0;
      this.last = last && last.length ? page.createPenMarks(map, kind, words, {}) : null; // what was drawn before, to look at
      this.marks = page.createPenMarks(map, kind, words, {
        drag: (vertex, latlng) => this.drag(vertex, latlng),
        drop: () => this.drop(),
        split: (leg, latlng) => this.split(leg, latlng),
        remove: (vertex) => this.remove(vertex),
      });
      this.lastPoints = last;
      this.listen();
      this.addBar(words);
      map.getContainer().classList.add("is-drawing");
      this.show();
    }

    // Every listener of a drawing is of the page and goes with this signal, or of the map and goes in end().
    listen() {
      this.listening = new AbortController();
      const options = { capture: true, signal: this.listening.signal };
      const element = this.map.getContainer();
      element.addEventListener("click", (event) => this.click(event), options);
      element.addEventListener("dblclick", (event) => this.doubleClick(event), options);
      element.addEventListener("contextmenu", (event) => event.preventDefault(), options);
      document.addEventListener("keydown", (event) => this.press(event), options);
      this.heard = {
        mousemove: ({ latlng }) => this.follow(latlng),
        mouseout: () => this.follow(null),
        moveend: () => this.show(),
        zoomend: () => this.show(),
      };
      this.map.on(this.heard);
    }

    addBar(words) {
      const button = (name, act) => {
        const element = page.make("button", { type: "button" }, words[name]);
        element.addEventListener("click", act);
        return element;
      };
      const done = button("done", () => this.finish());
      this.bar = page.make(
        "div",
        { class: "pen-bar", role: "status" },
        page.make("span", {}, words.hint),
        page.make("div", {}, done, button("cancel", () => this.cancel())),
      );
      this.done = done;
      L.DomEvent.disableClickPropagation(this.bar);
      this.map.getContainer().append(this.bar);
    }

    // On the copy of the world that continues the vertex before.
    unrolled([lon, lat], vertex) {
      const before = vertex ? this.points[vertex - 1][0] : 0;
      const isFirst = !vertex;
      const turned = isFirst ? L.Util.wrapNum(lon, [-180, 180], true) : nearest(lon, before);
      return [rounded(turned), rounded(Math.max(-EDGE, Math.min(EDGE, lat)))];
    }

    // By how many degrees the shape is moved so that it is in view.
    turn() {
      if (!this.points.length) return 0;
      const lon = this.points[this.points.length - 1][0];
      return nearest(lon, this.map.getCenter().lng) - lon;
    }

    latlngs(points = this.points) {
      const turn = this.turn();
      return points.map(([lon, lat]) => L.latLng(lat, lon + turn));
    }

    pointAt({ lat, lng }, vertex) {
      return this.unrolled([lng, lat], vertex);
    }

    show() {
      if (this.isDragged) return;
      this.marks.show(this.latlngs());
      this.marks.drawLead(this.latlngs(), this.pointer);
      if (this.last) this.last.drawLines(this.lastPoints.map(([lon, lat]) => L.latLng(lat, nearest(lon, this.map.getCenter().lng))));
      this.done.disabled = this.points.length < LEAST[this.kind];
    }

    follow(latlng) {
      this.pointer = latlng;
      if (!this.isDragged) this.marks.drawLead(this.latlngs(), latlng);
    }

    // One step, which Backspace takes back.
    step(points) {
      this.before.push(this.points);
      this.set(points);
    }

    // The first vertex stays within 180 degrees, and with it the others.
    set(points) {
      if (this.last) this.last.remove();
      this.last = null;
      const turn = points.length ? L.Util.wrapNum(points[0][0], [-180, 180], true) - points[0][0] : 0;
      this.points = turn ? points.map(([lon, lat]) => [rounded(lon + turn), lat]) : points;
      this.show();
      this.tell("changed");
    }

    add(latlng) {
      if (this.kind === "point") this.step([this.pointAt(latlng, 0)]);
      else if (this.points.length < MOST) this.step([...this.points, this.pointAt(latlng, this.points.length)]);
      if (this.kind === "point" && this.isNew) this.finish();
    }

    split(leg, latlng) {
      if (this.points.length >= MOST) return leg;
      this.isDragged = true;
      this.before.push(this.points);
      this.points = [...this.points.slice(0, leg + 1), this.pointAt(latlng, leg + 1), ...this.points.slice(leg + 1)];
      return leg + 1;
    }

    drag(vertex, latlng) {
      if (!this.isDragged) this.before.push(this.points);
      this.isDragged = true;
      const moved = this.pointAt(latlng, 0);
      this.points = this.points.map((each, i) => (i === vertex ? [rounded(nearest(moved[0], each[0])), moved[1]] : each));
      this.marks.drawLines(this.latlngs());
      this.tell("changed");
    }

    drop() {
      this.isDragged = false;
      this.set(this.points);
    }

    remove(vertex) {
      if (vertex in this.points) this.step(this.points.filter((_, i) => i !== vertex));
    }

    undo() {
      if (this.before.length) this.set(this.before.pop());
    }

    nudge(vertex, [dx, dy], isFar) {
      const by = isFar ? 10 : 1;
      const moved = this.map.latLngToLayerPoint(this.latlngs()[vertex]).add([dx * by, dy * by]);
      const [lon, lat] = this.pointAt(this.map.layerPointToLatLng(moved), 0);
      this.step(this.points.map((each, i) => (i === vertex ? [rounded(nearest(lon, each[0])), lat] : each)));
    }

    insertAfter(vertex) {
      const latlngs = this.latlngs();
      const next = vertex + 1 < latlngs.length ? vertex + 1 : this.kind === "area" ? 0 : null;
      if (next === null || next === vertex) return;
      const [a, b] = [latlngs[vertex], latlngs[next]].map((each) => this.map.latLngToLayerPoint(each));
      this.split(vertex, this.map.layerPointToLatLng(a.add(b).divideBy(2)));
      this.drop();
      this.marks.focus(vertex + 1);
    }

    isOnMap(target) {
      const element = this.map.getContainer();
      return target === element || Boolean(target.closest && target.closest(".leaflet-map-pane"));
    }

    isOfPen(target) {
      return Boolean(target.closest && target.closest(".pen-handle"));
    }

    click(event) {
      if (!this.isOnMap(event.target) || this.isOfPen(event.target)) return;
      event.stopPropagation();
      const isPan = this.map.dragging.moved() || (this.map.boxZoom && this.map.boxZoom.moved());
      if (isPan) return;
      this.map.getContainer().focus({ preventScroll: true });
      this.add(this.map.mouseEventToLatLng(event));
    }

    doubleClick(event) {
      if (!this.isOnMap(event.target)) return;
      event.stopPropagation();
      this.finish();
    }

    press(event) {
      const { target, key } = event;
      const isFree = target === document.body || this.isOnMap(target);
      if (event.isComposing || (!isFree && key !== "Escape")) return; // a button or a field has its own keys
      if (!this.act(event)) return;
      event.preventDefault();
      event.stopPropagation();
    }

    // Tells whether the key meant the pen.
    act({ key, code, shiftKey, ctrlKey, metaKey, altKey }) {
      const vertex = this.marks.focused();
      if ((ctrlKey || metaKey) && !shiftKey && code === "KeyZ") return this.undo(), true;
      if (ctrlKey || metaKey || altKey) return false;
      if (key === "Escape") return this.cancel(), true;
      if (key === "Enter") return this.finish(), true;
      if (key === "Backspace") return this.undo(), true;
      if (key === "Delete") return this.remove(vertex === null ? this.points.length - 1 : vertex), true;
      if (key === " ") return this.add(this.map.getCenter()), true;
      if (vertex === null) return false;
      if (key === "Insert") return this.insertAfter(vertex), true;
      if (!(key in ARROWS)) return false;
      this.nudge(vertex, ARROWS[key], shiftKey);
      return true;
    }

    finish() {
      if (this.points.length < LEAST[this.kind]) return;
      this.end("finished");
    }

    cancel() {
      this.end("cancelled");
    }

    end(what) {
      drawing = null;
      this.listening.abort();
      this.map.off(this.heard);
      this.marks.remove();
      if (this.last) this.last.remove();
      this.bar.remove();
      this.map.getContainer().classList.remove("is-drawing");
      window.infromap.showPopupWhole();
      this.tell(what);
    }

    tell(what) {
      const detail = JSON.stringify({ name: this.name, what, points: this.points });
      document.dispatchEvent(new CustomEvent("infromap:pen", { detail }));
    }
  }

  window.infromap.pen = {
    start(options) {
      if (drawing) drawing.cancel();
      drawing = new Drawing(window.infromap.map, options);
      window.infromap.map.getContainer().focus({ preventScroll: true });
      if (options.kind === "point") drawing.marks.focus(0); // the arrow keys move it
    },
    // Takes it away; nothing is told.
    stop(name) {
      if (!drawing || drawing.name !== name) return;
      drawing.tell = () => {};
      drawing.cancel();
    },
    points: () => (drawing ? drawing.points : null),
  };
})();
