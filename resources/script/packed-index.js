// Finds which of many boxes meet a box: they are sorted along a Z curve, and each 64 have a box around them.
(function () {
  "use strict";

  const GROUP = 64;
  const STEPS = 65535; // of the grid that the curve runs over, on each side

  // Puts a nought between the bits of a number of 16 bits.
  function spread(number) {
    let bits = (number | (number << 8)) & 0x00ff00ff;
    bits = (bits | (bits << 4)) & 0x0f0f0f0f;
    bits = (bits | (bits << 2)) & 0x33333333;
    return (bits | (bits << 1)) & 0x55555555;
  }

  // The order that sorts the keys: by their lower half, then, keeping that order, by their upper half.
  function sortedOrder(keys) {
    let order = Uint32Array.from(keys, (_, i) => i);
    for (const shift of [0, 16]) {
      const starts = new Uint32Array(65537);
      for (let i = 0; i < keys.length; i += 1) starts[((keys[i] >>> shift) & 65535) + 1] += 1;
      for (let i = 0; i < 65536; i += 1) starts[i + 1] += starts[i];
      const next = new Uint32Array(keys.length);
      for (const each of order) {
        const digit = (keys[each] >>> shift) & 65535;
        next[starts[digit]] = each;
        starts[digit] += 1;
      }
      order = next;
    }
    return order;
  }

  // boxes: west, north, east, south of each, or (stride 2) the two numbers of points. box: around all of them.
  class PackedIndex {
    constructor(boxes, stride, box) {
      this.boxes = boxes;
      this.stride = stride;
      this.order = sortedOrder(this.keys(box));
      this.found = new Uint32Array(this.order.length);
      this.groups = this.groupBoxes();
    }

    keys([west, north, east, south]) {
      const { boxes, stride } = this;
      const keys = new Uint32Array(boxes.length / stride);
      const [toX, toY] = [STEPS / (east - west || 1), STEPS / (south - north || 1)];
      for (let i = 0, at = 0; i < keys.length; i += 1, at += stride) {
        const x = (boxes[at] + boxes[at + stride - 2]) / 2;
        const y = (boxes[at + 1] + boxes[at + stride - 1]) / 2;
        keys[i] = spread((x - west) * toX) | (spread((y - north) * toY) << 1);
      }
      return keys;
    }

    groupBoxes() {
      const { boxes, stride, order } = this;
      const groups = new Float64Array(4 * Math.ceil(order.length / GROUP));
      for (let group = 0; group < groups.length; group += 4) {
        const start = (group / 4) * GROUP;
        const box = [Infinity, Infinity, -Infinity, -Infinity];
        for (let i = start; i < Math.min(start + GROUP, order.length); i += 1) {
          const at = order[i] * stride;
          box[0] = Math.min(box[0], boxes[at]);
          box[1] = Math.min(box[1], boxes[at + 1]);
          box[2] = Math.max(box[2], boxes[at + stride - 2]);
          box[3] = Math.max(box[3], boxes[at + stride - 1]);
        }
        groups.set(box, group);
      }
      return groups;
    }

    // The numbers of what meets the box, neighbours together; they are good until the next search.
    search([west, north, east, south]) {
      const { boxes, stride, order, groups, found } = this;
      let count = 0;
      for (let group = 0; group < groups.length; group += 4) {
        if (groups[group] > east || groups[group + 1] > south || groups[group + 2] < west || groups[group + 3] < north) continue;
        const start = (group / 4) * GROUP;
        const end = Math.min(start + GROUP, order.length);
        for (let i = start; i < end; i += 1) {
          const at = order[i] * stride;
          if (boxes[at] > east || boxes[at + 1] > south || boxes[at + stride - 2] < west || boxes[at + stride - 1] < north) continue;
          found[count] = order[i];
          count += 1;
        }
      }
      return found.subarray(0, count);
    }
  }

  window.infromapPage.createIndex = (boxes, stride, box) => new PackedIndex(boxes, stride, box);
})();
