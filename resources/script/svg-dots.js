// Dots for an SVG, asked for as those of dots.js are: circles and other markers.
(function () {
  "use strict";

  const page = window.infromapPage;
  const RIM = 0.85; // opacity

  class SvgDots {
    constructor(frame) {
      this.frame = frame;
      this.clear();
    }

    clear() {
      this.placed = []; // [stamp, x, y]
    }

    brush(stamp) {
      return stamp;
    }

    startOver() {} // circles lie on one another as they come

    add(x, y, stamp) {
      const reach = stamp.half;
      const isSeen = x > -reach && y > -reach && x < this.frame.width + reach && y < this.frame.height + reach;
      if (isSeen) this.placed.push([stamp, x, y]);
    }

    layOn(pen) {
      for (const [stamp, x, y] of this.placed) {
        const { radius, rim, colour, paper, marker } = stamp;
        if (marker !== "circle") {
          page.markers.fill(pen, marker, x, y, { ...stamp, rimOpacity: RIM });
          continue;
        }
        if (rim) this.disc(pen, x, y, radius + rim, paper, RIM);
        this.disc(pen, x, y, radius, colour, 1);
      }
      this.clear();
    }

    disc(pen, x, y, radius, colour, opacity) {
      pen.beginPath();
      pen.arc(x, y, radius);
      pen.fillStyle = colour;
      pen.globalAlpha = opacity;
      pen.fill();
      pen.globalAlpha = 1;
    }
  }

  page.createSvgDots = (frame) => new SvgDots(frame);
})();
