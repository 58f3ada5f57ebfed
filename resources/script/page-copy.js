// Into the clipboard, with a word on how it went; where the browser refuses, the text is shown to be copied by hand.
(function () {
  "use strict";

  const page = window.infromapPage;
  const { make, word } = page;
  const SHOWN_MS = 6000;
  let box = null;
  let timer = 0;

  function told() {
    if (!box) {
      box = make("div", { id: "told", role: "status" });
      document.querySelector("main").append(box);
    }
    return box;
  }

  function tell(...content) {
    clearTimeout(timer);
    told().replaceChildren(...content);
    told().classList.add("is-shown");
  }

  function hush() {
    told().classList.remove("is-shown");
    told().replaceChildren();
  }

  function say(text) {
    tell(text);
    timer = setTimeout(hush, SHOWN_MS);
  }

  async function write(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return writeBySelection(text);
    }
  }

  // The old way, for browsers that give pages from a file no clipboard.
  function writeBySelection(text) {
    const before = document.activeElement;
    const field = make("textarea", { class: "copied", "aria-hidden": "true", tabindex: "-1", readonly: "" });
    field.value = text;
    document.body.append(field);
    field.select();
    let isDone = false;
    try {
      isDone = document.execCommand("copy");
    } catch {
      isDone = false;
    }
    field.remove();
    before?.focus();
    return isDone;
  }

  function showToCopy(text) {
    const field = make("textarea", { readonly: "", rows: "2", "aria-label": word("ui.copy_by_hand") });
    field.value = text;
    tell(make("p", {}, word("ui.copy_by_hand")), field, page.button("ui.close", hush));
    field.focus();
    field.select();
  }

  page.copy = async function copy(text) {
    if (await write(text)) say(`${word("ui.copied")} ${text.length > 120 ? "" : text}`);
    else showToCopy(text);
  };
  page.say = say;
  page.hush = hush;
})();
