// The layers of GIS files on the page: on the map, in the legend, in popups, and as rows for a list or a table.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, said, phrase, word } = page;
  const NAME = /name|title|назв|наимен|атау|名/i; // columns that are likely to say what a row is called
  const CLOSE_ZOOM = 10; // a chosen point is shown no nearer
  const LEAST_MARKER = 4; // pixels
  const PANE = "rows";
  const BLOCK = 2_000; // letters of a long text that are laid out at once: a browser takes minutes for a million
  const TITLE = 80; // letters: three lines, so that the rows below it are in sight
  const LEAST_NAME = 10; // letters that the column of names is wide in any case
  const [NAME_LETTERS, VALUE_LETTERS] = [20, 24]; // that a popup has room for on one line
  const [LETTER, AROUND] = [7.8, 80]; // pixels of a letter, and beside the letters of a line

  let map = null;
  let canvas = null;
  const [LEAST_PLAIN, UNGROUPED, MOST_PLAIN] = [1e-5, 10_000, 1e15]; // of numbers: written out, without groups, and out again
  let chosen = null; // {layer, row, turns, popup, marks}

  // One layer: its rows counted from 0, its attributes decoded when they are asked for.
  class RowLayer {
    constructor(header, number) {
      this.number = number;
      this.id = header.id;
      this.date = header.date;
      this.count = header.count;
      this.shapes = page.createShapes(header.geometry);
      this.attributes = header.columns.map((each) => page.columns.create(each, header.count, header.block));
      this.columns = header.columns.map((each, key) => ({
        key, title: each.name, type: each.type, width: 160, isNumber: each.type === "integer" || each.type === "real",
      }));
      const texts = this.columns.filter((each) => each.type === "text");
      this.nameColumn = texts.find((each) => NAME.test(each.title)) || texts[0] || null;
      this.restyle(header.style, header.codes && page.columns.takeLines(header.codes)[0]);
    }

    // How it is drawn; codes: a packed number for each row, null for none, undefined where they stay as they are.
    restyle(style, codes) {
      this.name = style.name || word("ui.layer");
      this.isVisible = style.isVisible;
      this.opacity = style.opacity;
      this.width = style.width;
      this.pointRadius = style.radius;
      this.colour = style.colour;
      this.signs = style.signs.map(([colour, radius, marker]) => ({ colour, radius, marker }));
      this.legends = style.legends; // [{column, entries: [{colour, marker, count, low, high, value}]}]
      this.shownCount = style.shown;
      this.labelColumn = this.columns[style.label] || null;
      if (codes !== undefined) this.codes = codes === null ? null : page.columns.unpackCodes(codes, this.count);
    }

    get hasClasses() {
      return this.signs.some(({ colour }) => colour !== this.signs[0].colour);
    }

    get hasMarkers() {
      return this.signs.some(({ marker }) => marker !== this.signs[0].marker);
    }

    signOf(row) {
      return this.signs[this.codes ? this.codes[row] : 0] || this.signs[0];
    }

    // The value of a column in a row: number, text, true, false, or null for nothing.
    value(row, column) {
      return this.attributes[column.key].value(row);
    }

    cell(row, column) {
      const value = this.value(row, column);
      return value === null ? "" : String(value);
    }

    title(row) {
      return (this.nameColumn && this.cell(row, this.nameColumn)) || phrase("ui.row", { number: row + 1 });
    }

    // Whether the filter leaves a row.
    isShown(row) {
      return !this.codes || this.codes[row] < this.signs.length;
    }

    bounds(row) {
      return this.shapes.bounds(row);
    }

    selected() {
      return chosen && chosen.layer === this ? chosen.row : -1;
    }

    select(row, staysPut = false) {
      choose(this, row, null, staysPut);
    }

    // Whether the view holds all of a row, in the copy of the world that it shows.
    isSeen(row) {
      const bounds = this.bounds(row);
      if (!bounds) return false;
      const turns = Math.round((map.getCenter().lng - bounds.getCenter().lng) / 360);
      const moved = (corner) => L.latLng(corner.lat, corner.lng + 360 * turns);
      return map.getBounds().contains(L.latLngBounds(moved(bounds.getSouthWest()), moved(bounds.getNorthEast())));
    }

    // In pixels: that of the sign or the layer, or by how close its points lie, as far as markers can be told apart.
    radius(scale, sign) {
      if (sign.radius || this.pointRadius) return sign.radius || this.pointRadius;
      const [west, north, east, south] = this.shapes.box;
      return Math.max(this.hasMarkers ? LEAST_MARKER : 0, page.pointRadius(scale * Math.sqrt(((east - west) * (south - north)) / this.count || Infinity)));
    }

    largestRadius(scale) {
      return Math.max(...this.signs.map((sign) => this.radius(scale, sign)));
    }

    sort() {
      if (this.shapes.areDots) return "points";
      return this.shapes.kinds && this.shapes.kinds.some((kind) => kind > 1) ? "areas" : "lines";
    }
  }

  // A small picture of a sign or of an entry of a legend; without it of the layer or its classes.
  function sign(layer, { colour, marker, isPoint } = {}) {
    const sort = isPoint ? "points" : layer.sort();
    const shape = marker || (layer.hasMarkers ? "circle" : layer.signs[0].marker);
    const names = ["row-sign", `is-${sort}`, layer.hasClasses && "has-classes", sort === "points" && `is-${shape}`];
    const element = make("span", { class: names.filter(Boolean).join(" "), "aria-hidden": "true" });
    const classes = layer.hasClasses && !colour ? layer.legends[0].entries.map((each) => each.colour) : [];
    element.style.setProperty("--kind", colour || classes[0] || layer.colour);
    if (classes.length > 1) element.style.setProperty("--kinds", `linear-gradient(90deg, ${classes.join(", ")})`);
    return element;
  }

  // A text of any length; of a long one the browser lays out only what is in sight.
  function longText(text) {
    if (text.length <= BLOCK) return [text];
    const blocks = [];
    for (let start = 0, end = 0; start < text.length; start = end) {
      end = start + BLOCK;
      const space = text.lastIndexOf(" ", end);
      if (space > start && end < text.length) end = space + 1;
      if (/[\ud800-\udbff]/.test(text[end - 1])) end += 1; // the first half of a letter
      blocks.push(make("span", { class: "text-block" }, text.slice(start, end)));
    }
    return blocks;
  }

  // A value as people read it: with groups of figures, a point of the language; a number of four figures may be a year.
  function spoken(layer, row, column) {
    const value = layer.value(row, column);
    if (typeof value === "boolean") return word(value ? "ui.yes" : "ui.no");
    const size = Math.abs(value);
    const isPlain = typeof value === "number" && (value === 0 || (size >= LEAST_PLAIN && size < MOST_PLAIN));
    return isPlain ? page.number(value, { maximumFractionDigits: 20, useGrouping: size >= UNGROUPED }) : layer.cell(row, column);
  }

  function rowPopup(layer, row, latlng) {
    const name = layer.title(row);
    const title = name.length > TITLE ? `${name.slice(0, TITLE).trim()}…` : name;
    const list = make("dl", { class: "rows" });
    for (const column of layer.columns) {
      const text = spoken(layer, row, column);
      if (text !== "") list.append(said("dt", {}, column.title), said("dd", {}, ...longText(text)));
    }
    const at = page.coordinates(L.Util.wrapNum(latlng.lng, [-180, 180], true), latlng.lat);
    return make(
      "div",
      { class: "popup row-popup", role: "dialog", tabindex: "-1", "aria-label": title },
      make("header", {}, sign(layer, layer.signOf(row)), said("h2", {}, title)),
      make("section", {}, list),
      make("footer", {}, said("span", {}, layer.name), ` · ${at}`),
    );
  }

  // How wide a popup must be: Leaflet measures as if names and values could be broken anywhere, and forgets the scroll bar.
  function rowWidth(layer, row) {
    const letters = layer.columns.map((column) =>
      Math.max(LEAST_NAME, Math.min(column.title.length, NAME_LETTERS)) + Math.min(spoken(layer, row, column).length, VALUE_LETTERS));
    return Math.round(Math.max(0, ...letters) * LETTER + AROUND);
  }

  // A ring as an element of its own: a drawing for it alone would be as large as the map, and slow to come.
  function ringAt(latlng, colour) {
    const ring = make("div", { class: "row-ring" });
    ring.style.borderColor = colour;
    const icon = L.divIcon({ className: "row-choice", html: ring, iconSize: [22, 22], iconAnchor: [11, 11] });
    return L.marker(latlng, { icon, interactive: false, keyboard: false });
  }

  // Lines around the chosen row, on the copy of the world that lies nearest.
  function marksOf(layer, row, turns) {
    const { colour } = layer.signOf(row);
    return layer.shapes.latLngs(row).map(({ kind, latlngs }) => {
      const moved = latlngs.map((each) => L.latLng(each.lat, each.lng + 360 * turns));
      const options = { className: "row-choice", interactive: false, color: colour, fill: false };
      if (kind === 0) return ringAt(moved[0], colour);
      return kind === 1 ? L.polyline(moved, options) : L.polygon(moved, options);
    });
  }

  // latlng: where it was clicked; null where it was chosen elsewhere, and the map goes there unless it stays put.
  function choose(...all) {
    page.whenWhole(() => chooseNow(...all));
  }

  function chooseNow(layer, row, latlng, staysPut) {
    const bounds = layer.bounds(row);
    if (!bounds || !layer.isShown(row)) return;
    const isPoint = bounds.getSouthWest().equals(bounds.getNorthEast());
    const turns = Math.round(((latlng || map.getCenter()).lng - bounds.getCenter().lng) / 360);
    const middle = bounds.getCenter();
    const place = L.latLng(middle.lat, middle.lng + 360 * turns);
    if (!latlng && !staysPut) goTo(bounds, place, isPoint);
    const at = isPoint || !latlng ? place : latlng;
    const popup = page.openPopup(map, at, rowPopup(layer, row, at), { offset: [0, -2], leastWidth: rowWidth(layer, row) }); // whatever was chosen before goes now
    popup.on("remove", () => chosen && chosen.popup === popup && forget());
    chosen = { layer, row, turns, popup, marks: L.layerGroup(marksOf(layer, row, turns)).addTo(map) };
    tell({ layer: layer.number, row });
    page.enterPopup();
  }

  function goTo(bounds, place, isPoint) {
    const fitting = isPoint ? Math.max(map.getZoom(), CLOSE_ZOOM) : map.getBoundsZoom(bounds.pad(0.3));
    map.setView(place, Math.min(fitting, map.getMaxZoom()), { animate: false });
  }

  function forget() {
    chosen.marks.remove();
    chosen = null;
    tell(null);
    page.leavePopup();
  }

  function tell(detail) {
    document.dispatchEvent(new CustomEvent("infromap:row-selected", { detail }));
    page.tell("row-chosen", detail);
  }

  page.layerSign = sign;
  page.layers = data.layers.map((header, number) => new RowLayer(header, number));

  // When the page has come to rest, one attribute after the other: the first click has less to do.
  document.addEventListener("infromap:painted", () => {
    const left = page.layers.flatMap((layer) => layer.attributes);
    const whenIdle = window.requestIdleCallback || ((run) => setTimeout(run, 100));
    const next = () => {
      if (!left.length) return;
      left.shift().prepare();
      whenIdle(next);
    };
    whenIdle(next);
  });

  // Takes the choice of a row back; tells whether there was one.
  page.leaveRow = function leaveRow() {
    if (!chosen) return false;
    map.closePopup(chosen.popup);
    return true;
  };

  // The layers that are on the map, or may be, the first at the bottom; those that were removed are not among them.
  page.layerOrder = page.layers;

  // Lets what marks the chosen row have the look and name that its layer has now; all else in the popup stays.
  function recolour() {
    const { layer, row, turns, popup } = chosen;
    const content = popup.getContent();
    content.querySelector("header").firstElementChild.replaceWith(sign(layer, layer.signOf(row)));
    content.querySelector("footer").firstElementChild.replaceWith(said("span", {}, layer.name));
    chosen.marks.remove();
    chosen.marks = L.layerGroup(marksOf(layer, row, turns)).addTo(map);
  }

  // Draws the layers again after another order or look; a row that is not shown any more is not chosen any more.
  page.redrawLayers = function redrawLayers() {
    const { layer, row, popup } = chosen || {};
    if (layer && !(layer.isVisible && page.layerOrder.includes(layer) && layer.isShown(row))) map.closePopup(popup);
    else if (layer) recolour();
    if (canvas) canvas.setLayers(page.layerOrder); // a page without layers has none
  };

  page.addLayers = function addLayers(toMap) {
    if (!page.layers.length) return;
    map = toMap;
    map.createPane(PANE).classList.add("row-pane");
    canvas = page.createCanvasLayer(page.layers, choose, { pane: PANE }).addTo(map);
    window.infromapTheme.onChange(() => canvas.redraw());
  };

  // The rows of all layers as the map shows them, drawn with another pen; nothing where there are none.
  page.paintRows = (pen, unit, paper) => canvas?.paintView(pen, unit, paper);
})();
