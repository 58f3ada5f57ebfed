"""The first article is read by a fork; each test runs in a process of its own, as the fork wants no other threads."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux reads ahead")

BEGIN = """
import sys
from pathlib import Path
from infromap.ahead import read_ahead
path = Path(sys.argv[1])
ahead = read_ahead(path)
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
article, document = ahead.take_map(path)
page = ahead.take_page(document, language="kk", tiles=None)
print(article == read_article(path), document == build_map(article), page == render_html(document, language="kk"))
"""

    assert run(code, brief) == "True True True\n"


def test_this_process_loads_nothing_that_reads_or_renders(brief):
    code = """
_, document = ahead.take_map(path)
ahead.take_page(document, language="en", tiles=None)
print([name for name in ("infromap.pipeline", "infromap.article.extract", "folium") if name in sys.modules])
"""

    assert run(code, brief) == "[]\n"


def test_each_is_given_once(brief):
    code = """
_, document = ahead.take_map(path)
ahead.take_page(document, language="en", tiles=None)
print(ahead.take_map(path), ahead.take_page(document, language="ru", tiles=None))
"""

    assert run(code, brief) == "None None\n"


def test_another_file_or_map_is_made_here(brief):
    code = """
from dataclasses import replace
other = ahead.take_map(Path("other.txt"))
_, document = ahead.take_map(path)
print(other, ahead.take_page(replace(document, title="other"), language="en", tiles=None))
"""

    assert run(code, brief) == "None None\n"


@pytest.mark.parametrize("title", ["document.title", "'other'"])
def test_the_process_ends_with_the_first_page_wanted_or_not(brief, title):
    code = f"""
import multiprocessing
from dataclasses import replace
_, document = ahead.take_map(path)
ahead.take_page(replace(document, title={title}), language="en", tiles=None)
for child in multiprocessing.active_children():
    child.join(60)
print(multiprocessing.active_children())
"""

    assert run(code, brief) == "[]\n"


def test_a_file_that_cannot_be_read_is_left_to_the_window(tmp_path):
    assert run("print(ahead.take_map(path))", tmp_path / "missing.txt") == "None\n"


def test_ctrl_c_is_the_window_s_business(brief):
    code = """
import multiprocessing, os, signal, time
(child,) = multiprocessing.active_children()
status = Path(f"/proc/{child.pid}/status")
while int(status.read_text().partition("SigIgn:")[2].split()[0], 16) & 2 == 0:
    time.sleep(0.001)
os.kill(child.pid, signal.SIGINT)
print(ahead.take_map(path) is not None)
"""

    assert run(code, brief) == "True\n"


def test_a_reader_that_was_killed_is_noticed(brief):
    code = """
import multiprocessing
for child in multiprocessing.active_children():
    child.kill()
    child.join()
print(ahead.take_map(path))
"""

    assert run(code, brief) == "None\n"


def test_a_reader_that_dies_before_the_page_is_noticed(brief):
    code = """
import multiprocessing
_, document = ahead.take_map(path)
for child in multiprocessing.active_children():
    child.kill()
    child.join()
print(ahead.take_page(document, language="en", tiles=None))
"""

    assert run(code, brief) == "None\n"


@pytest.mark.qt
def test_the_window_shows_what_was_read_ahead(brief):
    code = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from infromap.gui import run_window
from infromap.gui.page.map_view import MapView
report = MapView._report_painted
def told(view):
    report(view)
    print(view.window().document.title, "infromap.pipeline" in sys.modules, "folium" in sys.modules, flush=True)
    os._exit(0)
MapView._report_painted = told
run_window([str(path)], ahead=ahead, language="en")
"""

    done = subprocess.run([sys.executable, "-c", BEGIN + code, str(brief)], capture_output=True, text=True, timeout=120)

    assert done.stdout == "Nine AIIB projects in Kazakhstan: what was named on 9 February 2026 False False\n"
