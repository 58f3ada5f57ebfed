// Where the keyboard is: whether the last step was a key, and the way back from a popup.
(function () {
  "use strict";

  const page = window.infromapPage;
  let isByKey = false;
  let before = null;

  for (const [event, isKey] of [["keydown", true], ["pointerdown", false]]) {
    document.addEventListener(event, () => (isByKey = isKey), true);
  }

  // Only a step of the Tab key brings the map to a marker: a window that gets its focus back must not move it.
  let isStepping = false;
  document.addEventListener("keydown", (event) => {
    isStepping = event.key === "Tab";
    setTimeout(() => (isStepping = false)); // the focus has moved by then
  }, true);
  const panOnFocus = L.Marker.prototype._panOnFocus;
  L.Marker.include({
    _panOnFocus() {
      if (isStepping) panOnFocus.call(this);
    },
  });

  // Into a popup that was opened by key.
  page.enterPopup = function enterPopup() {
    const popup = document.querySelector(".leaflet-popup .popup");
    if (!isByKey || !popup) return;
    const from = document.activeElement;
    if (from && from !== document.body && !from.closest(".leaflet-popup")) before = from;
    popup.focus({ preventScroll: true });
  };

  // Back to where the focus was, if it was in the popup that goes.
  page.leavePopup = function leavePopup() {
    const { activeElement } = document;
    const isLost = !activeElement || activeElement === document.body || activeElement.closest(".leaflet-popup");
    if (isLost && before?.isConnected) before.focus({ preventScroll: true });
    before = null;
  };
})();
