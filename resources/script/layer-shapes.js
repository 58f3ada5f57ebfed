// The geometries of one layer in Web Mercator (0..1 is once round the world, y down), and what lies at a place.
(function () {
  "use strict";

  const page = window.infromapPage;
  const POINT = 0;
  const OUTER = 2; // kinds of pieces: point, line, outer ring, hole

  function mercatorY(lat) {
    const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }

  function latLng(x, y) {
    return L.latLng((Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, (x - 0.5) * 360);
  }

  function addUp(steps) {
    for (let i = 1; i < steps.length; i += 1) steps[i] += steps[i - 1];
    return steps;
  }

  function toMercator(steps, decimals) {
    const scale = 10 ** decimals;
    const points = new Float64Array(steps.length);
    let x = 0;
    let y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      points[i] = x / scale / 360 + 0.5;
      points[i + 1] = mercatorY(y / scale);
    }
    return points;
  }

  function boxAround(boxes, stride, from, to) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = from * stride; at < to * stride; at += stride) {
      box[0] = Math.min(box[0], boxes[at]);
      box[1] = Math.min(box[1], boxes[at + 1]);
      box[2] = Math.max(box[2], boxes[at + stride - 2]);
      box[3] = Math.max(box[3], boxes[at + stride - 1]);
    }
    return box;
  }

  class Shapes {
    constructor(header) {
      const { unpackIntegers, takeLines } = page.columns;
      const { form, pieces, points, decimals, text } = header;
      const lines = takeLines(text);
      this.areDots = form === "points"; // piece, point and row are one number
      this.pieces = pieces;
      this.points = toMercator(unpackIntegers(lines.pop() || "", 2 * points), decimals);
      if (!this.areDots) this.cut(addUp(unpackIntegers(lines[0] || "", pieces)), unpackIntegers(lines[1] || "", pieces));
      this.stride = this.areDots ? 2 : 4;
      this.boxes = this.areDots ? this.points : this.pieceBoxes();
      this.box = boxAround(this.boxes, this.stride, 0, pieces);
    }

    cut(rows, sizes) {
      this.rows = rows;
      this.kinds = Uint8Array.from(sizes, (size) => size & 3);
      this.starts = new Uint32Array(sizes.length + 1);
      for (let i = 0; i < sizes.length; i += 1) this.starts[i + 1] = this.starts[i] + (sizes[i] >> 2);
    }

    pieceBoxes() {
      const boxes = new Float64Array(4 * this.pieces);
      for (let i = 0; i < this.pieces; i += 1) boxes.set(boxAround(this.points, 2, this.starts[i], this.starts[i + 1]), 4 * i);
      return boxes;
    }

    // The pieces that meet a box, lines and areas in the order of the rows; null for all of them.
    within(box) {
      const own = this.box;
      if (box[0] <= own[0] && box[1] <= own[1] && box[2] >= own[2] && box[3] >= own[3]) return null;
      const found = this.search(box);
      return this.areDots ? found : found.sort();
    }

    search(box) {
      this.index = this.index || page.createIndex(this.boxes, this.stride, this.box);
      return this.index.search(box);
    }

    rowOf(piece) {
      return this.areDots ? piece : this.rows[piece];
    }

    kindOf(piece) {
      return this.areDots ? POINT : this.kinds[piece];
    }

    startOf(piece) {
      return this.areDots ? piece : this.starts[piece];
    }

    // The first piece of a row and the one behind its last; the rows of pieces rise.
    piecesOf(row) {
      if (this.areDots) return [row, row + 1];
      return [this.firstFrom(row), this.firstFrom(row + 1)];
    }

    firstFrom(row) {
      let low = 0;
      let high = this.pieces;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.rows[middle] < row) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    // The box of a row as Leaflet's bounds; null where it has no place.
    bounds(row) {
      const [from, to] = this.piecesOf(row);
      if (from === to) return null;
      const [west, north, east, south] = boxAround(this.boxes, this.stride, from, to);
      return L.latLngBounds(latLng(west, south), latLng(east, north));
    }

    // The pieces of a row as arrays of latlngs, each with its kind; a hole belongs to the outer ring before it.
    latLngs(row) {
      const [from, to] = this.piecesOf(row);
      const pieces = [];
      for (let piece = from; piece < to; piece += 1) {
        const latlngs = [];
        const start = this.startOf(piece);
        const end = this.areDots ? start + 1 : this.starts[piece + 1];
        for (let i = start; i < end; i += 1) latlngs.push(latLng(this.points[2 * i], this.points[2 * i + 1]));
        pieces.push({ kind: this.kindOf(piece), latlngs });
      }
      return pieces;
    }

    // Where the name of a piece stands, and how large the piece is (in Web Mercator).
    labelPlace(piece) {
      const { points } = this;
      const kind = this.kindOf(piece);
      const start = this.startOf(piece);
      if (kind === POINT) return { isPoint: true, latlng: latLng(points[2 * start], points[2 * start + 1]), size: 0 };
      const [west, north, east, south] = this.boxes.subarray(4 * piece, 4 * piece + 4);
      const middle = Math.floor((start + this.starts[piece + 1]) / 2);
      const latlng = kind >= OUTER ? latLng((west + east) / 2, (north + south) / 2) : latLng(points[2 * middle], points[2 * middle + 1]);
      return { isPoint: false, latlng, size: Math.max(east - west, south - north) };
    }

    // The row at a place, or -1: the nearest point or line within reach, else the topmost area around it.
    // The world may have been gone round: x is looked for in each copy of it. Rows that are not shown are nowhere.
    rowAt(x, y, reach, isShown = () => true) {
      let best = -1;
      let nearest = reach;
      let area = -1;
      for (let copy = Math.ceil(this.box[0] - reach - x); x + copy <= this.box[2] + reach; copy += 1) {
        const at = x + copy;
        for (const piece of this.search([at - reach, y - reach, at + reach, y + reach])) {
          if (!isShown(this.rowOf(piece))) continue;
          const distance = this.distance(piece, at, y);
          if (distance < nearest || (distance === nearest && piece > best)) [best, nearest] = [piece, distance];
          if (this.kindOf(piece) === OUTER && piece > area && this.isInside(piece, at, y)) area = piece;
        }
      }
      const piece = best >= 0 ? best : area;
      return piece >= 0 ? this.rowOf(piece) : -1;
    }

    distance(piece, x, y) {
      const { points } = this;
      const start = this.startOf(piece);
      if (this.kindOf(piece) === POINT) return Math.hypot(points[2 * start] - x, points[2 * start + 1] - y);
      const end = this.starts[piece + 1];
      const isRing = this.kinds[piece] >= OUTER;
      let least = end - start === 1 ? Math.hypot(points[2 * start] - x, points[2 * start + 1] - y) : Infinity;
      for (let i = isRing ? start : start + 1; i < end; i += 1) {
        const before = 2 * (i === start ? end - 1 : i - 1);
        const [ax, ay] = [points[before], points[before + 1]];
        const [dx, dy] = [points[2 * i] - ax, points[2 * i + 1] - ay];
        const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
        least = Math.min(least, Math.hypot(ax + along * dx - x, ay + along * dy - y));
      }
      return least;
    }

    isInside(outer, x, y) {
      if (!this.isInRing(outer, x, y)) return false;
      for (let hole = outer + 1; hole < this.pieces && this.kinds[hole] === OUTER + 1; hole += 1) {
        if (this.isInRing(hole, x, y)) return false;
      }
      return true;
    }

    isInRing(piece, x, y) {
      const { points } = this;
      const [start, end] = [this.starts[piece], this.starts[piece + 1]];
      let isIn = false;
      for (let i = start, before = end - 1; i < end; before = i, i += 1) {
        const [ax, ay, bx, by] = [points[2 * before], points[2 * before + 1], points[2 * i], points[2 * i + 1]];
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
      }
      return isIn;
    }
  }

  page.createShapes = (header) => new Shapes(header);
})();
