// Elements and words of the page. All text goes through textContent: nothing from outside is ever markup.
(function () {
  "use strict";

  const MOST_LETTERS = 5000;
  const SVG = "http://www.w3.org/2000/svg";
  const data = JSON.parse(document.getElementById("infromap-data").textContent);

  // Nobody reads more than this of one text, and to lay out a megabyte takes seconds.
  function clipped(text) {
    return typeof text === "string" && text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
  }

  // make("p", {class: "note"}, "text", element, …); null and "" are left out.
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined) element.setAttribute(name, name === "aria-label" ? clipped(value) : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== "").map(clipped));
    return element;
  }

  // An element for words from outside: they run in their own direction, and no farther.
  function said(tag, attributes, ...children) {
    return make(tag, { dir: "auto", ...attributes }, ...children);
  }

  // The article's own words are in its language, whatever the page's is.
  function quoted(tag, attributes, ...children) {
    return said(tag, { lang: data.article.language, ...attributes }, ...children);
  }

  function symbol(kind) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "symbol");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", `#kind-${kind.replace(/[^a-z]/g, "-")}`);
    svg.append(use);
    return svg;
  }

  // The text for a key; the value itself where a list of words lacks it.
  function word(key, fallback) {
    return data.strings[key] || fallback || key;
  }

  function phrase(key, values) {
    return word(key).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  // A link to a web address; the name alone where the address is none.
  function link(source) {
    const label = source.name + (source.date ? `, ${page.date(source.date)}` : "");
    if (!source.url || !/^https?:\/\//i.test(source.url)) return said("span", {}, label);
    return said("a", { href: source.url, target: "_blank", rel: "noopener noreferrer" }, label);
  }

  // A button of the page; its words are the page's own.
  function button(key, act, attributes) {
    const element = make("button", { type: "button", ...attributes }, word(key));
    element.addEventListener("click", act);
    return element;
  }

  const page = { data, make, said, quoted, symbol, word, phrase, link, button };
  window.infromapPage = page;
})();
