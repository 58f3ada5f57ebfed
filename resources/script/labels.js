// Names on the map: projects first, then rows of layers, towns, countries and waters, none over another.
(function () {
  "use strict";

  const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';
  const MARGIN = 0.2; // of the view, drawn beyond its edge so that a drag shows no bare rim
  const LINE_LETTERS = 27;
  const LEADING = 1.22; // line height in letter heights
  const LINE_STEP = 8; // pixels between the points of a line that names keep clear of
  const CELL = 64; // pixels of a cell in which boxes are looked up
  const LANGUAGES = ["en", "ru", "kk", "zh"];
  // Where the name of a country or water may go when its place is taken: in its own widths and heights.
  const ASIDE = [[0, 0], [0, -2], [0, 2], [0.5, 0], [-0.5, 0], [0, -4], [0, 4], [0.6, -3], [-0.6, -3], [0.6, 3], [-0.6, 3], [1, 0], [-1, 0], [0, 7], [0, -7]];

  // Boxes that are taken, in page pixels.
  class Room {
    constructor() {
      this.cells = new Map();
    }

    isFree(box) {
      return this.keys(box).every((key) =>
        (this.cells.get(key) || []).every((b) => box[0] >= b[2] || box[2] <= b[0] || box[1] >= b[3] || box[3] <= b[1]));
    }

    take(box) {
      for (const key of this.keys(box)) {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push(box);
      }
    }

    keys(box) {
      const [left, top, right, bottom] = box.map((edge) => Math.floor(edge / CELL));
      const keys = [];
      for (let x = left; x <= right; x += 1) {
        for (let y = top; y <= bottom; y += 1) keys.push(x * 65536 + y);
      }
      return keys;
    }
  }

  // A long name becomes two lines; what is longer still ends with dots.
  function breakText(text) {
    if (text.length <= LINE_LETTERS) return [text];
    const space = text.lastIndexOf(" ", LINE_LETTERS);
    const at = space > 8 ? space : LINE_LETTERS;
    const rest = text.slice(at).trim();
    return [text.slice(0, at).trim(), rest.length > LINE_LETTERS + 3 ? `${rest.slice(0, LINE_LETTERS + 2).trim()}…` : rest];
  }

  function formatDegrees(value, letters) {
    const text = String(Math.abs(Number(value.toFixed(1))));
    return value % 180 === 0 ? `${text}°` : `${text}° ${letters[value > 0 ? 0 : 1]}`;
  }

  // Names of countries in the page's language: from the browser, Kazakh ones from the map.
  function countryNamer(language) {
    if (language === "kk") return (code, name, kazakh) => kazakh || name;
    if (language === "en" || !window.Intl || !Intl.DisplayNames) return (code, name) => name;
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    return (code, name) => (/^[A-Z]{2}$/.test(code) && names.of(code)) || name;
  }

  const Labels = L.Layer.extend({
    // basemap: the data; options: theme, language, isInCountry(code, latlng), obstacles() → boxes, rowLabels() → labels of rows:
    // {latlng, text, gap}; gap is the distance from a point in pixels, null where the text stands in the middle.
    initialize(basemap, options) {
      L.setOptions(this, options);
      const position = Math.max(0, LANGUAGES.indexOf(options.language));
      const nameOfCountry = countryNamer(options.language);
      this._waters = basemap.waterNames.map(([lon, lat, first, sort, names]) => ({ lon, lat, first, sort, name: names[position] }));
      this._countries = basemap.countryNames.map(([code, name, lon, lat, first, kazakh]) => ({
        code, lon, lat, first, name: nameOfCountry(code, name, kazakh),
      }));
      this._towns = basemap.towns.map(([name, lon, lat, size, first, others]) => ({
        lon, lat, size, first, name: (others && others[position - 1]) || name,
      }));
      this._projects = [];
      this._lines = [];
      this._hasNames = true;
      this.shown = [];
    },

    onAdd(map) {
      this._canvas = L.DomUtil.create("canvas", "map-labels");
      this._canvas.setAttribute("aria-hidden", "true");
      map.getPane("labels").appendChild(this._canvas);
      map.on("moveend resize", this.draw, this);
      map.on("zoomstart", this._hide, this);
      this.draw();
    },

    onRemove(map) {
      map.off("moveend resize", this.draw, this);
      map.off("zoomstart", this._hide, this);
      this._canvas.remove();
    },

    setTheme(theme) {
      this.options.theme = theme;
      this.draw();
    },

    // Towns, countries and waters: not where online tiles bring their own.
    setNames(areShown) {
      if (areShown === this._hasNames) return;
      this._hasNames = areShown;
      this._drawAgain();
    },

    setGraticule(step) {
      this._graticuleStep = step; // zoom → degrees; null without a graticule
      this.draw();
    },

    // projects: {latlng, shift, text, size, side, isProject}; shift is the marker's own in pixels, size half its
    // width, side where the name is put first, if it matters; text may be empty. lines: arrays of latlngs that no name may cover.
    setProjects(projects, lines) {
      this._projects = projects;
      this._lines = lines;
      this._drawAgain();
    },

    _hide() {
      this._isHidden = true;
      this._canvas.classList.add("is-hidden");
    },

    // While something is chosen: the popup comes first, and whoever opens it has the names drawn after it.
    hold(run) {
      this._isHeld = true;
      try {
        run();
      } finally {
        this._isHeld = false;
      }
    },

    // In the middle of a zoom the names are drawn once, when the map has come to rest.
    _drawAgain() {
      if (this._map && !this._isHidden) this.draw();
    },

    draw() {
      if (this._isHeld) {
        this._hide();
        return;
      }
      const map = this._map;
      const size = map.getSize();
      const pad = this._rim();
      const ratio = Math.max(1, window.devicePixelRatio || 1);
      const canvas = this._canvas;
      const full = size.add(pad.multiplyBy(2));
      canvas.width = full.x * ratio;
      canvas.height = full.y * ratio;
      canvas.style.width = `${full.x}px`;
      canvas.style.height = `${full.y}px`;
      L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]).subtract(pad));
      canvas.classList.remove("is-hidden");
      this._isHidden = false;

      const pen = canvas.getContext("2d");
      pen.setTransform(ratio, 0, 0, ratio, pad.x * ratio, pad.y * ratio);
      this._paint(pen, size, pad);
    },

    // The same names at the same places, drawn with another pen.
    paintView(pen) {
      this._paint(pen, this._map.getSize(), this._rim());
    },

    _rim() {
      return this._map.getSize().multiplyBy(MARGIN).floor();
    },

    _paint(pen, size, pad) {
      pen.lineJoin = "round";
      pen.textBaseline = "middle";
      this._pen = pen;
      this._edges = [-pad.x, -pad.y, size.x + pad.x, size.y + pad.y];
      this._room = new Room();
      this.shown = [];
      this.options.obstacles().forEach((box) => this._room.take(box));
      this._drawProjects();
      this._drawRows();
      const zoom = this._map.getZoom();
      if (this._hasNames) this._drawBackground(zoom);
      if (this._graticuleStep) this._drawDegrees(size, this._graticuleStep(zoom));
    },

    _drawProjects() {
      const seen = this._projects.map((each) => ({ ...each, point: this._map.latLngToContainerPoint(each.latlng).add(each.shift || [0, 0]) }));
      for (const { point, size } of seen) this._room.take([point.x - size, point.y - size, point.x + size, point.y + size]);
      this._lines.forEach((line) => this._keepFree(line));
      const written = new Set(); // a stop of several lines has one name
      for (const each of seen) {
        if (!each.text || !this._isInView(each.point)) continue;
        const name = `${each.text} ${each.point.round()}`;
        if (!each.isProject && written.has(name)) continue;
        written.add(name);
        const style = each.isProject ? [650, 13] : [500, 12];
        this._style(...style);
        const around = this._around(each.point, each.size + 4, breakText(each.text));
        const spots = this._wholeFirst(each.side === "left" ? [around[1], ...around] : around);
        this._write(each.isProject ? "project" : "stop", each.text, spots, this.options.theme.project, 4);
      }
    },

    // Rows come in the order in which they are to have room; of those beyond the view, or without room, none is written.
    _drawRows() {
      this._style(500, 11.5);
      for (const { latlng, text, gap } of this.options.rowLabels()) {
        const point = this._map.latLngToContainerPoint(latlng);
        if (!this._isInView(point)) continue;
        const lines = breakText(text);
        const spots = gap === null ? this._centred([point.x, point.y], lines) : this._around(point, gap, lines);
        this._write("row", text, spots, this.options.theme.project, 3);
      }
    },

    _keepFree(line) {
      const points = line.map((latlng) => this._map.latLngToContainerPoint(latlng));
      let start = points[0];
      points.slice(1).forEach((end, i) => {
        if (start.distanceTo(end) < LINE_STEP / 2 && i < points.length - 2) return; // a bend too small to see
        const steps = Math.min(200, Math.ceil(start.distanceTo(end) / LINE_STEP));
        for (let k = 0; k <= steps; k += 1) {
          const [x, y] = [start.x + ((end.x - start.x) * k) / steps, start.y + ((end.y - start.y) * k) / steps];
          if (this._isInView({ x, y })) this._room.take([x - 2, y - 2, x + 2, y + 2]);
        }
        start = end;
      });
    },

    _drawBackground(zoom) {
      this._drawTowns(zoom);
      this._drawCountries(zoom);
      this._drawWaters(zoom);
    },

    _drawTowns(zoom) {
      const { theme } = this.options;
      for (const town of this._towns) {
        if (town.first > zoom + 0.5) continue;
        const point = this._pointOf(town);
        const dot = town.size > 2 ? 2.6 : 1.9;
        const box = [point.x - dot - 1, point.y - dot - 1, point.x + dot + 1, point.y + dot + 1];
        if (!this._isInView(point) || !this._room.isFree(box)) continue;
        const height = [10, 10.5, 11.5, 12.5, 12.5][town.size] + Math.min(2, Math.max(0, zoom - 6) * 0.5);
        this._style(town.size > 2 ? 500 : 400, height);
        if (this._write("town", town.name, this._around(point, dot + 3, [town.name]), theme.town, 3)) {
          this._room.take(box);
          this._dot(point, dot, town.size === 4);
        }
      }
    },

    _drawCountries(zoom) {
      const { theme, isInCountry } = this.options;
      for (const country of this._countries) {
        if (country.first > zoom + 0.5 || zoom > country.first + 3.5) continue;
        const point = this._pointOf(country);
        if (!this._isInView(point)) continue;
        this._style(500, 10.5 + Math.min(4, Math.max(0, zoom - country.first) * 1.5), "2px");
        const spots = this._aside(point, country.name.toLocaleUpperCase());
        const isOwn = (spot) => spot === spots[0] || isInCountry(country.code, this._map.containerPointToLatLng(spot.middle).wrap());
        this._write("country", country.name, spots, theme.country, 3, isOwn);
      }
    },

    _drawWaters(zoom) {
      const { theme } = this.options;
      for (const water of this._waters) {
        if (water.first > zoom + 0.5) continue;
        const point = this._pointOf(water);
        if (!this._isInView(point)) continue;
        this._style("italic 400", 11.5, "0.6px");
        const colour = water.sort === "dry" ? theme.country : theme.water;
        this._write("water", water.name, this._aside(point, water.name).slice(0, 3), colour, 3);
      }
    },

    // The degrees of the graticule, along the upper and the right edge.
    _drawDegrees(size, step) {
      this._style(400, 10.5);
      const bounds = this._map.getBounds();
      const write = (text, x, y) => this._write("degrees", text, this._centred([x, y], [text]), this.options.theme.country, 3);
      for (let lon = Math.ceil(bounds.getWest() / step) * step; lon < bounds.getEast(); lon += step) {
        const wrapped = ((((lon + 180) % 360) + 360) % 360) - 180;
        write(formatDegrees(wrapped, "EW"), this._map.latLngToContainerPoint([0, lon]).x, 12);
      }
      for (let lat = Math.ceil(bounds.getSouth() / step) * step; lat < bounds.getNorth(); lat += step) {
        write(formatDegrees(lat, "NS"), size.x - 26, this._map.latLngToContainerPoint([lat, bounds.getWest()]).y);
      }
    },

    // Where a place stands in the view, in the copy of the world that is nearest to the middle.
    _pointOf({ lon, lat }) {
      const turns = Math.round((this._map.getCenter().lng - lon) / 360);
      return this._map.latLngToContainerPoint([lat, lon + 360 * turns]);
    },

    _style(weight, height, spacing = "0px") {
      this._pen.font = `${weight} ${height}px ${FONT}`;
      this._pen.letterSpacing = spacing;
      this._height = height;
    },

    _sizeOf(lines) {
      const width = Math.max(...lines.map((line) => this._pen.measureText(line).width));
      return [width, this._height * (1 + LEADING * (lines.length - 1))];
    },

    // A spot: the lines, the middle of their box, its size, and to which side they are flush.
    _spot(lines, x, y, align) {
      const [width, height] = this._sizeOf(lines);
      return { lines, middle: [x, y], width, height, align };
    },

    // The places for a name around a point: right, left, above, below, and at the four corners.
    _around(point, gap, lines) {
      const [width, height] = this._sizeOf(lines);
      const [dx, dy] = [gap + width / 2, gap * 0.6 + height / 2];
      return [
        this._spot(lines, point.x + gap + width / 2, point.y, "left"),
        this._spot(lines, point.x - gap - width / 2, point.y, "right"),
        this._spot(lines, point.x, point.y - gap - height / 2, "center"),
        this._spot(lines, point.x, point.y + gap + height / 2, "center"),
        this._spot(lines, point.x + dx, point.y + dy, "left"),
        this._spot(lines, point.x + dx, point.y - dy, "left"),
        this._spot(lines, point.x - dx, point.y - dy, "right"),
        this._spot(lines, point.x - dx, point.y + dy, "right"),
      ];
    },

    _aside(point, text) {
      const [width, height] = this._sizeOf([text]);
      return ASIDE.map(([dx, dy]) => this._spot([text], point.x + dx * width, point.y + dy * height, "center"));
    },

    _centred([x, y], lines) {
      return [this._spot(lines, x, y, "center")];
    },

    // Places where the view cuts nothing of the text come first.
    _wholeFirst(spots) {
      const right = this._map.getSize().x;
      const isWhole = ({ middle, width }) => middle[0] - width / 2 >= 0 && middle[0] + width / 2 <= right;
      return [...spots.filter(isWhole), ...spots.filter((spot) => !isWhole(spot))];
    },

    // Writes a name at the first spot that is free and, if that is asked, fits; tells whether there was one.
    _write(sort, text, spots, colour, haloWidth, fits = () => true) {
      for (const spot of spots) {
        const [x, y] = spot.middle;
        const [half, tall] = [spot.width / 2 + 2, spot.height / 2 + 2.5];
        const box = [x - half, y - tall, x + half, y + tall];
        if (!this._room.isFree(box) || !fits(spot)) continue;
        this._room.take(box);
        this.shown.push({ sort, text, box });
        this._print(spot, colour, haloWidth);
        return true;
      }
      return false;
    },

    _print({ lines, middle, width, height, align }, colour, haloWidth) {
      const pen = this._pen;
      const x = align === "left" ? middle[0] - width / 2 : align === "right" ? middle[0] + width / 2 : middle[0];
      pen.textAlign = align;
      pen.strokeStyle = this.options.theme.halo;
      pen.lineWidth = haloWidth;
      pen.fillStyle = colour;
      const baselines = lines.map((_, i) => middle[1] - height / 2 + this._height * (0.5 + LEADING * i));
      lines.forEach((line, i) => pen.strokeText(line, x, baselines[i]));
      lines.forEach((line, i) => pen.fillText(line, x, baselines[i]));
    },

    _dot(point, radius, isCapital) {
      const { theme } = this.options;
      const pen = this._pen;
      pen.beginPath();
      pen.arc(point.x, point.y, radius, 0, 2 * Math.PI);
      pen.fillStyle = isCapital ? theme.town : theme.halo;
      pen.fill();
      pen.strokeStyle = theme.town;
      pen.lineWidth = 1.1;
      pen.stroke();
    },

    _isInView(point) {
      const [left, top, right, bottom] = this._edges;
      return point.x > left && point.x < right && point.y > top && point.y < bottom;
    },
  });

  window.infromapLabels = { layer: (basemap, options) => new Labels(basemap, options) };
})();
