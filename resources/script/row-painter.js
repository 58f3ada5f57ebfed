// Draws the rows of one layer into a frame: the part of the world that the canvas shows. Lines and areas that have one sign,
// which is their colour and size, are drawn together; points are mixed as they come, or no class but the last would be seen
// where they are many, but larger ones lie under smaller ones.
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
  const FILL = 0.24; // opacity of areas of one colour, whose ground is seen
  const CLASS_FILL = 0.66; // of areas whose colour says something

  class Painter {
    constructor(pen, frame, paper, dots) {
      this.pen = pen;
      this.frame = frame;
      this.paper = paper;
      this.dots = dots;
      this.isBlank = true; // nothing is drawn yet
    }

    paint(layer) {
      if (!layer.shapes.pieces) return;
      if (layer.opacity < 1) this.paintThrough(layer);
      else this.paintCopies(layer);
    }

    // The layer as a whole shines through, not each of its rows.
    paintThrough(layer) {
      const canvas = document.createElement("canvas");
      canvas.width = this.frame.width;
      canvas.height = this.frame.height;
      new Painter(canvas.getContext("2d"), this.frame, this.paper, this.dots).paintCopies(layer);
      this.pen.globalAlpha = layer.opacity;
      this.pen.drawImage(canvas, 0, 0);
      this.pen.globalAlpha = 1;
      this.isBlank = false;
    }

    paintCopies(layer) {
      const { shapes } = layer;
      const [west, , east] = this.frame.box;
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

    brush(layer, sign) {
      const { unit } = this.frame;
      const radius = layer.radius(this.frame.scale, sign);
      return this.dots.brush(stampOf(radius * unit, (radius > CROWDED ? 1 : 0) * unit, sign.colour, this.paper, sign.marker));
    }

    paintDots(layer, found) {
      this.dots.clear();
      if (layer.codes) this.setSigned(layer, found);
      else this.setAlike(layer, found);
      this.lay();
    }

    // found: numbers of points, or null for all of them.
    setAlike(layer, found) {
      const { points } = layer.shapes;
      const { factor } = this.frame;
      const { shift, top, dots } = this;
      const brush = this.brush(layer, layer.signs[0]);
      const count = found ? found.length : layer.shapes.pieces;
      for (let i = 0; i < count; i += 1) {
        const at = 2 * (found ? found[i] : i);
        dots.add(points[at] * factor + shift, points[at + 1] * factor - top, brush);
      }
    }

    setSigned(layer, found) {
      const { codes, signs, shapes } = layer;
      const { factor } = this.frame;
      const { shift, top, dots } = this;
      const brushes = signs.map((sign) => this.brush(layer, sign));
      const radii = [...new Set(signs.map(({ radius }) => radius))];
      const tiers = signs.map(({ radius }) => radii.indexOf(radius));
      for (const pieces of this.sortBy(layer, found, tiers)) {
        dots.startOver();
        for (let i = 0; i < pieces.length; i += 1) {
          const at = 2 * shapes.startOf(pieces[i]);
          dots.add(shapes.points[at] * factor + shift, shapes.points[at + 1] * factor - top, brushes[codes[shapes.rowOf(pieces[i])]]);
        }
      }
    }

    // The pieces of each group, which keep their order; groups: the group of each code. Those of rows that the filter leaves out are in none.
    sortBy({ codes, shapes }, found, groups) {
      const last = Math.max(...groups) + 1;
      const groupOf = new Uint8Array(256).fill(last);
      groupOf.set(groups);
      const count = found ? found.length : shapes.pieces;
      const ends = new Uint32Array(last + 2);
      for (let i = 0; i < count; i += 1) ends[groupOf[codes[shapes.rowOf(found ? found[i] : i)]] + 1] += 1;
      for (let group = 0; group <= last; group += 1) ends[group + 1] += ends[group];
      const next = ends.slice();
      const sorted = new Uint32Array(count);
      for (let i = 0; i < count; i += 1) {
        const piece = found ? found[i] : i;
        const group = groupOf[codes[shapes.rowOf(piece)]];
        sorted[next[group]] = piece;
        next[group] += 1;
      }
      return Array.from({ length: last }, (_, group) => sorted.subarray(ends[group], ends[group + 1]));
    }

    // Areas first, then lines and outlines, then points: nothing of a row hides under its own layer.
    paintPieces(layer, found) {
      const { shapes } = layer;
      const pieces = found || Uint32Array.from({ length: shapes.pieces }, (_, i) => i);
      const points = pieces.filter((piece) => shapes.kinds[piece] === POINT);
      const others = pieces.filter((piece) => shapes.kinds[piece] !== POINT);
      const sorted = layer.codes ? this.sortBy(layer, others, layer.signs.map((_, code) => code)) : [others];
      const groups = sorted.map((group, code) => ({ colour: layer.signs[code].colour, ...this.partSpecks(shapes, group) }));
      const count = groups.reduce((sum, { shown }) => sum + shown.length, 0);
      this.isMany = count > MANY;
      for (const { colour, shown } of groups) this.fill(shapes, shown, colour, layer.hasClasses ? CLASS_FILL : FILL);
      for (const { colour, shown } of groups) this.stroke(shapes, shown, colour, layer.width);
      this.isBlank = this.isBlank && !count;
      if (!points.length && !groups.some(({ specks }) => specks.length)) return;
      this.dots.clear();
      for (const { colour, specks } of groups) this.setSpecks(shapes, specks, colour);
      if (points.length && layer.codes) this.setSigned(layer, points);
      else if (points.length) this.setFew(shapes, points, this.brush(layer, layer.signs[0]));
      this.lay();
    }

    // Those that are too small to see are dots.
    partSpecks(shapes, pieces) {
      const specks = [];
      const shown = pieces.filter((piece) => {
        if (!this.isSpeck(shapes, piece)) return true;
        specks.push(piece);
        return false;
      });
      return { shown, specks };
    }

    setSpecks(shapes, specks, colour) {
      if (specks.length) this.setFew(shapes, specks, this.dots.brush(stampOf(0.8 * this.frame.unit, 0, colour, this.paper)));
    }

    isSpeck({ boxes }, piece) {
      const at = 4 * piece;
      return Math.max(boxes[at + 2] - boxes[at], boxes[at + 3] - boxes[at + 1]) * this.frame.scale < 1;
    }

    setFew(shapes, pieces, brush) {
      const { points, starts } = shapes;
      this.dots.startOver();
      for (const piece of pieces) {
        const at = 2 * starts[piece];
        this.dots.add(points[at] * this.frame.factor + this.shift, points[at + 1] * this.frame.factor - this.top, brush);
      }
    }

    fill(shapes, pieces, colour, opacity) {
      const { pen } = this;
      pen.fillStyle = colour;
      pen.globalAlpha = opacity;
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

    stroke(shapes, pieces, colour, width) {
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
