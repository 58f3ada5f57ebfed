// Light or dark: what the reader chose, else what the system says. The choice is kept where the browser allows it.
(function () {
  "use strict";

  const KEY = "infromap-theme";
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];
  let chosen = window.infromapStartTheme || remembered(); // the window says which

  function remembered() {
    try {
      const name = window.localStorage.getItem(KEY);
      return name === "light" || name === "dark" ? name : null;
    } catch {
      return null; // a page from a file, or a reader who allows no storage
    }
  }

  function remember(name) {
    try {
      if (name) window.localStorage.setItem(KEY, name);
      else window.localStorage.removeItem(KEY);
    } catch {
      // the choice lasts as long as the page
    }
  }

  const systemName = () => (system.matches ? "dark" : "light");
  const name = () => (isPrinting ? "light" : chosen || systemName());
  let isPrinting = false;

  function apply() {
    if (document.documentElement.dataset.theme === name()) return;
    document.documentElement.dataset.theme = name();
    listeners.forEach((listener) => listener(name()));
  }

  // Choosing what the system says as well means: follow the system again.
  function choose(wanted) {
    chosen = wanted === systemName() ? null : wanted;
    remember(chosen);
    apply();
  }

  function print(isBegun) {
    isPrinting = isBegun;
    apply();
  }

  system.addEventListener("change", apply);
  window.addEventListener("beforeprint", () => print(true)); // paper is white
  window.addEventListener("afterprint", () => print(false));
  apply();
  window.infromapTheme = { name, choose, onChange: (listener) => listeners.push(listener) };
})();
