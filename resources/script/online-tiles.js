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
      this.hasFailed = false; // none came, and the layer was taken off
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
      this.layer.on("load", () => this.loaded || setTimeout(() => this.fail())); // Leaflet is still at work on it
      sheet.map.on("zoomend", () => this.settleNames());
    }

    fail() {
      this.hasFailed = true;
      this.setShown(false);
    }

    // What there is to say of tiles that are not on the map, or not yet.
    get lack() {
      const isMissing = ({ el, current }) => current && !(el.complete && el.naturalWidth);
      const isLacking = this.hasFailed || (this.sheet.map.hasLayer(this.layer) && Object.values(this.layer._tiles).some(isMissing));
      return isLacking ? this.told : "";
    }

    get told() {
      return phrase("ui.tiles_missing", { name: this.options.name });
    }

    // Whoever draws a sheet waits for its tiles, but not for ever.
    arrived() {
      const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
      const loaded = new Promise((resolve) => {
        if (this.layer.isLoading()) this.layer.once("load", resolve);
        else resolve();
      });
      const seen = loaded.then(() => new Promise((resolve) => setTimeout(resolve, FADING_MS)));
      return Promise.race([late, seen]).then(() => this.tellOnSheet());
    }

    // A sheet has no notices: what is missing stands beside the credits.
    tellOnSheet() {
      const { lack } = this;
      if (lack) this.sheet.map.getContainer().querySelector(".leaflet-control-attribution").append(make("span", {}, ` · ${lack}`));
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
      this.notice = make("div", { class: "map-notice", role: "status" }, this.told, close);
      close.addEventListener("click", () => this.notice.remove());
      L.DomEvent.disableClickPropagation(this.notice);
      this.sheet.element.append(this.notice);
    }
  }

  page.addOnlineTiles = function addOnlineTiles(sheet) {
    if (!data.tiles) return null;
    const tiles = new OnlineTiles(sheet, data.tiles);
    tiles.button = page.addSwitch("tiles", phrase("ui.tiles", { name: data.tiles.name }), (isNow) => {
      tiles.hasFailed = false; // the user's own choice from now on
      tiles.setShown(isNow);
    });
    page.tilesLack = () => tiles.lack;
    tiles.setShown(true);
    window.infromap.setTileOpacity = (opacity) => tiles.layer.setOpacity(opacity);
    return tiles;
  };
})();
