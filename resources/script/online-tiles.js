// Online tiles over the base map, where the page was made with some: they can be switched off, and if they do
// not come the base map shows through, with one notice.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, phrase, word } = page;
  const CLOSEST = 18; // zoom

  class OnlineTiles {
    constructor(sheet, options) {
      this.sheet = sheet;
      this.options = options;
      this.loaded = 0;
      this.layer = L.tileLayer(options.url, {
        subdomains: options.subdomains,
        minZoom: options.minZoom,
        maxNativeZoom: options.maxZoom,
        maxZoom: CLOSEST,
        className: "online-tiles",
        opacity: options.opacity,
        zIndex: 2,
      });
      this.credit = make("span", {}, ` · ${options.attribution}`);
      this.layer.on("tileload", () => (this.loaded += 1));
      this.layer.on("tileerror", () => this.tell());
      this.layer.on("load", () => this.loaded || setTimeout(() => this.setShown(false))); // Leaflet is still at work on it
      sheet.map.on("zoomend", () => this.settleNames());
    }

    // The base map's names stand where no tiles bring theirs.
    settleNames() {
      const { map, labels } = this.sheet;
      labels.setNames(!map.hasLayer(this.layer) || map.getZoom() < this.options.minZoom);
    }

    setShown(isShown) {
      const { map } = this.sheet;
      if (isShown) this.layer.addTo(map);
      else this.layer.remove();
      map.setMaxZoom(isShown ? CLOSEST : this.sheet.closestZoom);
      this.settleNames();
      const credits = map.getContainer().querySelector(".leaflet-control-attribution");
      if (isShown) credits.append(this.credit);
      else this.credit.remove();
      this.button?.setAttribute("aria-pressed", String(isShown));
    }

    // Says once that tiles are missing.
    tell() {
      if (this.notice) return;
      const close = make("button", { type: "button", "aria-label": word("ui.close") }, "×");
      this.notice = make("div", { class: "map-notice", role: "status" }, phrase("ui.tiles_missing", { name: this.options.name }), close);
      close.addEventListener("click", () => this.notice.remove());
      L.DomEvent.disableClickPropagation(this.notice);
      this.sheet.element.append(this.notice);
    }
  }

  page.addOnlineTiles = function addOnlineTiles(sheet) {
    if (!data.tiles) return null;
    const tiles = new OnlineTiles(sheet, data.tiles);
    tiles.button = page.addSwitch("tiles", phrase("ui.tiles", { name: data.tiles.name }), (isNow) => tiles.setShown(isNow));
    tiles.setShown(true);
    window.infromap.setTileOpacity = (opacity) => tiles.layer.setOpacity(opacity);
    return tiles;
  };
})();
