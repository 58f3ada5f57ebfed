// Online tiles over the base map, where the page was made with some: they can be switched off, and if they do
// not come the base map shows through, with one notice.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, make, phrase, word } = page;
  const CLOSEST = 18; // zoom
  const PATIENCE_MS = 25_000; // until a sheet is drawn without the tiles that have not come
  const FADING_MS = 300; // Leaflet lets tiles appear by and by

  class OnlineTiles {
    constructor(sheet, options) {
      this.sheet = sheet;
      this.options = options;
      this.loaded = 0;
      // On a fine sheet the tiles of the next zoom, at half their size: as sharp as all else on it.
      const finer = page.wanted.isFine && options.maxZoom > options.minZoom ? 1 : 0;
      this.first = Math.max(0, options.minZoom - finer);
      this.layer = L.tileLayer(options.url, {
        subdomains: options.subdomains,
        minZoom: this.first,
        maxNativeZoom: options.maxZoom - finer,
        tileSize: 256 >> finer,
        zoomOffset: finer,
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

    // Whoever draws a sheet waits for its tiles, but not for ever.
    arrived() {
      const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
      const loaded = new Promise((resolve) => {
        if (this.layer.isLoading()) this.layer.once("load", resolve);
        else resolve();
      });
      return Promise.race([late, loaded.then(() => new Promise((resolve) => setTimeout(resolve, FADING_MS)))]);
    }

    // The base map's names stand where no tiles bring theirs.
    settleNames() {
      const { map, labels } = this.sheet;
      labels.setNames(!map.hasLayer(this.layer) || map.getZoom() < this.first);
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
