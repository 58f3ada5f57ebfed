// Draws the rows of one layer into a frame: the part of the world that the canvas shows.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { stampOf } = page.dots;
  const POINT = 0;
  const LINE = 1;
  const OUTER = 2; // kinds of pieces: see layer-shapes.js
  const CROWDED = 2; // pixels: smaller dots have no rim
  const MANY = 2_000; // pieces in view: beyond it lines are drawn with fewer bends and plain joins
  const BATCH = 200; // pieces stroked at once: one path of all of them would take the square of their number
  const FILL = 0.24; // opacity of areas

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
      if (this.dots.layOn) {
        this.dots.layOn(this.pen);
      } else if (this.isBlank) {
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

  page.createPainter = (pen, frame, paper, dots) => new Painter(pen, frame, paper, dots);
})();
