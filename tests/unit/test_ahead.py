"""What is opened first is read by a fork; each test runs in a process of its own, as a fork wants no threads."""

import json
import os
import subprocess
import sys

import numpy as np
import pyogrio
import pytest
import shapely

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux reads ahead")

BEGIN = """
import sys
from pathlib import Path
from infromap.ahead import read_ahead
path = Path(sys.argv[1])
ahead = read_ahead(path)
pages = []
"""


def run(code: str, path: object) -> str:
    done = subprocess.run([sys.executable, "-c", BEGIN + code, str(path)], capture_output=True, text=True, timeout=120)
    assert done.stderr == ""
    return done.stdout


def test_map_and_page_are_those_that_would_be_made_here(brief):
    code = """
from infromap.article import read_article
from infromap.pipeline import build_map
from infromap.render import render_html
ahead.ask_page(language="kk", tiles=None)
article, document = ahead.take_map(path, pages.append)
print(article == read_article(path), document == build_map(article), pages == [render_html(document, language="kk")])
print(ahead.has_given_page_of(document, language="kk", tiles=None))
"""

    assert run(code, brief) == "True True True\nTrue\n"


def test_this_process_loads_nothing_that_reads_or_renders(brief):
    code = """
ahead.ask_page(language="en", tiles=None)
ahead.take_map(path, pages.append)
print([name for name in ("infromap.pipeline", "infromap.article.extract", "folium") if name in sys.modules])
"""

    assert run(code, brief) == "[]\n"


def test_each_is_given_once(brief):
    code = """
ahead.ask_page(language="en", tiles=None)
_, document = ahead.take_map(path, pages.append)
again = ahead.take_map(path, pages.append)
given = [ahead.has_given_page_of(document, language="en", tiles=None) for _ in range(2)]
print(again, len(pages), *given)
"""

    assert run(code, brief) == "None 1 True False\n"


def test_another_file_is_read_here(brief):
    assert run('print(ahead.take_map(Path("other.txt"), pages.append), pages)', brief) == "None []\n"


@pytest.mark.parametrize(
    ("document", "language"), [("replace(document, title='other')", "en"), ("document", "kk"), ("document", "en")]
)
def test_the_page_is_of_one_map_in_one_language(brief, document, language):
    code = f"""
from dataclasses import replace
ahead.ask_page(language="en", tiles=None)
_, document = ahead.take_map(path, pages.append)
print(ahead.has_given_page_of({document}, language="{language}", tiles=None))
"""

    assert run(code, brief) == f"{(document, language) == ('document', 'en')}\n"


def test_a_page_that_nobody_asked_for_is_not_made(brief):
    code = """
_, document = ahead.take_map(path, pages.append)
print(pages, ahead.has_given_page_of(document, language="en", tiles=None))
"""

    assert run(code, brief) == "[] False\n"


@pytest.mark.parametrize("asks", ['ahead.ask_page(language="en", tiles=None)', ""])
def test_the_process_ends_when_it_has_told_all(brief, asks):
    code = f"""
import multiprocessing
{asks}
ahead.take_map(path, pages.append)
for child in multiprocessing.active_children():
    child.join(60)
print(multiprocessing.active_children())
"""

    assert run(code, brief) == "[]\n"


def test_a_page_that_cannot_be_made_is_left_to_the_window(brief):
    code = """
ahead.ask_page(language="xx", tiles=None)
_, document = ahead.take_map(path, pages.append)
print(len(document.features) > 0, pages, ahead.has_given_page_of(document, language="xx", tiles=None))
"""

    assert run(code, brief) == "True [] False\n"


def test_a_file_that_cannot_be_read_is_left_to_the_window(tmp_path):
    assert run("print(ahead.take_map(path, pages.append))", tmp_path / "missing.txt") == "None\n"


def test_ctrl_c_is_the_window_s_business(brief):
    code = """
import multiprocessing, os, signal, time
(child,) = multiprocessing.active_children()
status = Path(f"/proc/{child.pid}/status")
while int(status.read_text().partition("SigIgn:")[2].split()[0], 16) & 2 == 0:
    time.sleep(0.001)
os.kill(child.pid, signal.SIGINT)
print(ahead.take_map(path, pages.append) is not None)
"""

    assert run(code, brief) == "True\n"


def test_a_reader_that_was_killed_is_noticed(brief):
    code = """
import multiprocessing
for child in multiprocessing.active_children():
    child.kill()
    child.join()
print(ahead.take_map(path, pages.append))
"""

    assert run(code, brief) == "None\n"


