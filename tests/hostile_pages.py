"""A page that is made of hostile texts: it is used like a reader would, and what ran is counted."""

import json

WATCH = """
window.__ran = 0;
window.__violations = [];
addEventListener("securitypolicyviolation", (event) => window.__violations.push(event.violatedDirective));
for (const name of ["alert", "open"]) window[name] = () => { window.__ran += 1; };
"""


def use_everything(evaluate):
    """Open each project, the table, the print and the picture, and search for each text."""
    evaluate(
        "document.querySelector('[aria-controls=table]').click();"
        "for (const entry of document.querySelectorAll('.entry')) {"
        "  entry.click();"
        "  document.querySelectorAll('.popup details').forEach((each) => (each.open = true));"
        "  document.querySelectorAll('.popup button').forEach((each) => each.click());"
        "  const field = document.querySelector('#search');"
        "  field.value = entry.textContent.slice(0, 300); field.dispatchEvent(new Event('input'));"
        "  field.value = ''; field.dispatchEvent(new Event('input'));"
        "  document.querySelectorAll('.popup a, .popup li').forEach("
        "    (each) => each.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})));"
        "}"
        "window.dispatchEvent(new Event('beforeprint')); window.__printed = document.body.textContent;"
        "window.dispatchEvent(new Event('afterprint'));"
        "window.infromapPage.drawPicture(document.getElementById('map')).then(() => { window.__drawn = true; }); 0"
    )


def assert_nothing_ran(evaluate, messages, requests):
    assert evaluate("window.__ran") == 0
    assert evaluate("JSON.stringify(window.__violations)") == "[]"
    assert messages == []
    assert len(requests) == 1
    strangers = "img, iframe, object, embed, form, base, link, [onerror], [onload], [onmouseover]"
    assert evaluate(f"document.querySelectorAll({json.dumps(strangers)}).length") == 0
    assert evaluate("document.querySelectorAll('style').length") == 2
    addresses = json.loads(evaluate("JSON.stringify([...document.querySelectorAll('a[href]')].map((e) => e.protocol))"))
    assert set(addresses) <= {"http:", "https:", "file:"}


def use_layers(evaluate):
    """Choose rows of each layer on the map, look at each table, print and draw."""
    evaluate(
        "document.querySelectorAll('.entry').forEach((entry) => entry.click());"
        "for (const layer of window.infromap.layers)"
        "  for (let row = 0; row < layer.count; row += 7) layer.select(row);"
        "window.dispatchEvent(new Event('beforeprint')); window.__printed = document.body.textContent;"
        "window.dispatchEvent(new Event('afterprint'));"
        "window.infromapPage.drawPicture(document.getElementById('map')).then(() => { window.__drawn = true; }); 0"
    )
