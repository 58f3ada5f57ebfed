// Names on the map: projects first, then towns, countries and seas, none over another.
(function () {
  "use strict";

  const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';
  const MARGIN = 0.2; // of the view, drawn beyond its edge so that a drag shows no bare rim
  const MAX_LETTERS = 44;
  // Where the name of a country or sea may go when its place is taken: in its own widths and heights.
  const ASIDE = [[0, 0], [0, -2], [0, 2], [0, -4], [0, 4], [0.6, 0], [-0.6, 0], [0.6, -3], [-0.6, -3], [0.6, 3], [-0.6, 3]];
  const LINE_STEP = 8; // pixels between the points of a line that names keep clear of

  // Boxes that are taken, in page pixels.
  class Room {
    constructor() {
      this.boxes = [];
    }

    isFree(box) {
      return !this.boxes.some((b) => box[0] < b[2] && box[2] > b[0] && box[1] < b[3] && box[3] > b[1]);
    }

    take(box) {
      this.boxes.push(box);
    }
  }

  const Labels = L.Layer.extend({
    initialize(names, towns, options) {
      L.setOptions(this, options);
      this._names = names;
      this._towns = towns;
      this._projects = [];
      this._lines = [];
    },

    onAdd(map) {
      this._canvas = L.DomUtil.create("canvas", "map-labels");
      this._canvas.setAttribute("aria-hidden", "true");
      map.getPane("labels").appendChild(this._canvas);
      map.on("moveend zoomend resize viewreset", this.draw, this);
      map.on("zoomstart", this._hide, this);
      this.draw();
    },

    onRemove(map) {
      map.off("moveend zoomend resize viewreset", this.draw, this);
      map.off("zoomstart", this._hide, this);
      this._canvas.remove();
    },

    setTheme(theme) {
      this.options.theme = theme;
      this.draw();
    },

    // projects: {latlng, text, size} with the half size of the marker in pixels; text may be empty.
    // lines: arrays of latlngs that no name may cover.
    setProjects(projects, lines) {
      this._projects = projects;
      this._lines = lines;
      if (this._map) this.draw();
    },

    _hide() {
      this._canvas.classList.add("is-hidden");
    },

    draw() {
      const map = this._map;
      const size = map.getSize();
      const pad = size.multiplyBy(MARGIN).floor();
      const ratio = Math.max(1, window.devicePixelRatio || 1);
      const canvas = this._canvas;
      const full = size.add(pad.multiplyBy(2));
      canvas.width = full.x * ratio;
      canvas.height = full.y * ratio;
      canvas.style.width = `${full.x}px`;
      canvas.style.height = `${full.y}px`;
      L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]).subtract(pad));
      canvas.classList.remove("is-hidden");

      const pen = canvas.getContext("2d");
      pen.setTransform(ratio, 0, 0, ratio, pad.x * ratio, pad.y * ratio);
      pen.lineJoin = "round";
      pen.textBaseline = "middle";
      this._pen = pen;
      this._edges = [-pad.x, -pad.y, size.x + pad.x, size.y + pad.y];
      const room = new Room();
      this._drawProjects(room);
      this._drawTowns(room, map.getZoom());
      this._drawNames(room, map.getZoom());
    },

    _drawProjects(room) {
      const points = this._projects.map((each) => this._map.latLngToContainerPoint(each.latlng));
      this._projects.forEach((each, i) => {
        const half = each.size;
        room.take([points[i].x - half, points[i].y - half, points[i].x + half, points[i].y + half]);
      });
      this._keepLinesFree(room);
      const { theme } = this.options;
      this._projects.forEach((each, i) => {
        if (!each.text) return;
        const text = each.text.length > MAX_LETTERS ? `${each.text.slice(0, MAX_LETTERS - 1).trimEnd()}…` : each.text;
        const height = each.isProject ? 13 : 12;
        this._style(each.isProject ? 650 : 500, height);
        const spots = this._wholeFirst(this._around(points[i], each.size + 4, text, height), text);
        this._write(room, text, spots, theme.project, theme.halo, 4);
      });
    },

    _keepLinesFree(room) {
      for (const line of this._lines) {
        const points = line.map((latlng) => this._map.latLngToContainerPoint(latlng));
        let start = points[0];
        points.slice(1).forEach((end, i) => {
          if (start.distanceTo(end) < LINE_STEP / 2 && i < points.length - 2) return; // a bend too small to see
          const steps = Math.min(200, Math.ceil(start.distanceTo(end) / LINE_STEP));
          for (let k = 0; k <= steps; k++) {
            const [x, y] = [start.x + ((end.x - start.x) * k) / steps, start.y + ((end.y - start.y) * k) / steps];
            room.take([x - 2, y - 2, x + 2, y + 2]);
          }
          start = end;
        });
      }
    },

    _drawTowns(room, zoom) {
      const { theme } = this.options;
      for (const [name, lon, lat, size, first] of this._towns) {
        if (first > zoom + 0.5) continue;
        const point = this._map.latLngToContainerPoint([lat, lon]);
        const dot = size > 2 ? 2.6 : 1.9;
        const box = [point.x - dot - 1, point.y - dot - 1, point.x + dot + 1, point.y + dot + 1];
        if (!this._isInView(point) || !room.isFree(box)) continue;
        const height = (size > 2 ? 12.5 : size > 1 ? 11.5 : 10.5) + Math.min(2, Math.max(0, zoom - 6) * 0.5);
        this._style(size > 2 ? 500 : 400, height);
        const spots = this._around(point, dot + 3, name, height);
        if (this._write(room, name, spots, theme.town, theme.halo, 3)) {
          room.take(box);
          this._dot(point, dot, theme, size === 4);
        }
      }
    },

    _drawNames(room, zoom) {
      const { theme } = this.options;
      for (const [name, lon, lat, first, kind] of this._names) {
        if (first > zoom + 0.5 || (kind === "country" && zoom > first + 3.5)) continue;
        const point = this._map.latLngToContainerPoint([lat, lon]);
        if (!this._isInView(point)) continue;
        const isSea = kind === "sea";
        const height = isSea ? 11.5 : 11 + Math.min(4, Math.max(0, zoom - first) * 1.5);
        this._style(isSea ? "italic 400" : 500, height, isSea ? "1px" : "2.5px");
        const text = isSea ? name : name.toUpperCase();
        const width = this._pen.measureText(text).width;
        const spots = ASIDE.map(([dx, dy]) => [point.x - width / 2 + dx * width, point.y + dy * height]);
        this._write(room, text, spots, isSea ? theme.water : theme.country, theme.halo, 3);
        this._pen.letterSpacing = "0px";
      }
    },

    _style(weight, height, spacing = "0px") {
      this._pen.font = `${weight} ${height}px ${FONT}`;
      this._pen.letterSpacing = spacing;
      this._height = height;
    },

    // The places for a name around a point: right, left, above, below.
    _around(point, gap, text, height) {
      const width = this._pen.measureText(text).width;
      return [
        [point.x + gap, point.y],
        [point.x - gap - width, point.y],
        [point.x - width / 2, point.y - gap - height / 2],
        [point.x - width / 2, point.y + gap + height / 2],
      ];
    },

    // Places where the view cuts nothing of the text come first.
    _wholeFirst(spots, text) {
      const width = this._pen.measureText(text).width;
      const right = this._map.getSize().x;
      const isWhole = ([x]) => x >= 0 && x + width <= right;
      return [...spots.filter(isWhole), ...spots.filter((spot) => !isWhole(spot))];
    },

    _write(room, text, spots, colour, halo, haloWidth) {
      const width = this._pen.measureText(text).width;
      const half = this._height / 2 + 2.5;
      for (const [x, y] of spots) {
        const box = [x - 2, y - half, x + width + 2, y + half];
        if (!room.isFree(box)) continue;
        room.take(box);
        this._pen.strokeStyle = halo;
        this._pen.lineWidth = haloWidth;
        this._pen.strokeText(text, x, y);
        this._pen.fillStyle = colour;
        this._pen.fillText(text, x, y);
        return true;
      }
      return false;
    },

    _dot(point, radius, theme, isCapital) {
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

  window.infromapLabels = { layer: (names, towns, options) => new Labels(names, towns, options) };
})();
