// Only in the window: a place comes into view, and a right click chooses the project under it before the menu opens.
(function () {
  "use strict";

  const { map } = window.infromap;
  const INSIDE = -0.1; // so far from the edge, in parts of the view

  // The map moves only as far as it must, and keeps its scale.
  window.infromap.bringIntoView = function bringIntoView(lon, lat) {
    const turn = 360 * Math.round((map.getCenter().lng - lon) / 360);
    const place = L.latLng(lat, lon + turn);
    if (!map.getBounds().pad(INSIDE).contains(place)) map.panTo(place, { animate: false });
  };

  // While places are chosen no popup lies over them.
  window.infromap.hidePopups = function hidePopups(isHidden) {
    map.getPane("popupPane").style.display = isHidden ? "none" : "";
    if (!isHidden) window.infromap.showPopupWhole();
  };

  // A popup comes back where the map was moved meanwhile: it goes on to lie whole in it.
  window.infromap.showPopupWhole = function showPopupWhole() {
    map.eachLayer((layer) => {
      if (!(layer instanceof L.Popup)) return;
      layer.options.autoPan = true;
      layer.update();
    });
  };

  map.getContainer().addEventListener("contextmenu", (event) => {
    const mark = event.target.closest(".badge-box, .line-touch");
    if (!mark) return;
    const { clientX, clientY } = event;
    mark.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX, clientY, view: window }));
  });
})();
