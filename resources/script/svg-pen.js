// A pen that takes what a canvas takes and leaves an SVG: lines stay lines on paper, and names can be searched for.
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const ANCHORS = { left: "start", start: "start", center: "middle", right: "end", end: "end" };
  const ruler = document.createElement("canvas").getContext("2d");

  const short = (number) => Math.round(number * 10) / 10;

  class SvgPen {
    // width and height in page pixels; unit: what one of them counts in the coordinates that the pen is given.
    constructor(width, height, unit) {
      this.svg = document.createElementNS(SVG, "svg");
      for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width * unit} ${height * unit}`, "aria-hidden": "true" })) {
        this.svg.setAttribute(name, value);
      }
      this.group = this.svg;
      Object.assign(this, { fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineJoin: "miter", lineCap: "butt", globalAlpha: 1 });
      Object.assign(this, { font: "10px sans-serif", letterSpacing: "0px", textAlign: "start", dash: [], steps: [] });
    }

    beginPath() {
      this.steps = [];
    }

    moveTo(x, y) {
      this.steps.push(`M${short(x)} ${short(y)}`);
    }

    lineTo(x, y) {
      this.steps.push(`L${short(x)} ${short(y)}`);
    }

    closePath() {
      this.steps.push("Z");
    }

    // Whole circles alone.
    arc(x, y, radius) {
      const r = short(radius);
      this.steps.push(`M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`);
    }

    fillRect(x, y, width, height) {
      this.add("rect", { x, y, width, height, fill: this.fillStyle, opacity: this.globalAlpha });
    }

    setLineDash(lengths) {
      this.dash = lengths;
    }

    fill(rule = "nonzero") {
      this.path({ fill: this.fillStyle, "fill-rule": rule });
    }

    stroke() {
      this.path({ fill: "none", ...this.line() });
    }

    line() {
      return {
        stroke: this.strokeStyle,
        "stroke-width": this.lineWidth,
        "stroke-linejoin": this.lineJoin,
        "stroke-linecap": this.lineCap,
        "stroke-dasharray": this.dash.join(" ") || null,
      };
    }

    path(attributes) {
      if (this.steps.length) this.add("path", { d: this.steps.join(""), opacity: this.globalAlpha, ...attributes });
    }

    measureText(text) {
      ruler.font = this.font;
      ruler.letterSpacing = this.letterSpacing;
      return ruler.measureText(text);
    }

    fillText(text, x, y) {
      this.write(text, x, y, { fill: this.fillStyle });
    }

    strokeText(text, x, y) {
      this.write(text, x, y, { fill: "none", ...this.line() });
    }

    // y is the middle of the line, as with the textBaseline "middle".
    write(text, x, y, attributes) {
      const anchor = ANCHORS[this.textAlign];
      const element = this.add("text", { x: short(x), y: short(y), "text-anchor": anchor, "dominant-baseline": "middle", ...attributes });
      element.style.font = this.font;
      element.style.letterSpacing = this.letterSpacing;
      element.textContent = text;
    }

    drawImage(canvas, x, y, width, height) {
      this.add("image", { href: canvas.toDataURL(), x, y, width, height, opacity: this.globalAlpha });
    }

    // What is drawn meanwhile shines through as a whole.
    through(opacity, draw) {
      const outer = this.group;
      if (opacity < 1) this.group = this.add("g", { opacity });
      draw();
      this.group = outer;
    }

    add(tag, attributes) {
      const element = document.createElementNS(SVG, tag);
      for (const [name, value] of Object.entries(attributes)) {
        if (value !== null && !(name === "opacity" && value === 1)) element.setAttribute(name, value);
      }
      this.group.append(element);
      return element;
    }
  }

  window.infromapPage.createSvgPen = (width, height, unit) => new SvgPen(width, height, unit);
})();
