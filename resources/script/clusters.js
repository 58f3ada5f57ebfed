// Badges that would lie over each other become one badge with their number; it opens by zooming in or by fanning out.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { make, phrase } = page;
  const NEAR = 34; // pixels between the middles of two badges that may stand side by side
  const NEAR_COUNT = 42; // the same for badges with a number, which are larger
  const APART_ZOOM = 10; // badges that are still one at this zoom are fanned out instead
  const SIZE = 38; // pixels, of the badge with a number
  const ASIDE = 24; // pixels, of such a badge beside the chosen one
  const { MANY } = page.marks;
  const NAMED = 50; // projects of a group whose names are said
  const FAN = 46; // pixels, the least radius of a fan

  // Joins items that are too near each other, round after round until none are.
  function gather(items) {
    let groups = items.map((item) => ({ items: [item], points: [item.point] })).map(settle);
    for (;;) {
      const joined = joinNear(groups);
      if (joined.length === groups.length) return joined;
      groups = joined;
    }
  }

  function settle(group) {
    const sum = group.points.reduce((a, b) => a.add(b), L.point(0, 0));
    return { ...group, middle: sum.divideBy(group.points.length) };
  }

  // One round: each group joins the first one near it; middles move at the end of the round.
  function joinNear(groups) {
    const cells = new Map(); // of NEAR_COUNT pixels: who is near stands in the same or the next one
    const kept = [];
    for (const { items, points, middle } of groups) {
      const [column, row] = [Math.floor(middle.x / NEAR_COUNT), Math.floor(middle.y / NEAR_COUNT)];
      const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${column + dx},${row + dy}`) || []));
      const reach = (group) => (items.length + group.items.length > 2 ? NEAR_COUNT : NEAR);
      const near = around.find((group) => group.middle.distanceTo(middle) < reach(group));
      if (near) {
        near.items.push(...items);
        near.points.push(...points);
        continue;
      }
      const group = { items: [...items], points: [...points], middle };
      const key = `${column},${row}`;
      cells.set(key, [...(cells.get(key) || []), group]);
      kept.push(group);
    }
    return kept.map(settle);
  }

  class Clusters {
    // items: {marker, home, feature, shift}, which get their point at the present zoom; isShown(item) tells whether the
    // filter lets it stay; onChange is called when other badges are shown than before.
    constructor(map, items, isShown, onChange) {
      Object.assign(this, { map, items, isShown, onChange });
      this.groups = []; // of the present zoom
      this.badges = [];
      this.fan = null;
      map.on("zoomstart", () => this.closeFan());
      map.on("click", () => this.closeFan() && this.show());
    }

    // Groups all that the filter shows for the present zoom.
    arrange() {
      for (const item of this.items) item.point = this.map.project(item.home).add(item.shift);
      this.groups = gather(this.items.filter((item) => this.isShown(item)));
      this.show();
    }

    // The chosen project's own badges stand alone.
    choose(id) {
      this.selected = id;
      if (this.shownFor !== id) this.show();
    }

    // These badges come to the map before the next showing; a group that they are in goes, so that none is seen twice.
    putForward(items) {
      items.forEach((item) => this.put(item, true));
      const isStale = ({ group }) => items.some((item) => group.items.includes(item));
      this.badges.filter(isStale).forEach(({ marker }) => marker.remove());
      this.badges = this.badges.filter((badge) => !isStale(badge));
    }

    // After the filter: what was fanned out goes back first.
    rearrange() {
      this.closeFan();
      this.arrange();
    }

    isSelected(item) {
      return item.feature.id === this.selected;
    }

    // The groups of two and more, the chosen project taken out of its own.
    crowds() {
      const apart = (group) => gather(group.items.filter((item) => !this.isSelected(item)));
      return this.groups
        .flatMap((group) => (group.items.some((item) => this.isSelected(item)) ? apart(group) : [group]))
        .filter((group) => group.items.length > 1);
    }

    // Shows each badge for itself or as one of a group; of many, only those in sight and half a view around it.
    show() {
      if (this.fan && this.fan.items.some((item) => this.isSelected(item))) return;
      this.closeFan();
      this.shownFor = this.selected;
      const crowds = this.crowds();
      const crowded = new Set(crowds.flatMap((group) => group.items));
      const isNear = this.items.length > MANY ? this.nearView() : () => true;
      const isAlone = (item) => this.isSelected(item) || (!crowded.has(item) && isNear(item.point));
      for (const item of this.items) this.put(item, isAlone(item) && this.isShown(item));
      this.showBadges(crowds.filter((group) => isNear(group.middle)));
      this.keepOrder();
      this.onChange();
    }

    nearView() {
      const { min, max } = this.map.getPixelBounds();
      const { x: aside, y: above } = max.subtract(min).divideBy(2);
      const [left, top, right, bottom] = [min.x - aside, min.y - above, max.x + aside, max.y + above];
      return ({ x, y }) => x >= left && x <= right && y >= top && y <= bottom;
    }

    // Onto the map or away from it: the browser has nothing of a badge that is not seen.
    put(item, isOnMap) {
      if (Boolean(item.isOnMap) === isOnMap) return;
      item.isOnMap = isOnMap;
      item.isNew = isOnMap;
      if (isOnMap) item.marker.addTo(this.map);
      else item.marker.remove();
    }

    // By Tab projects are reached in the order of the text, a group where the first of it would be.
    keepOrder() {
      const groups = new Map(this.badges.map((badge) => [badge.group.items[0], badge]));
      let next = null;
      const place = (each) => {
        const element = each.marker.getElement();
        if (each.isNew) element.parentElement.insertBefore(element, next);
        each.isNew = false;
        next = element;
      };
      for (let i = this.items.length - 1; i >= 0; i -= 1) {
        const item = this.items[i];
        if (item.isOnMap) place(item);
        if (groups.has(item)) place(groups.get(item));
      }
    }

    // Badges of groups that were there before stay.
    showBadges(groups) {
      const chosen = this.items.filter((item) => this.isSelected(item)).map((item) => item.point);
      const before = new Map(this.badges.map((badge) => [badge.group, badge]));
      this.badges = groups.map((group) => {
        const shift = chosen.some((point) => point.distanceTo(group.middle) < NEAR) ? ASIDE : 0; // under the chosen one it would not be seen
        const kept = before.get(group);
        if (!kept || kept.shift !== shift) return this.addBadge(group, shift);
        before.delete(group);
        return kept;
      });
      before.forEach(({ marker }) => marker.remove());
    }

    addBadge(group, shift) {
      const box = make("div", { class: "cluster" }, String(group.items.length));
      const icon = L.divIcon({
        className: "badge-box", html: box, iconSize: [SIZE, SIZE], iconAnchor: [SIZE / 2 - shift, SIZE / 2 - shift],
      });
      const marker = L.marker(this.map.unproject(group.middle), { icon, keyboard: true, riseOnHover: true, zIndexOffset: 500 }).addTo(this.map);
      const element = marker.getElement();
      const names = group.items.slice(0, NAMED).map((item) => item.feature.name).join("; ");
      element.setAttribute("aria-label", `${phrase("ui.cluster", { count: group.items.length })}: ${names}`);
      page.marks.onPress(marker, (isByKey) => this.open(group, isByKey));
      return { marker, group, shift, isNew: true };
    }

    open(group, isByKey) {
      const bounds = L.latLngBounds(group.items.map((item) => item.home));
      const [a, b] = [bounds.getNorthWest(), bounds.getSouthEast()].map((each) => this.map.project(each, APART_ZOOM));
      const zoom = this.map.getZoom();
      if (a.distanceTo(b) > 2 * NEAR && zoom < APART_ZOOM) {
        const fitting = Math.min(this.map.getBoundsZoom(bounds.pad(0.3)), APART_ZOOM);
        this.map.setView(bounds.getCenter(), Math.max(fitting, zoom + 1), { animate: false });
      } else {
        this.openFan(group);
      }
      if (isByKey) this.focusFirst(group);
    }

    focusFirst(group) {
      const item = group.items.find((each) => each.isOnMap);
      const badge = this.badges.find((each) => each.group.items.includes(group.items[0]));
      (item ? item.marker : badge.marker).getElement().focus();
    }

    // Badges of one point stand in a circle around it, each with a line to its own place.
    openFan(group) {
      this.closeFan();
      const { items } = group;
      const radius = Math.max(FAN, (items.length * 42) / (2 * Math.PI));
      const centre = group.middle;
      const lines = items.map((item, i) => {
        const angle = (2 * Math.PI * i) / items.length - Math.PI / 2;
        const place = this.map.unproject(centre.add([radius * Math.cos(angle), radius * Math.sin(angle)]));
        item.marker.setLatLng(place);
        item.side = place.lng < item.home.lng - 1e-9 ? "left" : "right"; // where its name goes: outwards
        item.marker.sign("is-fanned", true);
        this.put(item, true);
        return L.polyline([item.home, place], { className: "fan", weight: 1.5, interactive: false }).addTo(this.map);
      });
      this.fan = { items, lines };
      const badge = this.badges.find((each) => each.group === group);
      if (badge) badge.marker.remove();
      this.badges = this.badges.filter((each) => each !== badge);
      this.keepOrder();
      this.onChange();
    }

    fanLines() {
      return this.fan ? this.fan.lines.map((line) => line.getLatLngs()) : [];
    }

    // Returns whether there was a fan.
    closeFan() {
      if (!this.fan) return false;
      for (const item of this.fan.items) {
        item.marker.setLatLng(item.home);
        item.side = null;
        item.marker.sign("is-fanned", false);
      }
      this.fan.lines.forEach((line) => line.remove());
      this.fan = null;
      return true;
    }
  }

  page.createClusters = (...all) => new Clusters(...all);
  page.clusterHalfSize = SIZE / 2;
})();
