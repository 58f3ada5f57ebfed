"""Time from a click to the choice shown in every panel and on the map, at 10,000 projects.

Ours: the window with a document of ``linked_documents.py``; a click on a row of the list, on a fact in the text, on a
row of the attribute table. The clock stops when all panels are painted and the page has the popup in a frame on the
screen. The peer has nothing but a ``QTreeWidget`` of the same names and a web view with ``folium.GeoJson`` of the same
points on Leaflet's canvas: a click on a row has Leaflet open the popup of its point. Both choose the same projects.
"""

import json
import math
import platform
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from linked_documents import many_projects
from PySide6.QtCore import QEventLoop, QPoint, QSettings, Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTreeWidget, QTreeWidgetItem, QWidget

from infromap.gui.environment import prepare_environment
from infromap.gui.page.scheme import register_scheme

ROUNDS = 7
REST_MS = 2_500  # between two clicks: the map has come to rest
SIZE = (1400, 900)
PATIENCE_S = 60
SHOWN = """
(() => {
  const wanted = %s;
  const popups = () => [...document.querySelectorAll(".leaflet-popup")]; // one that goes may still be there
  const isThere = () => popups().some((each) => each.textContent.includes(wanted));
  const wait = () => (isThere() ? requestAnimationFrame(() => setTimeout(() => (document.title = `shown ${wanted}`)))
    : requestAnimationFrame(wait));
  wait();
})()
"""


def rest(milliseconds: int) -> None:
    """Let Qt work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(signal, is_it=lambda *_: True, patience_ms: int = 60_000) -> None:
    """Let Qt work until a signal says what is waited for."""
    loop = QEventLoop()
    signal.connect(lambda *args: loop.quit() if is_it(*args) else None)
    QTimer.singleShot(patience_ms, loop.quit)
    loop.exec()


def time_click(view: QWebEngineView, name: str, click) -> tuple[float, float]:
    """Return seconds until the panels and until the popup of ``name`` is shown too."""
    shown: list[float] = []
    watch = view.titleChanged.connect(
        lambda title: shown.append(time.perf_counter()) if title == f"shown {name}" else None
    )
    view.page().runJavaScript(SHOWN % json.dumps(name))
    rest(100)  # the page watches out for it, frame by frame
    begun = time.perf_counter()
    click()
    QApplication.processEvents()  # the panels paint
    panels = time.perf_counter() - begun
    while not shown and time.perf_counter() - begun < PATIENCE_S:
        rest(1)
    view.titleChanged.disconnect(watch)
    return panels, shown[0] - begun if shown else math.inf


def click_at(widget: QWidget, point: QPoint) -> None:
    """Press and let go the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def time_ours(document, chosen, folder: Path) -> dict[str, list[tuple[float, float]]]:
    """Return the times of each way to choose."""
    from infromap.gui.settings import WindowSettings
    from infromap.gui.window import MainWindow

    window = MainWindow(WindowSettings(QSettings(str(folder / "benchmark.ini"), QSettings.Format.IniFormat)))
    window.resize(*SIZE)
    window.show()
    window.commands["show_attribute_table"].trigger()
    window.open_map.open(document)
    wait_for(window.map.painted)
    rest(5_000)
    tree, text, table = window.projects.tree, window.article.text, window.table.view

    def from_list(feature):
        index = window.projects.model.find(feature.id)
        tree.scrollTo(index)
        rest(50)
        return lambda: click_at(tree.viewport(), tree.visualRect(index).center())

    def from_text(feature):
        quote = feature.project.places[0].quote
        text.setTextCursor(text.cursor_over(quote.start, quote.start))
        text.centerCursor()
        rest(50)
        where = text.cursorRect(text.cursor_over(quote.start + 2, quote.start + 2)).center() + QPoint(2, 0)
        return lambda: click_at(text.viewport(), where)

    def from_table(feature):
        index = table.model().index(document.features.index(feature), 0)
        table.scrollTo(index)
        rest(50)
        return lambda: click_at(table.viewport(), table.visualRect(index).center())

    ways = {"list": from_list, "text": from_text, "table": from_table}
    times: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    for number, feature in enumerate(chosen):
        way = list(ways)[number % len(ways)]
        click = ways[way](feature)
        times[way].append(time_click(window.map, feature.name, click))
        rest(REST_MS)
    window.close()
    return times


