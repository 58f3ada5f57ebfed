// The base map: packed lines become a Leaflet grid layer of canvas tiles.
// Land, sea, lakes, rivers and borders; names are drawn by labels.js.
(function () {
  "use strict";

  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const GRID = 1000; // packed units to the degree
  const OVERSAMPLE = 1.5; // half zooms stretch tiles: draw them finer

  const themes = {
    light: {
      sea: "#dbe6ea", land: "#f1eee6", focus: "#fdfcf8", lake: "#cfe0e8", river: "#b9d2de", coast: "#b4c6cd",
      project: "#22262b", border: "#a79f90", casing: "rgba(167,159,144,0.18)", town: "#5d5a54", halo: "rgba(253,252,248,0.9)",
      country: "#8d8676", water: "#6f97a8",
    },
    dark: {
      sea: "#15202a", land: "#232a2f", focus: "#2b343a", lake: "#1a2a36", river: "#24404f", coast: "#37464f",
      project: "#f3f5f6", border: "#6d7478", casing: "rgba(130,140,145,0.12)", town: "#b9bfc2", halo: "rgba(30,37,42,0.9)",
      country: "#8f989d", water: "#5f8ba0",
    },
  };

  const values = new Int8Array(128);
  for (let i = 0; i < ALPHABET.length; i += 1) values[ALPHABET.charCodeAt(i)] = i;

  // Returns Web Mercator coordinates (0..1, y down) of a packed line and its box.
  function unpack(text) {
    const numbers = [];
    let value = 0;
    let shift = 0;
    for (let i = 0; i < text.length; i += 1) {
      const bits = values[text.charCodeAt(i)];
      value |= (bits & 31) << shift;
      shift += 5;
      if (bits < 32) {
        numbers.push(value & 1 ? -((value + 1) >> 1) : value >> 1);
        value = 0;
        shift = 0;
      }
    }
    const points = new Float64Array(numbers.length);
    let x = 0;
    let y = 0;
    for (let i = 0; i < numbers.length; i += 2) {
      x += numbers[i];
      y += numbers[i + 1];
      points[i] = mercatorX(x / GRID);
      points[i + 1] = mercatorY(y / GRID);
    }
    return { points, box: boxOf(points) };
  }

  function mercatorX(lon) {
    return lon / 360 + 0.5;
  }

  function mercatorY(lat) {
    const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }

  function boxOf(points) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < points.length; i += 2) {
      box[0] = Math.min(box[0], points[i]);
      box[1] = Math.min(box[1], points[i + 1]);
      box[2] = Math.max(box[2], points[i]);
      box[3] = Math.max(box[3], points[i + 1]);
    }
    return box;
  }

  function joinBoxes(boxes) {
    return boxes.reduce(
      (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
      [Infinity, Infinity, -Infinity, -Infinity],
    );
  }

  function decode(data) {
    const arcs = data.arcs.map(unpack);
    return {
      arcs,
      countries: data.countries.map(([code, rings]) => ({
        code,
        rings,
        box: joinBoxes(rings.flatMap((ring) => ring.map((i) => arcs[i < 0 ? ~i : i].box))),
      })),
      borders: data.borders.map(([index, isDashed]) => ({ line: arcs[index], isDashed: isDashed === 1 })),
      lakes: data.lakes.map(unpack),
      rivers: data.rivers.map(([rank, text]) => ({ rank, line: unpack(text) })),
    };
  }

  // Draws the part of the world that one tile shows.
  class TilePainter {
    constructor(world, theme, focus) {
      this.world = world;
      this.theme = theme;
      this.focus = focus;
    }

    paint(canvas, coords, size) {
      const scale = 2 ** coords.z;
      const pen = canvas.getContext("2d");
      const pixels = canvas.width;
      this.pen = pen;
      this.zoom = coords.z;
      this.unit = pixels / size; // device pixels to a page pixel
      this.factor = scale * pixels;
      this.dx = coords.x * pixels;
      this.dy = coords.y * pixels;
      const pad = 4 / (size * scale);
      this.box = [
        coords.x / scale - pad, coords.y / scale - pad, (coords.x + 1) / scale + pad, (coords.y + 1) / scale + pad,
      ];
      pen.fillStyle = this.theme.sea;
      pen.fillRect(0, 0, pixels, pixels);
      pen.lineJoin = "round";
      pen.lineCap = "round";
      this.paintLand();
      this.paintWater();
      this.paintBorders();
    }

    isVisible(box) {
      const own = this.box;
      return box[0] <= own[2] && box[2] >= own[0] && box[1] <= own[3] && box[3] >= own[1];
    }

    paintLand() {
      const seen = this.world.countries.filter((country) => this.isVisible(country.box));
      for (const isFocus of [false, true]) {
        this.pen.beginPath();
        for (const country of seen) {
          if ((country.code === this.focus) === isFocus) country.rings.forEach((ring) => this.traceRing(ring));
        }
        this.pen.fillStyle = isFocus ? this.theme.focus : this.theme.land;
        this.pen.fill("evenodd");
        // A hairline in the same colour closes the gap that smoothing leaves between neighbours.
        this.stroke(isFocus ? this.theme.focus : this.theme.land, 0.5);
      }
    }

    paintWater() {
      const pen = this.pen;
      pen.beginPath();
      for (const river of this.world.rivers) {
        if (river.rank <= this.zoom + 1 && this.isVisible(river.line.box)) this.trace(river.line.points, false, true);
      }
      this.stroke(this.theme.river, this.zoom < 6 ? 0.8 : 1.3);
      pen.beginPath();
      for (const lake of this.world.lakes) {
        if (this.isVisible(lake.box)) this.trace(lake.points, false, true);
      }
      pen.fillStyle = this.theme.lake;
      pen.fill();
      this.stroke(this.theme.coast, 0.6);
    }

    paintBorders() {
      for (const isDashed of [false, true]) {
        this.pen.beginPath();
        for (const border of this.world.borders) {
          if (border.isDashed === isDashed && this.isVisible(border.line.box)) {
            this.trace(border.line.points, false, true);
          }
        }
        this.pen.setLineDash(isDashed ? [4 * this.unit, 3 * this.unit] : []);
        if (!isDashed) this.stroke(this.theme.casing, 5);
        this.stroke(this.theme.border, this.zoom < 5 ? 0.8 : 1.1);
        this.pen.setLineDash([]);
      }
    }

    stroke(colour, width) {
      this.pen.strokeStyle = colour;
      this.pen.lineWidth = width * this.unit;
      this.pen.stroke();
    }

    traceRing(ring) {
      ring.forEach((index, position) => {
        const isReversed = index < 0;
        this.trace(this.world.arcs[isReversed ? ~index : index].points, isReversed, position === 0);
      });
      this.pen.closePath();
    }

    trace(points, isReversed, isNew) {
      const pen = this.pen;
      const last = points.length - 2;
      let isFirst = isNew;
      let px = NaN;
      let py = NaN;
      for (let i = 0; i <= last; i += 2) {
        const at = isReversed ? last - i : i;
        const x = points[at] * this.factor - this.dx;
        const y = points[at + 1] * this.factor - this.dy;
        if (isFirst) {
          pen.moveTo(x, y);
          isFirst = false;
        } else if (i === last || !(Math.abs(x - px) + Math.abs(y - py) < 0.7)) {
          pen.lineTo(x, y);
        } else {
          continue; // not half a pixel farther
        }
        px = x;
        py = y;
      }
    }
  }

  const Basemap = L.GridLayer.extend({
    initialize(data, options) {
      L.setOptions(this, { ...options, keepBuffer: 3, updateWhenZooming: false, noWrap: false });
      this._painter = new TilePainter(decode(data), themes[options.theme], options.focus);
    },

    createTile(coords) {
      const tile = document.createElement("canvas");
      const size = this.getTileSize().x;
      const pixels = Math.round(size * Math.max(1, window.devicePixelRatio || 1) * OVERSAMPLE);
      tile.width = pixels;
      tile.height = pixels;
      this._painter.paint(tile, coords, size);
      return tile;
    },

    setTheme(name) {
      this._painter.theme = themes[name];
      // In place and at once: a print that begins now already has the other colours.
      for (const { el, coords } of Object.values(this._tiles)) this._painter.paint(el, this._wrapCoords(coords), this.getTileSize().x);
    },
  });

  window.infromapBasemap = { layer: (data, options) => new Basemap(data, options), themes };
})();
