// One canvas for the rows of all layers: what is in view is drawn after each move, the old picture stretched meanwhile.
(function () {
  "use strict";

  const page = window.infromapPage;
  const PADDING = 0.15; // of the view, drawn beyond its edge so that a drag shows no bare rim
  const RADIUS = [1.5, 4.5]; // of points, in pixels: the more there are, the smaller
  const [TOUCH_REACH, MOUSE_REACH] = [14, 5]; // pixels beside a point or line that still mean it

  const MOST_DRAWN = 10_000; // pieces of a layer in an SVG: more would make a file that nobody can open
  const LARGEST = 40_000_000; // pixels of the picture that stands for them

  const CanvasLayer = L.Renderer.extend({
    options: { padding: PADDING },

    // layers: the first is at the bottom. onChoose(layer, row, latlng) hears of clicks on rows.
    initialize(layers, onChoose, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._rows = layers;
      this._onChoose = onChoose;
    },

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), click: this._click, mousemove: this._hover, mouseout: this._leave };
    },

    setLayers(layers) {
      this._rows = layers;
      this.redraw();
    },

    redraw() {
      this._drawn = null;
      if (this._map) this._update();
    },

    _initContainer() {
      this._container = L.DomUtil.create("canvas", "row-canvas");
      this._container.setAttribute("aria-hidden", "true");
    },

    _destroyContainer() {
      this._leave();
      this._container.remove();
      this._container = null;
      this._drawn = null;
      this._dots = null;
    },

    _update() {
      const map = this._map;
      if (map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const unit = Math.max(1, window.devicePixelRatio || 1);
      const view = [this._zoom, this._center.lat, this._center.lng, this._bounds.min, size, unit].join();
      if (this._drawn === view) return; // Leaflet tells of one zoom twice
      this._drawn = view;
      const canvas = this._container;
      const pen = canvas.getContext("2d");
      const [width, height] = [Math.round(size.x * unit), Math.round(size.y * unit)];
      if (this._dots && this._dots.width === width && this._dots.height === height) {
        pen.clearRect(0, 0, width, height);
      } else {
        canvas.width = width;
        canvas.height = height;
        this._dots = page.dots.create(width, height);
      }
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      const paper = getComputedStyle(canvas).getPropertyValue("--paper").trim() || "#fff";
      const painter = page.createPainter(pen, this._frameOfCanvas(unit), paper, this._dots);
      for (const layer of this._rows) if (layer.isVisible) painter.paint(layer);
      this.fire("update");
    },

    // What the map shows, drawn at once with the pen of an SVG; unit: its pixels to a page pixel. A layer of very many
    // rows becomes one picture in it.
    paintView(pen, unit, paper) {
      const { min, max } = this._map.getPixelBounds();
      const scale = this._map.options.crs.scale(this._map.getZoom());
      const frame = this._frame(scale, unit, min, max);
      const painter = page.createPainter(pen, frame, paper, page.createSvgDots(frame));
      for (const layer of this._rows.filter((each) => each.isVisible && each.shapes.pieces)) {
        const found = layer.shapes.within(frame.box);
        const isFew = (found ? found.length : layer.shapes.pieces) <= MOST_DRAWN;
        if (isFew) pen.through(layer.opacity, () => painter.paintCopies(layer));
        else this._paintPicture(pen, layer, scale, unit, paper);
      }
    },

    _paintPicture(pen, layer, scale, unit, paper) {
      const { min, max } = this._map.getPixelBounds();
      const size = max.subtract(min);
      const frame = this._frame(scale, Math.min(unit, Math.sqrt(LARGEST / (size.x * size.y))), min, max);
      const canvas = document.createElement("canvas");
      canvas.width = frame.width;
      canvas.height = frame.height;
      page.createPainter(canvas.getContext("2d"), frame, paper, page.dots.create(frame.width, frame.height)).paint(layer);
      pen.drawImage(canvas, 0, 0, size.x * unit, size.y * unit);
    },

    _frameOfCanvas(unit) {
      const corner = this._map.getPixelOrigin().add(this._bounds.min);
      return this._frame(this._map.options.crs.scale(this._zoom), unit, corner, corner.add(this._bounds.getSize()));
    },

    _frame(scale, unit, corner, end) {
      return {
        scale,
        unit,
        factor: scale * unit,
        left: corner.x * unit,
        top: corner.y * unit,
        width: Math.round((end.x - corner.x) * unit),
        height: Math.round((end.y - corner.y) * unit),
        box: [corner.x / scale, corner.y / scale, end.x / scale, end.y / scale],
      };
    },

    // The topmost row at a place: [layer, row], or null.
    _rowAt(event) {
      const target = event.originalEvent.target;
      if (target.closest && target.closest(".leaflet-interactive, .leaflet-popup, .leaflet-control")) return null;
      const scale = this._map.options.crs.scale(this._map.getZoom());
      const reach = event.originalEvent.pointerType === "touch" ? TOUCH_REACH : MOUSE_REACH;
      const point = this._map.project(event.latlng).divideBy(scale);
      for (const layer of [...this._rows].reverse()) {
        if (!layer.isVisible || !layer.shapes.pieces) continue;
        const row = layer.shapes.rowAt(point.x, point.y, (layer.largestRadius(scale) + reach) / scale, (each) => layer.isShown(each));
        if (row >= 0) return [layer, row];
      }
      return null;
    },

    _click(event) {
      const found = this._rowAt(event);
      if (found) this._onChoose(...found, event.latlng);
    },

    _hover(event) {
      this._pointer = event;
      this._asked = this._asked || requestAnimationFrame(() => {
        this._asked = null;
        if (!this._map || !this._pointer) return;
        const isMoving = this._map.dragging && this._map.dragging.moving();
        this._map.getContainer().classList.toggle("is-over-row", !isMoving && this._rowAt(this._pointer) !== null);
      });
    },

    _leave() {
      this._pointer = null;
      if (this._map) this._map.getContainer().classList.remove("is-over-row");
    },
  });

  page.createCanvasLayer = (layers, onChoose, options) => new CanvasLayer(layers, onChoose, options);
  page.pointRadius = (spacing) => Math.max(RADIUS[0], Math.min(RADIUS[1], spacing / 3));
})();
