// The base map: packed lines become a Leaflet layer of one canvas.
// Land, sea, lakes, rivers and borders; names are drawn by labels.js.
(function () {
  "use strict";

  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const GRID = 1000; // packed units to the degree
  const COPIES = [-1, 0, 1]; // what crosses 180 degrees is drawn at both ends of the world

  // Names keep a contrast of 4.5 to 1 with land, sea and the country in focus (tests/page/test_theme.py).
  const themes = {
    light: {
      sea: "#d9e5ea", land: "#f0ede5", focus: "#fdfcf8", lake: "#cbdde6", river: "#a9c8d8", coast: "#a9bec7",
      border: "#a0988a", casing: "rgba(160,152,138,0.16)", graticule: "rgba(70,90,100,0.22)", shore: "#b3a88f",
      project: "#1d2125", town: "#55524c", country: "#625c4e", water: "#3b6579", halo: "rgba(253,252,248,0.92)",
    },
    dark: {
      sea: "#131c25", land: "#22292e", focus: "#2c353b", lake: "#182833", river: "#30566a", coast: "#3d4d57",
      border: "#767d81", casing: "rgba(140,150,155,0.12)", graticule: "rgba(170,190,200,0.2)", shore: "#6b675c",
      project: "#f3f5f6", town: "#c0c6c9", country: "#a4adb2", water: "#8ab4c8", halo: "rgba(26,32,37,0.92)",
    },
  };

  const values = new Int8Array(128);
  for (let i = 0; i < ALPHABET.length; i += 1) values[ALPHABET.charCodeAt(i)] = i;

  // Returns Web Mercator coordinates (0..1 and beyond 180 degrees more, y down) of a packed line and its box.
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

  function longitude(x) {
    return (x - 0.5) * 360;
  }

  function latitude(y) {
    return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
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

  // A ring of arcs as one line: each arc is moved by whole turns to where the one before ends.
  function joinRing(numbers, arcs) {
    const parts = numbers.map((number) => {
      const points = arcs[number < 0 ? ~number : number].points;
      return number < 0 ? reversed(points) : points;
    });
    const ring = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
    let filled = 0;
    for (const part of parts) {
      const shift = filled ? Math.round(ring[filled - 2] - part[0]) : 0;
      for (let i = 0; i < part.length; i += 2) {
        ring[filled + i] = part[i] + shift;
        ring[filled + i + 1] = part[i + 1];
      }
      filled += part.length;
    }
    return { points: ring, box: boxOf(ring) };
  }

  function reversed(points) {
    const result = new Float64Array(points.length);
    for (let i = 0; i < points.length; i += 2) {
      result[points.length - i - 2] = points[i];
      result[points.length - i - 1] = points[i + 1];
    }
    return result;
  }

  function decode(data) {
    const arcs = data.arcs.map(unpack);
    const inland = new Set(data.borders.map(([index]) => index));
    return {
      countries: data.countries.map(([code, numbers]) => {
        const rings = numbers.map((ring) => joinRing(ring, arcs));
        return { code, rings, box: joinBoxes(rings.map((ring) => ring.box)) };
      }),
      coasts: arcs.filter((_, index) => !inland.has(index)).flatMap(withoutSeam),
      borders: data.borders.filter(([, isDashed]) => !isDashed).map(([index]) => arcs[index]),
      disputed: data.borders.filter(([, isDashed]) => isDashed).map(([index]) => arcs[index]),
      lakes: data.lakes.map(unpack),
      shores: data.shores.map(unpack),
      rivers: data.rivers.map(([rank, text]) => ({ rank, ...unpack(text) })),
    };
  }

  // The parts of a coast that are no cut along 180 degrees.
  function withoutSeam({ points }) {
    const isSeam = (i) => Math.abs(points[i] % 1) < 1e-9 && Math.abs(points[i + 2] % 1) < 1e-9;
    const parts = [];
    let start = 0;
    for (let i = 0; i < points.length - 2; i += 2) {
      if (!isSeam(i)) continue;
      parts.push(points.subarray(start, i + 2));
      start = i + 2;
    }
    parts.push(points.subarray(start));
    return parts.filter((part) => part.length > 2).map((part) => ({ points: part, box: boxOf(part) }));
  }

  function isInBox(x, y, box) {
    return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
  }

  function isInside(x, y, { points, box }) {
    if (!isInBox(x, y, box)) return false;
    let isIn = false;
    for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [points[i], points[i + 1], points[j], points[j + 1]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
    }
    return isIn;
  }

  // Degrees between the lines of latitude and longitude at a zoom.
  function graticuleStep(zoom) {
    return [30, 30, 30, 20, 10, 5, 5, 2, 1, 0.5, 0.5, 0.2, 0.1][Math.max(0, Math.min(12, Math.round(zoom)))];
  }

  // Draws a part of the world.
  class Painter {
    constructor(world, theme, focus) {
      this.world = world;
      this.theme = theme;
      this.focus = focus;
      this.hasGraticule = false;
    }

    // frame: of a ViewCanvas.
    paint(pen, frame) {
      const { factor, left, top, width, height } = frame;
      const pad = (4 * frame.unit) / factor;
      const [west, north, east, south] = frame.box;
      Object.assign(this, { pen, frame, zoom: Math.round(frame.zoom), unit: frame.unit, factor, dx: left, dy: top });
      this.box = [west - pad, north - pad, east + pad, south + pad];
      this.copies = [];
      const [first, last] = [Math.floor(this.box[0]) - 1, Math.floor(this.box[2]) + 1]; // rings across 180 degrees lie partly beyond
      for (let shift = first; shift <= last; shift += 1) this.copies.push(shift);
      pen.fillStyle = this.theme.sea;
      pen.fillRect(0, 0, width, height);
      pen.lineJoin = "round";
      pen.lineCap = "round";
      this.paintLand();
      this.paintWater();
      this.paintBorders();
      if (this.hasGraticule) this.paintGraticule();
    }

    isVisible(box, shift) {
      const own = this.box;
      return box[0] + shift <= own[2] && box[2] + shift >= own[0] && box[1] <= own[3] && box[3] >= own[1];
    }

    paintLand() {
      for (const isFocus of [false, true]) {
        const seen = this.world.countries.filter(({ code }) => (code === this.focus) === isFocus);
        this.begin(seen.flatMap((country) => country.rings), true);
        this.pen.fillStyle = isFocus ? this.theme.focus : this.theme.land;
        this.pen.fill("evenodd");
        // A hairline in the same colour closes the gap that smoothing leaves between neighbours.
        this.stroke(isFocus ? this.theme.focus : this.theme.land, 0.5);
      }
      this.begin(this.world.coasts);
      this.stroke(this.theme.coast, this.zoom < 4 ? 0.4 : 0.7);
    }

    paintWater() {
      this.begin(this.world.rivers.filter((river) => river.rank <= this.zoom + 1));
      this.stroke(this.theme.river, this.zoom < 6 ? 0.8 : 1.3);
      this.begin(this.world.lakes, true);
      this.pen.fillStyle = this.theme.lake;
      this.pen.fill();
      this.stroke(this.theme.coast, 0.7);
      if (this.zoom < 5) return;
      this.begin(this.world.shores, true);
      this.dash([1.5, 3.5], () => this.stroke(this.theme.shore, 1.1));
    }

    paintBorders() {
      this.begin(this.world.borders);
      if (this.zoom > 3) this.stroke(this.theme.casing, this.zoom < 5 ? 3 : 5);
      const width = [0.5, 0.5, 0.5, 0.6, 0.8][this.zoom] || 1.1;
      this.stroke(this.theme.border, width);
      this.begin(this.world.disputed);
      this.dash([4, 3], () => this.stroke(this.theme.border, width));
    }

    paintGraticule() {
      const pen = this.pen;
      const step = graticuleStep(this.zoom);
      pen.beginPath();
      for (const shift of this.copies) {
        for (let lon = -180; lon < 180; lon += step) {
          const x = (mercatorX(lon) + shift) * this.factor - this.dx;
          pen.moveTo(x, 0);
          pen.lineTo(x, this.frame.height);
        }
      }
      for (let lat = -90 + step; lat < 90; lat += step) {
        const y = mercatorY(lat) * this.factor - this.dy;
        pen.moveTo(0, y);
        pen.lineTo(this.frame.width, y);
      }
      this.stroke(this.theme.graticule, 0.8);
    }

    dash(lengths, draw) {
      this.pen.setLineDash(lengths.map((length) => length * this.unit));
      draw();
      this.pen.setLineDash([]);
    }

    stroke(colour, width) {
      this.pen.strokeStyle = colour;
      this.pen.lineWidth = width * this.unit;
      this.pen.stroke();
    }

    // Begins a path of those lines, in each copy of the world, that are in sight.
    begin(lines, isClosed = false) {
      this.pen.beginPath();
      for (const line of lines) {
        for (const shift of this.copies) {
          if (!this.isVisible(line.box, shift)) continue;
          this.trace(line.points, shift);
          if (isClosed) this.pen.closePath();
        }
      }
    }

    trace(points, shift) {
      const pen = this.pen;
      const last = points.length - 2;
      let px = NaN;
      let py = NaN;
      for (let i = 0; i <= last; i += 2) {
        const x = (points[i] + shift) * this.factor - this.dx;
        const y = points[i + 1] * this.factor - this.dy;
        if (i === 0) pen.moveTo(x, y);
        else if (i === last || !(Math.abs(x - px) + Math.abs(y - py) < 0.7)) pen.lineTo(x, y);
        else continue; // not half a pixel farther
        px = x;
        py = y;
      }
    }
  }

  const Basemap = window.infromapViewCanvas.extend({
    options: { pane: "tilePane", className: "basemap", isGround: true },

    initialize(data, options) {
      window.infromapViewCanvas.prototype.initialize.call(this, options);
      this._world = decode(data);
      this._painter = new Painter(this._world, themes[options.theme], options.focus);
    },

    // What another view asks for in ``run`` is drawn in the frames after: something else comes first.
    hold(run) {
      this._isHeld = true;
      try {
        run();
      } finally {
        this._isHeld = false;
      }
      const begin = () => setTimeout(() => this._map && this._update());
      requestAnimationFrame(() => requestAnimationFrame(begin)); // the frame of what comes first has been drawn
    },

    _update() {
      if (!this._isHeld) window.infromapViewCanvas.prototype._update.call(this);
    },

    _reset() {
      this._update();
      this._updateTransform(this._map.getCenter(), this._map.getZoom()); // the old picture goes where it belongs
    },

    _paint(pen, frame) {
      this._painter.paint(pen, frame);
    },

    // What the map shows, drawn at once with another pen.
    paintView(pen, unit) {
      const { min, max } = this._map.getPixelBounds();
      this._painter.paint(pen, this._frame(this._map.getZoom(), unit, min, max));
    },

    // In place and at once: a print that begins now already has the other colours.
    setTheme(name) {
      this._painter.theme = themes[name];
      this.redraw();
    },

    setGraticule(isShown) {
      this._painter.hasGraticule = isShown;
      this.redraw();
    },

    // The box of a country in degrees, west, south, east, north; null for a code that the map does not know.
    boxOfCountry(code) {
      const country = this._world.countries.find((each) => each.code === code);
      if (!country) return null;
      const [west, north, east, south] = country.box;
      return [longitude(west), latitude(south), longitude(east), latitude(north)];
    },

    // Whether a point lies in a country, by its code.
    isInCountry(code, { lat, lng }) {
      const [x, y] = [mercatorX(lng), mercatorY(lat)];
      const country = this._world.countries.find((each) => each.code === code);
      const holds = (shift) => country.rings.filter((ring) => isInside(x + shift, y, ring)).length % 2 === 1;
      return COPIES.some((shift) => isInBox(x + shift, y, country.box) && holds(shift));
    },
  });

  window.infromapBasemap = { layer: (data, options) => new Basemap(data, options), themes, graticuleStep };
})();
