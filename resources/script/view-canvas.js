// A canvas over what the map shows and a rim around it. It is painted after each move; its old picture is moved and
// stretched meanwhile. The ground is never bare: it is painted in a drag that leaves the rim, and before a zoom that shows more.
(function () {
  "use strict";

  window.infromapViewCanvas = L.Renderer.extend({
    options: { padding: 0.15, isGround: false, className: "" }, // padding: of the view, on each side

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
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this._paintFrom(map.getPixelOrigin().add(this._bounds.min), size, unit);
      this.fire("update");
    },

    _paintFrom(corner, size, unit) {
      const canvas = this._container;
      const [width, height] = [Math.round(size.x * unit), Math.round(size.y * unit)];
      const isResized = canvas.width !== width || canvas.height !== height;
      if (isResized) Object.assign(canvas, { width, height });
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
      this._paint(canvas.getContext("2d"), this._frame(this._zoom, unit, corner, corner.add(size)), isResized);
    },

    _onAnimZoom({ center, zoom }) {
      if (this.options.isGround && zoom < this._zoom) this._paintAhead(center, zoom);
      this._updateTransform(center, zoom);
    },

    // What the map will show, as large as it is now: from there it shrinks to its size.
    _paintAhead(center, zoom) {
      const map = this._map;
      const size = this._bounds.getSize();
      Object.assign(this, { _center: center, _zoom: zoom, _painted: null });
      this._paintFrom(map.project(center, zoom).subtract(size.divideBy(2)), size, Math.max(1, window.devicePixelRatio || 1));
      const { style } = this._container;
      style.transition = "none";
      this._updateTransform(map.getCenter(), map.getZoom());
      this._container.getBoundingClientRect(); // a style that nobody has asked for does not count
      style.transition = "";
    },

    _followDrag() {
      const { min, max } = this._map.getPixelBounds();
      const origin = this._map.getPixelOrigin();
      const isInside = this._bounds.contains(L.bounds(min.subtract(origin), max.subtract(origin)));
      if (this.options.isGround && !isInside && this._map.getZoom() === this._zoom) this._update();
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
