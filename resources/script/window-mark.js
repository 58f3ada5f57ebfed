// Only in the window: one pin for a place that was looked for. It goes by a click, by Escape, or when another is set.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { map } = window.infromap;
  const SVG = "http://www.w3.org/2000/svg";
  const PIN = "M14 2a10 10 0 0 0-10 10c0 7.500 10 18 10 18s10-10.500 10-18a10 10 0 0 0-10-10zM14 8.500a3.500 3.500 0 1 1 0 7a3.500 3.500 0 1 1 0-7z";

  let pin = null;

  function picture() {
    const svg = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "0 0 28 32");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", PIN);
    path.setAttribute("fill-rule", "evenodd");
    Object.assign(path.style, { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: "2px", paintOrder: "stroke" });
    svg.append(path);
    return page.make("div", { class: "place-pin" }, svg);
  }

  function take() {
    if (!pin) return;
    pin.remove();
    pin = null;
  }

  function takeAndTell() {
    if (!pin) return;
    take();
    document.dispatchEvent(new CustomEvent("infromap:unmarked"));
  }

  // label: what is said beside it, plain text. Goes there where zoom is a number.
  window.infromap.mark = function mark(lon, lat, label, zoom) {
    take();
    if (zoom !== null) window.infromap.lookAt(lon, lat, zoom);
    const turn = 360 * Math.round((map.getCenter().lng - lon) / 360);
    const icon = L.divIcon({ className: "", html: picture(), iconSize: [28, 32], iconAnchor: [14, 31], tooltipAnchor: [0, -30] });
    pin = L.marker([lat, lon + turn], { icon, zIndexOffset: 900, keyboard: true, alt: label });
    pin.bindTooltip(page.said("span", {}, label), { permanent: true, direction: "top", className: "place-label" });
    pin.on("click", takeAndTell);
    pin.addTo(map);
    pin.getElement().setAttribute("aria-label", label);
  };
  window.infromap.unmark = take;

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") takeAndTell();
  });
})();