def peer_page(document, folder: Path) -> Path:
    """Write a page of ``folium.GeoJson``; Leaflet stands beside it."""
    import folium
    from xstatic.pkg import leaflet

    located = [feature for feature in document.features if feature.geometry is not None]
    collection = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"name": each.name},
                "geometry": {"type": "Point", "coordinates": list(each.geometry.representative_point().coords[0])},
            }
            for each in located
        ],
    }
    page = folium.Map((48, 67), zoom_start=5, tiles=None, max_zoom=18, prefer_canvas=True)
    popup = folium.GeoJsonPopup(fields=["name"])
    layer = folium.GeoJson(collection, marker=folium.CircleMarker(radius=5), popup=popup).add_to(page)
    html = page.get_root().render()
    leaflet_js = next(Path(leaflet.BASE_DIR).rglob("leaflet.js")).read_text(encoding="utf-8")
    html = re.sub(r'<script src="[^"]*"></script>|<link rel="stylesheet" href="[^"]*"/>', "", html)
    html = html.replace("<head>", f"<head><script>{leaflet_js}</script>", 1)
    html += (
        f"<script>window.byName = {{}}; window.addEventListener('load', () => {layer.get_name()}.eachLayer((each) => "
    )
    html += "(window.byName[each.feature.properties.name] = each)));</script>"
    path = folder / "peer.html"
    path.write_text(html, encoding="utf-8")
    return path


def time_peer(document, chosen, folder: Path) -> list[tuple[float, float]]:
    """Return the times of a list beside a page of folium's."""
    window, tree, view = QWidget(), QTreeWidget(), QWebEngineView()
    layout = QHBoxLayout(window)
    layout.addWidget(tree)
    layout.addWidget(view, 1)
    window.resize(*SIZE)
    window.show()
    view.settings().setAttribute(QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls, False)
    items = {feature.id: QTreeWidgetItem(tree, [feature.name]) for feature in document.features}
    view.load(QUrl.fromLocalFile(str(peer_page(document, folder))))
    wait_for(view.loadFinished)
    rest(5_000)
    open_popup = "{ const each = window.byName[%s]; each.fire('click', { latlng: each.getLatLng() }, true); }"
    tree.itemClicked.connect(lambda item: view.page().runJavaScript(open_popup % json.dumps(item.text(0))))
    times = []
    for feature in chosen:
        item = items[feature.id]
        tree.scrollToItem(item)
        rest(50)
        where = tree.visualItemRect(item).center()
        times.append(time_click(view, feature.name, lambda where=where: click_at(tree.viewport(), where)))
        rest(REST_MS)
    window.close()
    return times


def row(name: str, times: list[tuple[float, float]]) -> str:
    """Return a line of the table: medians in milliseconds."""
    panels, popup = (statistics.median(each) * 1000 for each in zip(*times, strict=True))
    return f"| {name} | {panels:.0f} | {popup:.0f} |"


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    prepare_environment()
    register_scheme()
    application = QApplication([])
    document = many_projects(count)
    located = [feature for feature in document.features if feature.geometry is not None]
    chosen = [located[(7919 * number) % len(located)] for number in range(3 * ROUNDS)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = time_ours(document, chosen, folder)
        peer = time_peer(document, chosen[:ROUNDS], folder)
    print(f"{count:,} projects, {platform.machine()}, Python {platform.python_version()}, {application.platformName()}")
    print("| a click on | panels, ms | panels and popup, ms |\n|---|---|---|")
    for way, times in ours.items():
        print(row(f"infromap, {way}", times))
    print(row("QTreeWidget and folium.GeoJson", peer))


if __name__ == "__main__":
    main()
