// Buttons on the map: show all, light or dark, lines of latitude and longitude.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { make, word } = page;
  const SVG = "http://www.w3.org/2000/svg";
  const ICONS = {
    home: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 12h6M12 9v6",
    theme: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 5.200a6.800 6.800 0 0 1 0 13.600z",
    tiles: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
    graticule: "M12 3.5a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0-17zM3.500 12h17M12 3.500c-5 4.500-5 12.500 0 17M12 3.500c5 4.500 5 12.500 0 17",
  };

  function icon(name) {
    const svg = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("class", `switch-icon switch-${name}`);
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", ICONS[name]);
    svg.append(path);
    return svg;
  }

  function button(name, label, press) {
    const element = make("button", { type: "button", class: "switch", title: label, "aria-label": label, "data-switch": name }, icon(name));
    element.addEventListener("click", () => press(element));
    return element;
  }

  // A button that stays pressed; press gets the new state.
  function toggle(name, label, isOn, press) {
    const element = button(name, label, () => {
      const isNow = element.getAttribute("aria-pressed") !== "true";
      element.setAttribute("aria-pressed", String(isNow));
      press(isNow);
    });
    element.setAttribute("aria-pressed", String(isOn));
    return element;
  }

  // One more, under the others.
  page.addSwitch = function addSwitch(name, label, press) {
    const element = toggle(name, label, false, press);
    document.querySelector(".map-switches").append(element);
    return element;
  };

  page.addSwitches = function addSwitches(sheet) {
    const theme = window.infromapTheme;
    const isDark = () => theme.name() === "dark";
    const dark = toggle("theme", word("ui.dark"), isDark(), (isNow) => theme.choose(isNow ? "dark" : "light"));
    theme.onChange(() => dark.setAttribute("aria-pressed", String(isDark())));
    const Switches = L.Control.extend({
      options: { position: "topleft" },
      onAdd() {
        const bar = make(
          "div",
          { class: "leaflet-bar map-switches" },
          button("home", word("ui.zoom_all"), () => sheet.fit(false)),
          dark,
          toggle("graticule", word("ui.graticule"), false, (isNow) => sheet.setGraticule(isNow)),
        );
        L.DomEvent.disableClickPropagation(bar);
        return bar;
      },
    });
    new Switches().addTo(sheet.map);
  };
})();
