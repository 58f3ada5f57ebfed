"""The page's process is killed again and again: the page comes back with its choice and its view."""

import json
import os
import signal
import sys

import pytest

from gis_files import write_points

pytestmark = [pytest.mark.qt, pytest.mark.slow]
VIEW = "JSON.stringify([infromap.map.getCenter().lng, infromap.map.getCenter().lat, infromap.map.getZoom()])"


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_the_page_comes_back_from_twenty_deaths(qtbot, window, tmp_path, ask):
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(write_points(tmp_path / "towns.gpkg"))
    chosen = window.document.features[0].id
    window.select_feature(chosen)
    window.map.look_at(70.5, 52.25, 6)
    qtbot.waitUntil(lambda: json.loads(ask(window.map, VIEW))[2] == 6, timeout=20_000)
    before = json.loads(ask(window.map, VIEW))

    for _ in range(20):
        with qtbot.waitSignal(window.map.painted, timeout=60_000):
            os.kill(window.map.page().renderProcessPid(), signal.SIGKILL)

    qtbot.waitUntil(lambda: ask(window.map, "window.infromap.selected") == chosen, timeout=20_000)
    assert json.loads(ask(window.map, VIEW)) == pytest.approx(before, abs=0.5)  # a pixel each time
    assert ask(window.map, "window.infromap.layers.length") == 1