def test_a_reader_that_dies_after_the_page_is_noticed(brief):
    code = """
import os
from infromap import ahead as module
module._pack = lambda read: os._exit(1)
ahead = read_ahead(path)
ahead.ask_page(language="en", tiles=None)
print(ahead.take_map(path, pages.append), len(pages))
"""

    assert run(code, brief) == "None 1\n"


# Layers of GIS files

BEGIN_LAYERS = """
import sys
from pathlib import Path
from infromap.ahead import read_layers_ahead
path = Path(sys.argv[1])
ahead = read_layers_ahead([path], crs=None)
pages = []
"""
POINTS = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": properties, "geometry": geometry}
        for properties, geometry in (
            ({"name": "a", "size": 1.5}, {"type": "Point", "coordinates": [70, 50, 9]}),
            ({"name": None, "size": 2}, None),
            ({"name": "b", "size": None}, {"type": "LineString", "coordinates": [[70, 50], [71, 51]]}),
        )
    ],
}


@pytest.fixture
def points(tmp_path):
    path = tmp_path / "points.geojson"
    path.write_text(json.dumps(POINTS))
    return path


def run_layers(code: str, path: object) -> str:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN_LAYERS + code, str(path)], capture_output=True, text=True, timeout=120
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(
    "written",
    [
        ["POINT (70.123456789012 50)", "POINT (71 51)"],
        ["POINT Z (70 50 9)", "POINT Z (71 51 -1)"],
        ["POINT (70 50)", "POINT Z (71 51 9)"],
        ["POINT M (70 50 9)", "POINT M (71 51 9)"],
        ["POINT (70 50)", "POINT EMPTY"],
        ["POINT (70 50)", None],
        ["POINT (70 50)", "LINESTRING (70 50, 71 51)"],
    ],
)
def test_layers_and_their_page_are_those_that_would_be_made_here(tmp_path, written):
    path = tmp_path / "written.gpkg"
    geometry, numbers = shapely.to_wkb(shapely.from_wkt(written), flavor="iso"), np.arange(len(written))
    kind = "PointM" if "M" in written[0] else "Unknown"
    pyogrio.raw.write(path, geometry, [numbers], ["n"], geometry_type=kind, crs="EPSG:4326")
    code = """
from dataclasses import replace
from infromap.compose import compose_layers
ahead.ask_page(language="en", tiles=None)
layers = ahead.take_layers([path], lambda done, total: None, pages.append)
print(ahead.has_given_page_of(compose_layers(layers), language="en", tiles=None), "pyogrio" in sys.modules)
from infromap.render import render_html
from infromap.vector import read_layers
here = read_layers(path)
from shapely import to_wkb
said = [[list(map(repr, each)) for each in (to_wkb(layer.geometry), *(column.values for column in layer.columns))]
        for layer in (*layers, *here)]
print(said[0] == said[1], pages == [render_html(compose_layers(here))])
"""

    assert run_layers(code, path) == "True False\nTrue True\n"


@pytest.mark.parametrize("change", ["name='other'", "geometry=layer.geometry.copy()"])
def test_the_page_is_of_these_layers_and_no_others(points, change):
    code = f"""
from dataclasses import replace
from infromap.compose import compose_layers
ahead.ask_page(language="en", tiles=None)
(layer,) = ahead.take_layers([path], lambda done, total: None, pages.append)
other = compose_layers([replace(layer, {change})])
print(ahead.has_given_page_of(other, language="en", tiles=None))
"""

    assert run_layers(code, points) == "False\n"


def test_what_the_window_has_to_ask_is_left_to_it(tmp_path):
    file = tmp_path / "rows.csv"
    file.write_text("a;b\n1;2\n")

    assert run_layers("print(ahead.take_layers([path], lambda done, total: None, pages.append))", file) == "None\n"


def test_who_waits_hears_how_far_it_is_and_may_stop_which_ends_the_process(points):
    code = """
heard = []
def stop(done, total):
    heard.append((done, total))
    raise KeyError
try:
    ahead.take_layers([path], stop, pages.append)
except KeyError:
    print(len(heard), ahead.take_layers([path], stop, pages.append))
import multiprocessing
for child in multiprocessing.active_children():
    child.join(60)
print(multiprocessing.active_children())
"""

    assert run_layers(code, points) == "1 None\n[]\n"


WINDOW = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QTimer
from infromap.gui import run_window
from infromap.gui.page.map_view import MapView
report = MapView._report_painted
def told(view):
    report(view)
    wait(view)
