// Dots as pixels: a hundred thousand of them are set faster than a browser draws as many circles.
(function () {
  "use strict";

  const page = window.infromapPage;
  const RIM = 0.85; // opacity

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

  // A dot as pixels, drawn once: a marker, with a rim around it that parts it from its neighbours.
  function stampOf(radius, rim, colour, paper, marker = "circle") {
    const isRound = marker === "circle";
    const half = Math.ceil((isRound ? radius : radius * page.markers.REACH) + rim);
    const size = 2 * half + 1;
    const canvas = document.createElement("canvas");
    canvas.width = size;
    canvas.height = size;
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    if (!isRound) page.markers.fill(pen, marker, half + 0.5, half + 0.5, { radius, rim, colour, paper, rimOpacity: RIM });
    for (const [fill, reach, alpha] of isRound ? [[paper, radius + rim, RIM], [colour, radius, 1]] : []) {
      pen.globalAlpha = alpha;
      pen.fillStyle = fill;
      pen.beginPath();
      pen.arc(half + 0.5, half + 0.5, reach, 0, 2 * Math.PI);
      pen.fill();
    }
    return { radius, rim, colour, paper, marker, half, size, pixels: new Uint32Array(pen.getImageData(0, 0, size, size).data.buffer) };
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

    // What draws one stamp here.
    brush({ half, size, pixels }) {
      const places = Int32Array.from(pixels, (_, i) => (Math.floor(i / size) - half) * this.width + (i % size) - half);
      const isSolid = (_, i) => pixels[i] >>> 24 === 255;
      const isRim = (_, i) => pixels[i] !== 0 && !isSolid(_, i);
      const colour = pixels[half * size + half];
      return { half, colour, solid: places.filter(isSolid), rim: places.filter(isRim), rimColours: pixels.filter(isRim) };
    }

    // From here on dots may stand on the pixels of those before.
    startOver() {
      this.taken.fill(0);
    }

    add(x, y, brush) {
      const { width } = this;
      const { half } = brush;
      const px = Math.floor(x);
      const py = Math.floor(y);
      if (!(px >= half && py >= half && px < width - half && py < this.height - half)) return;
      const middle = py * width + px;
      if (this.taken[middle] === 1) return;
      this.taken[middle] = 1;
      this.set(middle, brush);
    }

    set(middle, { colour, solid, rim, rimColours }) {
      const { pixels } = this;
      for (let i = 0; i < rim.length; i += 1) {
        const place = middle + rim[i];
        pixels[place] = pixels[place] === 0 ? rimColours[i] : blend(pixels[place], rimColours[i]);
      }
      for (let i = 0; i < solid.length; i += 1) pixels[middle + solid[i]] = colour;
    }
  }

  page.dots = { stampOf, create: (width, height) => new Dots(width, height) };
})();
