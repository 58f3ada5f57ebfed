// A canvas over what the map shows and a rim around it. It is painted after each move, and in a drag that leaves the
// rim; its old picture is moved and stretched meanwhile.
(function () {
  "use strict";

  window.infromapViewCanvas = L.Renderer.extend({
    options: { padding: 0.15, isPaintedInDrag: false, className: "" }, // padding: of the view, on each side

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._followDrag };
    },

    redraw() {
      this._painted = null;
      if (this._map) this._update();
    },

    _initContainer() {
      this._container = L.DomUtil.create("canvas", this.options.className);
      this._container.setAttribute("aria-hidden", "true");
    },

    _destroyContainer() {
      this._container.remove();
      this._container = null;
      this._painted = null;
    },

    _update() {
      const map = this._map;
      if (map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const unit = Math.max(1, window.devicePixelRatio || 1);
      const view = [this._zoom, this._center.lat, this._center.lng, this._bounds.min, size, unit].join();
      if (this._painted === view) return; // Leaflet tells of one zoom twice
      this._painted = view;
      const canvas = this._container;
      const [width, height] = [Math.round(size.x * unit), Math.round(size.y * unit)];
      const isResized = canvas.width !== width || canvas.height !== height;
      if (isResized) Object.assign(canvas, { width, height });
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      const corner = map.getPixelOrigin().add(this._bounds.min);
      this._paint(canvas.getContext("2d"), this._frame(this._zoom, unit, corner, corner.add(size)), isResized);
      this.fire("update");
    },

    _followDrag() {
      const { min, max } = this._map.getPixelBounds();
      const origin = this._map.getPixelOrigin();
      const isInside = this._bounds.contains(L.bounds(min.subtract(origin), max.subtract(origin)));
      if (this.options.isPaintedInDrag && !isInside && this._map.getZoom() === this._zoom) this._update();
    },

    // The part of the world between two corners in page pixels, drawn with so many pixels (unit) to each of them.
    _frame(zoom, unit, corner, end) {
      const scale = this._map.options.crs.scale(zoom);
      return {
        zoom,
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
  });
})();
