// Numbers, dates, sums and coordinates as the page's language writes them.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { data, phrase, word } = page;
  const { lang } = document.documentElement;
  const language = lang === "en" ? "en-GB" : lang; // day, month, year
  // Not every browser has every language. Kazakh writes figures as Russian does; words it must not borrow.
  const isKnown = Intl.NumberFormat.supportedLocalesOf(language).length > 0;
  const figures = isKnown ? language : "ru";
  const plurals = new Intl.PluralRules(language);

  function number(value, options) {
    return new Intl.NumberFormat(figures, options).format(value);
  }

  // The text that a number asks for: "1 project", "5 projects"; in Russian "1 проект", "2 проекта", "5 проектов".
  function count(key, n, values) {
    return phrase(`count.${key}.${plurals.select(n)}`, { n: number(n), ...values });
  }

  // An ISO date, as exact as it is known: 2026, 2026-02 or 2026-02-09. Other text stays as it is.
  function date(text) {
    if (!/^\d{4}(-\d\d){0,2}$/.test(text || "")) return text;
    const parts = text.split("-");
    const time = Date.UTC(+parts[0], +(parts[1] || 1) - 1, +(parts[2] || 1));
    const shape = isKnown ? [{ year: "numeric" }, { month: "long" }, { day: "numeric" }] : [{ year: "numeric" }, { month: "2-digit" }, { day: "2-digit" }];
    const options = Object.assign({ timeZone: "UTC" }, ...shape.slice(0, parts.length));
    return Number.isNaN(time) ? text : new Intl.DateTimeFormat(figures, options).format(time);
  }

  // {value, currency, qualifier: "over {sum}"}: "over USD 2.6 billion".
  function money({ value, currency, qualifier }) {
    const sum = number(value, isKnown ? { notation: "compact", compactDisplay: "long", maximumFractionDigits: 3 } : {});
    const money = phrase("ui.money", { currency, sum });
    return qualifier ? qualifier.replace("{sum}", () => money) : money;
  }

  function length(km) {
    return number(km, { style: "unit", unit: "kilometer", maximumFractionDigits: 1 });
  }

  // A country by its two letters; null where the browser has no name for it in this language.
  function country(code) {
    return isKnown && /^[A-Z]{2}$/.test(code || "") ? new Intl.DisplayNames(language, { type: "region" }).of(code) : null;
  }

  // As people write it: "53.2841° N, 69.3936° E". Longitudes beyond the antimeridian come back into the world.
  function coordinates(lon, lat) {
    const east = wrap(lon);
    const degrees = (value) => number(Math.abs(value), { minimumFractionDigits: 4, maximumFractionDigits: 4 });
    return [
      phrase(lat < 0 ? "coordinate.south" : "coordinate.north", { degrees: degrees(lat) }),
      phrase(east < 0 ? "coordinate.west" : "coordinate.east", { degrees: degrees(east) }),
    ].join(", ");
  }

  // As files and programs write it: "69.39364,53.28414".
  function lonLat(lon, lat) {
    return `${+wrap(lon).toFixed(5)},${+lat.toFixed(5)}`;
  }

  function wrap(lon) {
    return lon > 180 ? lon - 360 : lon;
  }

  // What is shown of a row: words of a list in the page's language, dates and sums by its rules, all else as it was said.
  function rowValue(row, feature) {
    const sums = feature ? feature.rows.filter((each) => each.key === "amount") : [];
    const sum = feature && row.key === "amount" && feature.amounts[sums.indexOf(row)];
    if (sum) return money(sum);
    if (row.key === "length" && feature && feature.rows.includes(row) && feature.statedKm !== null) return length(feature.statedKm);
    if (row.key === "date" || row.key === "completion") return date(row.value);
    return word(`${row.key}.${row.value}`, row.value);
  }

  // Who published the article and when, in one line.
  function articleSource() {
    const { article } = data;
    const name = [article.publisher || article.source, date(article.date)].filter(Boolean).join(", ");
    return { name, url: article.url };
  }

  Object.assign(page, { language, number, count, date, money, length, country, coordinates, lonLat, rowValue, articleSource });
})();
