// Layers of GIS files as the page has them: packed columns, decoded when they are asked for (docs/page-format.md).
(function () {
  "use strict";

  const page = window.infromapPage;
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const values = new Int8Array(128);
  for (let i = 0; i < ALPHABET.length; i += 1) values[ALPHABET.charCodeAt(i)] = i;

  function unpackIntegers(text, count) {
    const numbers = new Int32Array(count);
    let value = 0;
    let shift = 0;
    let filled = 0;
    for (let i = 0; i < text.length; i += 1) {
      const bits = values[text.charCodeAt(i)];
      value |= (bits & 31) << shift;
      if (bits > 31) {
        shift += 5;
      } else {
        numbers[filled] = (value >>> 1) ^ -(value & 1);
        filled += 1;
        value = 0;
        shift = 0;
      }
    }
    return numbers;
  }

  // The codes of rows: a number below 255 for what a row is, written as one more; 255, written as 0, for none of them.
  function unpackCodes(text, count) {
    return Uint8Array.from(unpackIntegers(text, count), (code) => code - 1);
  }

  // Runs when the whole file has been read: attributes stand behind the scripts, so that the map is drawn before that.
  page.whenWhole = function whenWhole(run) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run, { once: true });
    else run();
  };

  // The lines of an element's text; the element goes, so that the text is not kept twice.
  function takeLines(id) {
    const element = document.getElementById(id);
    const text = element.textContent;
    element.remove();
    return text === "" ? [] : text.split("\n");
  }

  function decodeDoubles(line) {
    const bytes = Uint8Array.from(atob(line), (letter) => letter.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    return Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(8 * i, true)).map((value) => (Number.isNaN(value) ? null : value));
  }

  function decodeScaled(line, count, decimals) {
    const scale = 10 ** decimals;
    return Array.from(unpackIntegers(line, count), (code) => (code === 0 ? null : (code > 0 ? code - 1 : code) / scale));
  }

  // One attribute; value(row) decodes the block of rows that it stands in.
  class Column {
    constructor(header, count, blockRows) {
      this.header = header;
      this.count = count;
      this.blockRows = blockRows;
      this.blocks = [];
    }

    value(row) {
      return this.block(Math.floor(row / this.blockRows))[row % this.blockRows];
    }

    block(number) {
      if (!this.blocks[number]) {
        this.prepare();
        const count = Math.min(this.blockRows, this.count - number * this.blockRows);
        this.blocks[number] = this.decode(this.lines[number], count);
        this.lines[number] = null;
      }
      return this.blocks[number];
    }

    // Takes the text out of the page; it is not decoded yet.
    prepare() {
      this.lines = this.lines || this.takeLines();
    }

    takeLines() {
      const lines = takeLines(this.header.text);
      if (this.header.form === "words") this.words = JSON.parse(lines.shift());
      return lines;
    }

    decode(line, count) {
      const { form, decimals } = this.header;
      if (form === "texts") return JSON.parse(line);
      if (form === "doubles") return decodeDoubles(line);
      if (form === "scaled") return decodeScaled(line, count, decimals);
      return Array.from(unpackIntegers(line, count), (code) => (code === 0 ? null : this.words[code - 1]));
    }
  }

  page.columns = { unpackIntegers, unpackCodes, takeLines, create: (header, count, blockRows) => new Column(header, count, blockRows) };
})();
