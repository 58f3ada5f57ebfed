// One canvas for the rows of all layers: what is in view is drawn after each move, the old picture stretched meanwhile.
(function () {
  "use strict";

  const page = window.infromapPage;
  const RADIUS = [1.5, 4.5]; // of points, in pixels: the more there are, the smaller
  const [TOUCH_REACH, MOUSE_REACH] = [14, 5]; // pixels beside a point or line that still mean it

  const MOST_DRAWN = 10_000; // pieces of a layer in an SVG: more would make a file that nobody can open
  const LARGEST = 40_000_000; // pixels of the picture that stands for them

  const ViewCanvas = window.infromapViewCanvas;
  const CanvasLayer = ViewCanvas.extend({
    options: { className: "row-canvas" },

    // layers: the first is at the bottom. onChoose(layer, row, latlng) hears of clicks on rows.
    initialize(layers, onChoose, options) {
      ViewCanvas.prototype.initialize.call(this, options);
      this._rows = layers;
      this._onChoose = onChoose;
    },

    getEvents() {
      return { ...ViewCanvas.prototype.getEvents.call(this), click: this._click, mousemove: this._hover, mouseout: this._leave };
    },

    setLayers(layers) {
      this._rows = layers;
      this.redraw();
    },

    _destroyContainer() {
      this._leave();
      ViewCanvas.prototype._destroyContainer.call(this);
      this._dots = null;
    },

    _paint(pen, frame, isResized) {
      if (isResized || !this._dots) this._dots = page.dots.create(frame.width, frame.height);
      else pen.clearRect(0, 0, frame.width, frame.height);
      const paper = getComputedStyle(this._container).getPropertyValue("--paper").trim() || "#fff";
      const painter = page.createPainter(pen, frame, paper, this._dots);
      for (const layer of this._rows) if (layer.isVisible) painter.paint(layer);
    },

    // What the map shows, drawn at once with the pen of an SVG; unit: its pixels to a page pixel. A layer of very many
    // rows becomes one picture in it.
    paintView(pen, unit, paper) {
      const { min, max } = this._map.getPixelBounds();
      const frame = this._frame(this._map.getZoom(), unit, min, max);
      const painter = page.createPainter(pen, frame, paper, page.createSvgDots(frame));
      for (const layer of this._rows.filter((each) => each.isVisible && each.shapes.pieces)) {
        const found = layer.shapes.within(frame.box);
        const isFew = (found ? found.length : layer.shapes.pieces) <= MOST_DRAWN;
        if (isFew) pen.through(layer.opacity, () => painter.paintCopies(layer));
        else this._paintPicture(pen, layer, unit, paper);
      }
    },

    _paintPicture(pen, layer, unit, paper) {
      const { min, max } = this._map.getPixelBounds();
      const size = max.subtract(min);
      const frame = this._frame(this._map.getZoom(), Math.min(unit, Math.sqrt(LARGEST / (size.x * size.y))), min, max);
      const canvas = document.createElement("canvas");
      canvas.width = frame.width;
      canvas.height = frame.height;
      page.createPainter(canvas.getContext("2d"), frame, paper, page.dots.create(frame.width, frame.height)).paint(layer);
      pen.drawImage(canvas, 0, 0, size.x * unit, size.y * unit);
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
