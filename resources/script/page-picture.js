// The map as a picture: what stands on the screen is drawn once more on a canvas, with title and credits.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data } = page;
  const SCALE = 2; // picture pixels to a page pixel
  const LINE = 18; // page pixels of one more line
  const BAND = 46; // page pixels of title above the map, and of credits below
  const MARGIN = 14;
  const LEFT_OUT = ".leaflet-control, .legend, .map-notice, .leaflet-popup-pane, .is-out, .line-touch";

  // A tile as a canvas may have it: read once more, if its server lets pages read it. Null where it does not, or where none came.
  async function readable(tile) {
    if (!tile.complete || !tile.naturalWidth) return null;
    const copy = new Image();
    copy.crossOrigin = "anonymous";
    copy.src = tile.src;
    return copy.decode().then(() => copy, () => null);
  }

  async function readTiles(element) {
    const tiles = [...element.querySelectorAll("img.leaflet-tile")];
    return new Map(await Promise.all(tiles.map(async (tile) => [tile, await readable(tile)])));
  }

  // How much of an element is seen through those that it lies in.
  function opacityOf(element) {
    let opacity = 1;
    for (let each = element; each && !each.matches(".leaflet-container"); each = each.parentElement) opacity *= +getComputedStyle(each).opacity;
    return opacity;
  }

  // Draws the map's elements in the order in which they lie on one another.
  class Painter {
    constructor(pen, origin, tiles) {
      this.pen = pen;
      this.origin = origin;
      this.tiles = tiles;
      this.lacksTiles = false;
    }

    tile(element) {
      const [x, y, width, height] = this.place(element);
      if (x + width <= 0 || y + height <= 0 || x >= this.origin.width || y >= this.origin.height) return;
      const image = this.tiles.get(element);
      if (image) {
        this.pen.globalAlpha = opacityOf(element);
        this.pen.drawImage(image, x, y, width, height);
        this.pen.globalAlpha = 1;
      } else this.lacksTiles = true;
    }

    place(element) {
      const box = element.getBoundingClientRect();
      return [box.left - this.origin.left, box.top - this.origin.top, box.width, box.height];
    }

    async draw(element) {
      if (element.matches(LEFT_OUT)) return;
      const style = getComputedStyle(element);
      if (style.visibility === "hidden" || style.display === "none") return;
      if (element.matches("img.leaflet-tile")) this.tile(element);
      else if (element instanceof HTMLCanvasElement) this.pen.drawImage(element, ...this.place(element));
      else if (element instanceof SVGPathElement) this.path(element, style);
      else if (element.matches("svg.symbol")) await this.symbol(element, style);
      else if (element instanceof HTMLElement) this.box(element, style);
      if (element.matches("svg.symbol")) return;
      const children = [...element.children].sort((a, b) => layer(a) - layer(b));
      for (const child of children) await this.draw(child);
    }

    path(element, style) {
      const { pen } = this;
      const matrix = element.getScreenCTM();
      pen.save();
      pen.translate(-this.origin.left, -this.origin.top);
      pen.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
      const shape = new Path2D(element.getAttribute("d") || "");
      pen.lineCap = style.strokeLinecap;
      pen.lineJoin = style.strokeLinejoin;
      if (style.fill !== "none") {
        pen.globalAlpha = +style.fillOpacity;
        pen.fillStyle = style.fill;
        pen.fill(shape);
      }
      if (style.stroke !== "none") {
        pen.globalAlpha = +style.strokeOpacity;
        pen.strokeStyle = style.stroke;
        pen.lineWidth = parseFloat(style.strokeWidth);
        pen.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat));
        pen.stroke(shape);
      }
      pen.restore();
    }

    // The ring around a badge whose site is not known.
    ring(element, [x, y, width, height]) {
      const { pen } = this;
      const style = getComputedStyle(element, "::before");
      if (style.content === "none" || style.display === "none") return;
      const edge = parseFloat(style.borderTopWidth);
      const radius = parseFloat(style.width) / 2 + edge / 2;
      pen.beginPath();
      pen.arc(x + width / 2, y + height / 2, radius, 0, 2 * Math.PI);
      pen.strokeStyle = style.borderTopColor;
      pen.lineWidth = edge;
      pen.setLineDash(style.borderTopStyle === "dotted" ? [edge, edge] : [edge * 2.5, edge * 1.5]);
      pen.stroke();
      pen.setLineDash([]);
    }

    // From the badge of a short line down to the line.
    stem(element, [x, y, width, height]) {
      const style = getComputedStyle(element, "::after");
      if (style.content === "none") return;
      const scale = height / element.offsetHeight;
      this.pen.fillStyle = style.backgroundColor;
      this.pen.fillRect(x + width / 2 - 1, y + height, 2, parseFloat(style.height) * scale);
    }

    // Ground, border and words of an element: enough for markers and clusters.
    box(element, style) {
      const { pen } = this;
      const [x, y, width, height] = this.place(element);
      if (element.matches(".badge")) {
        this.ring(element, [x, y, width, height]);
        this.stem(element, [x, y, width, height]);
      }
      const edge = parseFloat(style.borderTopWidth) || 0;
      const shape = new Path2D();
      shape.roundRect(x + edge / 2, y + edge / 2, Math.max(0, width - edge), Math.max(0, height - edge), radius(style, width));
      if (!isClear(style.backgroundColor)) {
        pen.fillStyle = style.backgroundColor;
        pen.fill(shape);
      }
      if (edge && style.borderTopStyle !== "none" && !isClear(style.borderTopColor)) {
        pen.strokeStyle = style.borderTopColor;
        pen.lineWidth = edge;
        pen.setLineDash(style.borderTopStyle === "dashed" ? [edge * 2, edge] : []);
        pen.stroke(shape);
        pen.setLineDash([]);
      }
      const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join("");
      if (!text) return;
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      pen.fillStyle = style.color;
      pen.textAlign = "center";
      pen.textBaseline = "middle";
      pen.fillText(text, x + width / 2, y + height / 2);
    }

    async symbol(element, style) {
      const used = document.querySelector(element.querySelector("use").getAttribute("href"));
      const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const [x, y, width, height] = this.place(element);
      const rim = parseFloat(style.paddingLeft) || 0;
      drawing.setAttribute("viewBox", used.getAttribute("viewBox"));
      drawing.setAttribute("width", 24 * SCALE);
      drawing.setAttribute("height", 24 * SCALE);
      drawing.setAttribute("fill", style.fill);
      drawing.setAttribute("color", style.color);
      drawing.append(...[...used.children].map((child) => child.cloneNode(true)));
      const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(drawing)], { type: "image/svg+xml" }));
      const image = new Image();
      image.src = address;
      try {
        await image.decode();
        this.pen.drawImage(image, x + rim, y + rim, width - 2 * rim, height - 2 * rim);
      } finally {
        URL.revokeObjectURL(address);
      }
    }
  }

  const layer = (element) => parseInt(getComputedStyle(element).zIndex, 10) || 0;
  const isClear = (colour) => /^rgba\(.*, 0\)$/.test(colour) || colour === "transparent";
  const radius = (style, width) => (style.borderTopLeftRadius.endsWith("%") ? width / 2 : parseFloat(style.borderTopLeftRadius) || 0);

  // As much of a text as fits a width.
  function clipped(pen, text, width) {
    if (pen.measureText(text.slice(0, 500)).width <= width && text.length <= 500) return text;
    let end = Math.min(500, text.length);
    while (end > 1 && pen.measureText(`${text.slice(0, end)}…`).width > width) end -= 1;
    return `${text.slice(0, end)}…`;
  }

  // The map on a canvas of its own, and what is to be said of tiles that are not on it.
  async function drawMap(element, origin, tiles) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(origin.width * SCALE);
    canvas.height = Math.round(origin.height * SCALE);
    const pen = canvas.getContext("2d");
    pen.scale(SCALE, SCALE);
    const painter = new Painter(pen, origin, tiles);
    await painter.draw(element);
    const lack = painter.lacksTiles ? page.phrase("ui.tiles_not_drawn", { name: data.tiles.name }) : page.tilesLack?.() || "";
    return { canvas, lack };
  }

  async function draw(element) {
    const origin = element.getBoundingClientRect();
    const map = await drawMap(element, origin, await readTiles(element));
    const below = BAND + (map.lack ? LINE : 0);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(origin.width * SCALE);
    canvas.height = Math.round((BAND + origin.height + below) * SCALE);
    const pen = canvas.getContext("2d");
    const style = getComputedStyle(document.body);
    pen.scale(SCALE, SCALE);
    pen.fillStyle = style.backgroundColor;
    pen.fillRect(0, 0, origin.width, BAND + origin.height + below);
    pen.drawImage(map.canvas, 0, BAND, origin.width, origin.height);
    const write = (text, y, weight, sizes) => {
      const width = origin.width - 2 * MARGIN;
      for (const size of sizes) {
        pen.font = `${weight} ${size}px ${style.fontFamily}`;
        if (text.length < 500 && pen.measureText(text).width <= width) break;
      }
      pen.fillStyle = style.color;
      pen.textAlign = "start";
      pen.textBaseline = "middle";
      pen.fillText(clipped(pen, text, width), MARGIN, y);
    };
    write(data.title, BAND / 2, 600, [18, 16, 14]);
    write(page.articleSource().name, BAND + origin.height + BAND * 0.3, 400, [12, 10]);
    write(element.querySelector(".leaflet-control-attribution").textContent, BAND + origin.height + BAND * 0.72, 400, [12, 10]);
    if (map.lack) write(map.lack, BAND + origin.height + BAND + LINE * 0.3, 400, [12, 10, 8]);
    const file = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    return { file, lack: map.lack };
  }

  function save(file) {
    const address = URL.createObjectURL(file);
    page.make("a", { href: address, download: file.name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  // Gives the picture to whatever the user shares with; where the browser cannot, to a file.
  page.sharePicture = async function sharePicture(element) {
    const { file: drawn, lack } = await draw(element);
    const file = new File([drawn], "map.png", { type: "image/png" });
    if (navigator.canShare?.({ files: [file] })) {
      try {
        await navigator.share({ files: [file], title: data.title });
        if (lack) page.say(lack);
        return;
      } catch (error) {
        if (error.name === "AbortError") return; // the user thought better of it
      }
    }
    save(file);
    page.say([page.word("ui.picture_saved"), lack].filter(Boolean).join(" "));
  };
  page.drawPicture = draw;
})();
