// Opens an exported page by file:// in a browser that can reach nothing, and says what it finds.
// Usage: node check.mjs chromium|firefox PAGE.html PICTURE.png [HOSTILE.html …]     (exit status 1 if a check fails)
// HOSTILE pages are made of texts that would count up window.__ran if they ran; see tests/data/hostile.json.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// The drivers are installed beside the repository's own files: see Makefile.
const require = createRequire(`${process.env.INFROMAP_DRIVERS}/`);
const [name, file, picture, ...hostile] = process.argv.slice(2);
const address = pathToFileURL(file).href;
const SIZE = { width: 1200, height: 800 };
const NOWHERE = "127.0.0.1:9"; // a proxy that does not answer, for whatever is no file

// Chromium by playwright, over its own protocol.
async function openChromium() {
  const { chromium } = require("playwright-core");
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", `--proxy-server=${NOWHERE}`, "--proxy-bypass-list=<-loopback>"],
  });
  return { browser, page: await browser.newPage({ viewport: SIZE }) };
}

// Firefox by puppeteer, over WebDriver BiDi: geckodriver is not to be had, and playwright wants a Firefox of its own.
async function openFirefox() {
  const puppeteer = require("puppeteer-core");
  const [host, port] = NOWHERE.split(":");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: {
      "network.proxy.type": 1,
      "network.proxy.http": host,
      "network.proxy.http_port": Number(port),
      "network.proxy.ssl": host,
      "network.proxy.ssl_port": Number(port),
    },
  });
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  return { browser, page };
}

const failures = [];
function check(what, isRight, found) {
  console.log(`${isRight ? "ok  " : "FAIL"} ${name}: ${what}${found === undefined ? "" : ` (${found})`}`);
  if (!isRight) failures.push(what);
}

// Opens every project and layer of a page, some rows, and the print; counts what ran, what was asked for and what is markup.
async function checkHostile(path) {
  const own = pathToFileURL(path).href;
  requests.length = messages.length = 0;
  await page.goto(own);
  await page.waitForFunction(() => window.infromap && window.infromap.painted, { timeout: 60_000 });
  const found = await page.evaluate(() => {
    const entries = document.querySelectorAll(".entry");
    entries.forEach((entry) => entry.click());
    for (const layer of window.infromap.layers || []) for (let row = 0; row < layer.count; row += 9) layer.select(row);
    window.dispatchEvent(new Event("beforeprint"));
    const strangers = "img, iframe, object, embed, form, base, link, [onerror], [onload], [onmouseover], [onclick]";
    const markup = document.querySelectorAll(strangers).length;
    window.dispatchEvent(new Event("afterprint"));
    const schemes = [...document.querySelectorAll("a[href]:not([href^=\"#\"])")].map((each) => each.protocol);
    return { entries: entries.length, ran: window.__ran, markup, schemes: [...new Set(schemes)] };
  });
  const beyond = requests.filter((url) => url !== own && !/^(data|blob):/.test(url));
  const title = path.split("/").pop();
  check(`${title}: nothing ran`, found.ran === undefined && found.entries > 0, `${found.entries} entries`);
  check(`${title}: no text is markup`, found.markup === 0, found.markup);
  check(`${title}: links to the web alone`, found.schemes.every((each) => /^https?:$/.test(each)), found.schemes.join(" "));
  check(`${title}: nothing was asked for`, beyond.length === 0, beyond.join(" ") || requests.length);
  check(`${title}: the console is silent`, messages.length === 0, messages.join(" | ") || undefined);
}

const { browser, page } = await (name === "firefox" ? openFirefox() : openChromium());
const requests = [];
const messages = [];
page.on("request", (request) => requests.push(request.url()));
page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
page.on("pageerror", (error) => messages.push(`error: ${error.message}`));

try {
  console.log(`     ${name}: ${typeof browser.version === "function" ? await browser.version() : ""}`);
  await page.goto(address);
  await page.waitForFunction(() => window.infromap && window.infromap.painted, { timeout: 60_000 });
  check("painted", true);
  await new Promise((resolve) => setTimeout(resolve, 500)); // tiles fade in
  await page.screenshot({ path: picture });

  const badges = await page.$$(".leaflet-marker-icon .badge");
  check("badges of the projects", badges.length === 4, badges.length);
  const label = await page.$eval(".leaflet-marker-icon:has(.badge)", (each) => each.getAttribute("aria-label"));
  await badges[0].click();
  await page.waitForSelector(".leaflet-popup .popup h2", { timeout: 10_000 });
  const title = await page.$eval(".leaflet-popup .popup h2", (each) => each.textContent);
  check("a click on a badge opens its popup", label.startsWith(`${title}.`), title);
  check("and chooses the project", await page.evaluate(() => Boolean(window.infromap.selected)));

  await page.keyboard.press("Escape");
  check("Escape closes it", await page.evaluate(() => window.infromap.selected === null));
  await page.click("[data-switch=theme]");
  check("the switch makes it dark", await page.evaluate(() => document.documentElement.dataset.theme === "dark"));
  await page.screenshot({ path: picture.replace(".png", "-dark.png") });
  const names = await page.evaluate(() => window.infromap.labels().length);
  check("names are on the map", names > 20, names);

  const beyond = requests.filter((url) => url !== address && !/^(data|blob):/.test(url));
  check("nothing was asked for but the file", beyond.length === 0, beyond.join(" ") || requests.length);
  check("the console is silent", messages.length === 0, messages.join(" | ") || undefined);

  for (const each of hostile) await checkHostile(each);
} catch (error) {
  check(error.message, false);
} finally {
  await browser.close();
}
process.exit(failures.length ? 1 : 0);
