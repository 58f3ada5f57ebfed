// The shapes of points, traced with any pen; all look about as large as a circle of the same radius.
(function () {
  "use strict";

  const CORNERS = {
    square: [[-0.89, -0.89], [0.89, -0.89], [0.89, 0.89], [-0.89, 0.89]],
    triangle: [[0, -1.25], [1.2, 0.85], [-1.2, 0.85]],
    diamond: [[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]],
    star: Array.from({ length: 10 }, (_, i) => {
      const reach = i % 2 ? 0.6 : 1.4;
      return [reach * Math.sin((i * Math.PI) / 5), -reach * Math.cos((i * Math.PI) / 5)];
    }),
    cross: [[1, -3], [1, -1], [3, -1], [3, 1], [1, 1], [1, 3], [-1, 3], [-1, 1], [-3, 1], [-3, -1], [-1, -1], [-1, -3]]
      .map(([x, y]) => [0.4 * x, 0.4 * y]),
  };
  const REACH = 1.4; // the farthest corner

  function fillMarker(pen, marker, x, y, { radius, rim, colour, paper, rimOpacity }) {
    pen.beginPath();
    CORNERS[marker].forEach(([dx, dy], i) => {
      const place = [x + dx * radius, y + dy * radius];
      if (i) pen.lineTo(...place);
      else pen.moveTo(...place);
    });
    pen.closePath();
    if (rim) {
      pen.globalAlpha = rimOpacity;
      pen.strokeStyle = paper;
      pen.lineWidth = 2 * rim;
      pen.lineJoin = "round";
      pen.stroke();
    }
    pen.globalAlpha = 1;
    pen.fillStyle = colour;
    pen.fill();
  }

  window.infromapPage.markers = { REACH, fill: fillMarker };
})();