def wait(view):
    if view.window().document is None:  # the page may be there before the map
        QTimer.singleShot(5, lambda: wait(view))
    else:
        tell(view)
        sys.stdout.flush()
        os._exit(0)
MapView._report_painted = told
"""


@pytest.mark.qt
def test_the_window_shows_layers_that_were_read_ahead(points):
    code = """
def tell(view):
    layer, = view.window().document.layers
    readers = ("pyogrio", "folium", "infromap.vector.plan")
    print(layer.name, len(layer), [name for name in readers if name in sys.modules])
run_window([], layers=[path], ahead=ahead, language="en")
"""

    done = subprocess.run(
        [sys.executable, "-c", BEGIN_LAYERS + WINDOW + code, str(points)], capture_output=True, text=True, timeout=120
    )

    assert done.stdout == "points.geojson 3 []\n"


# What a start does without

LATER = (
    "infromap.pipeline", "infromap.article.extract", "infromap.vector.layers", "infromap.vector.table",
    "infromap.export.save", "infromap.render.page", "infromap.gazetteer.lookup", "infromap.gui.page.tile_file",
    "infromap.gui.layers.style_dialog", "infromap.gui.layers.filter_dialog", "infromap.gui.layers.layer_properties",
    "infromap.gui.files.crs_dialog", "infromap.gui.files.table_dialog", "infromap.gui.files.layer_choice",
    "infromap.gui.files.export_dialogs", "infromap.gui.page.picture", "infromap.gui.page.sheets",
    "infromap.gui.tools.find_dialog", "infromap.gui.correct.correction_dialogs", "infromap.gui.correct.place_panel",
    "infromap.gui.tools.bookmarks_dialog", "infromap.gui.program.manual_window",
    "infromap.gui.program.shortcuts_dialog", "PySide6.QtPdf", "difflib", "folium", "pyogrio",
    "requests", "sqlite3", "uuid",
)  # fmt: skip


@pytest.mark.qt
def test_a_window_stands_without_numpy_and_shapely_which_come_with_the_map():
    code = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
from infromap.gui.app import Windows
from infromap.gui.environment import prepare_environment
from infromap.gui.page.scheme import register_scheme
prepare_environment()
register_scheme()
application = QApplication(["infromap"])
window = Windows("en").new()
application.processEvents()
print(window.isVisible(), [name for name in ("numpy", "shapely") if name in sys.modules], flush=True)
import numpy
from infromap.gui.table import rows_model
print(rows_model.np is numpy, list(rows_model.np.arange(2)), flush=True)
os._exit(0)
"""

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)

    assert done.stdout == "True []\nFalse [np.int64(0), np.int64(1)]\n"


@pytest.mark.qt
def test_a_window_that_was_read_ahead_loads_nothing_that_is_opened_later(brief):
    code = f"""
def tell(view):
    print([name for name in {LATER!r} if name in sys.modules])
run_window([str(path)], ahead=ahead, language="en")
"""

    done = subprocess.run(
        [sys.executable, "-c", BEGIN + WINDOW + code, str(brief)], capture_output=True, text=True, timeout=120
    )

    assert done.stdout == "[]\n"


@pytest.mark.qt
def test_the_window_shows_what_was_read_ahead(brief):
    code = """
def tell(view):
    print(view.window().document.title, "infromap.pipeline" in sys.modules, "folium" in sys.modules)
run_window([str(path)], ahead=ahead, language="en")
"""

    done = subprocess.run(
        [sys.executable, "-c", BEGIN + WINDOW + code, str(brief)], capture_output=True, text=True, timeout=120
    )

    assert done.stdout == "Nine AIIB projects in Kazakhstan: what was named on 9 February 2026 False False\n"


@pytest.mark.qt
def test_a_started_program_is_set_aside_from_rubbish_which_python_never_collects_by_itself(brief):
    code = """
import gc, sys
from infromap.cli import run
from infromap.gui import app
later = []
class Timer(app.QTimer):
    @staticmethod
    def singleShot(ms, do):
        later.append(do) if ms == app._STARTED_MS else QTimer.singleShot(ms, do)
app.QTimer = Timer
def tell(view):
    before = gc.get_freeze_count()
    for do in later:
        do()
    print(gc.isenabled(), before, gc.get_freeze_count() > 10_000)
"""

    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{WINDOW}\n{code}\nrun(sys.argv[1:])", str(brief)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "DISPLAY": "none"},  # named for the command, never opened: Qt draws offscreen
    )

    assert done.stdout == "False 0 True\n"
