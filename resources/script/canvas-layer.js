// One canvas for the rows of all layers: what is in view is drawn after each move, the old picture stretched meanwhile.
(function () {
  "use strict";

  const page = window.infromapPage;
  const PADDING = 0.15; // of the view, drawn beyond its edge so that a drag shows no bare rim
  const POINT = 0;
  const LINE = 1;
  const OUTER = 2; // kinds of pieces: see layer-shapes.js
  const RADIUS = [1.5, 4.5]; // of points, in pixels: the more there are, the smaller
  const CROWDED = 2; // pixels: smaller ones have no rim
  const MANY = 2_000; // pieces in view: beyond it lines are drawn with fewer bends and plain joins
  const BATCH = 200; // pieces stroked at once: one path of all of them would take the square of their number
  const FILL = 0.24; // opacity of areas
  const [TOUCH_REACH, MOUSE_REACH] = [14, 5]; // pixels beside a point or line that still mean it

  // Lays one colour over another, both with alpha, as ImageData has them.
  function blend(below, above) {
    const alpha = above >>> 24;
    const seen = alpha + ((below >>> 24) * (255 - alpha)) / 255;
    const share = alpha / seen;
    const rest = 1 - share;
    const blue = ((above >>> 16) & 255) * share + ((below >>> 16) & 255) * rest;
    const green = ((above >>> 8) & 255) * share + ((below >>> 8) & 255) * rest;
    const red = (above & 255) * share + (below & 255) * rest;
    return ((seen << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  }

  // A dot as pixels, drawn once: a disc, with a rim around it that parts it from its neighbours.
  function stampOf(radius, rim, colour, paper) {
    const half = Math.ceil(radius + rim);
    const size = 2 * half + 1;
    const canvas = document.createElement("canvas");
    canvas.width = size;
    canvas.height = size;
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    for (const [fill, reach, alpha] of [[paper, radius + rim, 0.85], [colour, radius, 1]]) {
      pen.globalAlpha = alpha;
      pen.fillStyle = fill;
      pen.beginPath();
      pen.arc(half + 0.5, half + 0.5, reach, 0, 2 * Math.PI);
      pen.fill();
    }
    return { half, size, pixels: new Uint32Array(pen.getImageData(0, 0, size, size).data.buffer) };
  }

  // Sets dots straight into pixels; of those on one pixel only the first is drawn.
  class Dots {
    constructor(width, height) {
      this.width = width;
      this.height = height;
      this.picture = new ImageData(width, height);
      this.pixels = new Uint32Array(this.picture.data.buffer);
      this.taken = new Uint8Array(width * height);
    }

    clear() {
      this.pixels.fill(0);
      this.taken.fill(0);
    }

    use({ half, size, pixels }) {
      const places = Int32Array.from(pixels, (_, i) => (Math.floor(i / size) - half) * this.width + (i % size) - half);
      const isSolid = (_, i) => pixels[i] >>> 24 === 255;
      const isRim = (_, i) => pixels[i] !== 0 && !isSolid(_, i);
      this.half = half;
      this.colour = pixels[half * size + half];
      this.solid = places.filter(isSolid);
      this.rim = places.filter(isRim);
      this.rimColours = pixels.filter(isRim);
      this.taken.fill(0);
    }

    add(x, y) {
      const { half, width, pixels, rim, rimColours, solid, colour } = this;
      const px = Math.floor(x);
      const py = Math.floor(y);
      if (!(px >= half && py >= half && px < width - half && py < this.height - half)) return;
      const middle = py * width + px;
      if (this.taken[middle] === 1) return;
      this.taken[middle] = 1;
      for (let i = 0; i < rim.length; i += 1) {
        const place = middle + rim[i];
        pixels[place] = pixels[place] === 0 ? rimColours[i] : blend(pixels[place], rimColours[i]);
      }
      for (let i = 0; i < solid.length; i += 1) pixels[middle + solid[i]] = colour;
    }
  }

  // Draws one layer into a frame: the part of the world that the canvas shows.
  class Painter {
    constructor(pen, frame, paper, dots) {
      this.pen = pen;
      this.frame = frame;
      this.paper = paper;
      this.dots = dots;
      this.isBlank = true; // nothing is drawn yet
    }

    paint(layer) {
      const { shapes } = layer;
      const [west, , east] = this.frame.box;
      if (!shapes.pieces) return;
      for (let copy = Math.ceil(west - shapes.box[2]); shapes.box[0] + copy <= east; copy += 1) this.paintCopy(layer, copy);
    }

    paintCopy(layer, copy) {
      const { box, factor, left, top } = this.frame;
      const found = layer.shapes.within([box[0] - copy, box[1], box[2] - copy, box[3]]);
      this.shift = copy * factor - left;
      this.top = top;
      if (layer.shapes.areDots) this.paintDots(layer, found);
      else this.paintPieces(layer, found);
    }

    stamp(layer) {
      const { unit } = this.frame;
      const radius = layer.radius(this.frame.scale);
      return stampOf(radius * unit, (radius > CROWDED ? 1 : 0) * unit, layer.colour, this.paper);
    }

    paintDots(layer, found) {
      const { points } = layer.shapes;
      const { factor } = this.frame;
      const { shift, top } = this;
      this.dots.clear();
      this.dots.use(this.stamp(layer));
      const count = found ? found.length : layer.shapes.pieces;
      for (let i = 0; i < count; i += 1) {
        const at = 2 * (found ? found[i] : i);
        this.dots.add(points[at] * factor + shift, points[at + 1] * factor - top);
      }
      this.lay();
    }

    // Areas first, then lines and outlines, then points: nothing of a row hides under its own layer.
    paintPieces(layer, found) {
      const { shapes } = layer;
      const pieces = found || Uint32Array.from({ length: shapes.pieces }, (_, i) => i);
      const specks = [];
      const shown = pieces.filter((piece) => {
        if (shapes.kinds[piece] === POINT) return false;
        if (!this.isSpeck(shapes, piece)) return true;
        specks.push(piece);
        return false;
      });
      this.isMany = shown.length > MANY;
      this.fill(layer, shown);
      this.stroke(layer, shown);
      const points = pieces.filter((piece) => shapes.kinds[piece] === POINT);
      this.isBlank = this.isBlank && !shown.length;
      if (!specks.length && !points.length) return;
      this.dots.clear();
      this.set(shapes, specks, stampOf(0.8 * this.frame.unit, 0, layer.colour, this.paper));
      this.set(shapes, points, this.stamp(layer));
      this.lay();
    }

    isSpeck({ boxes }, piece) {
      const at = 4 * piece;
      return Math.max(boxes[at + 2] - boxes[at], boxes[at + 3] - boxes[at + 1]) * this.frame.scale < 1;
    }

    set(shapes, pieces, stamp) {
      const { points, starts } = shapes;
      this.dots.use(stamp);
      for (const piece of pieces) {
        const at = 2 * starts[piece];
        this.dots.add(points[at] * this.frame.factor + this.shift, points[at + 1] * this.frame.factor - this.top);
      }
    }

    fill({ shapes, colour }, pieces) {
      const { pen } = this;
      pen.fillStyle = colour;
      pen.globalAlpha = FILL;
      let isOpen = false;
      for (const piece of pieces) {
        if (shapes.kinds[piece] <= LINE) continue;
        if (shapes.kinds[piece] === OUTER) {
          if (isOpen) pen.fill("evenodd");
          pen.beginPath();
          isOpen = true;
        }
        this.trace(shapes, piece);
      }
      if (isOpen) pen.fill("evenodd");
      pen.globalAlpha = 1;
    }

    stroke({ shapes, colour, width }, pieces) {
      const { pen } = this;
      pen.strokeStyle = colour;
      pen.lineWidth = width * this.frame.unit;
      pen.lineJoin = this.isMany ? "bevel" : "round";
      pen.lineCap = this.isMany ? "butt" : "round";
      for (let first = 0; first < pieces.length; first += BATCH) {
        pen.beginPath();
        for (const piece of pieces.subarray(first, first + BATCH)) this.trace(shapes, piece);
        pen.stroke();
      }
    }

    trace(shapes, piece) {
      const { pen, shift, top } = this;
      const { factor } = this.frame;
      const { points, starts } = shapes;
      const last = starts[piece + 1] - 1;
      const least = this.isMany ? 2 : 0.8; // pixels from bend to bend
      let [px, py] = [NaN, NaN];
      for (let i = starts[piece]; i <= last; i += 1) {
        const x = points[2 * i] * factor + shift;
        const y = points[2 * i + 1] * factor - top;
        if (Number.isNaN(px)) pen.moveTo(x, y);
        else if (i < last && Math.abs(x - px) + Math.abs(y - py) < least) continue;
        else pen.lineTo(x, y);
        [px, py] = [x, y];
      }
      if (shapes.kinds[piece] >= OUTER) pen.closePath();
    }

    // Lays the dots over what is drawn.
    lay() {
      if (this.isBlank) {
        this.pen.putImageData(this.dots.picture, 0, 0);
      } else {
        const canvas = document.createElement("canvas");
        canvas.width = this.frame.width;
        canvas.height = this.frame.height;
        canvas.getContext("2d").putImageData(this.dots.picture, 0, 0);
        this.pen.drawImage(canvas, 0, 0);
      }
      this.isBlank = false;
    }
  }

  const CanvasLayer = L.Renderer.extend({
    options: { padding: PADDING },

    // onChoose(layer, row, latlng) hears of clicks on rows.
    initialize(layers, onChoose, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._rows = layers;
      this._onChoose = onChoose;
    },

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), click: this._click, mousemove: this._hover, mouseout: this._leave };
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
        this._dots = new Dots(width, height);
      }
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      const paper = getComputedStyle(canvas).getPropertyValue("--paper").trim() || "#fff";
      const painter = new Painter(pen, this._frame(unit), paper, this._dots);
      for (const layer of this._rows) if (layer.isVisible) painter.paint(layer);
      this.fire("update");
    },

    _frame(unit) {
      const scale = this._map.options.crs.scale(this._zoom);
      const corner = this._map.getPixelOrigin().add(this._bounds.min);
      const end = corner.add(this._bounds.getSize());
      return {
        scale,
        unit,
        factor: scale * unit,
        left: corner.x * unit,
        top: corner.y * unit,
        width: this._container.width,
        height: this._container.height,
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
        const row = layer.shapes.rowAt(point.x, point.y, (layer.radius(scale) + reach) / scale);
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
