"""A window that is closed leaves nothing: neither its objects nor pictures that Qt keeps for others."""

import gc
import weakref

import pytest
from PySide6.QtGui import QPixmap, QPixmapCache

from gis_files import write_points
from infromap.gui.app import Windows

pytestmark = pytest.mark.qt


@pytest.fixture
def windows(qtbot, settings):
    windows = Windows("en", settings=settings)
    yield windows
    for window in list(windows.open_windows):
        window.close()
    windows.translation.remove()
    qtbot.waitUntil(lambda: not windows.open_windows)


@pytest.fixture
def no_rounds():
    """Leave it to the closing of windows alone when Python's rubbish is collected."""
    thresholds = gc.get_threshold()
    gc.set_threshold(1_000_000_000)
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def open_towns(qtbot, windows, file):
    """Open points in a window; return what tells whether the window is still there."""
    window = windows.new()
    window.opening.open_file(write_points(file))
    qtbot.waitUntil(lambda: window.document is not None and window.map.is_painted, timeout=30_000)
    return [weakref.ref(each) for each in (window, window.table, window.open_map)]


def test_a_window_goes_with_its_map_even_if_it_was_set_aside(qtbot, windows, no_rounds, tmp_path):
    known = open_towns(qtbot, windows, tmp_path / "towns.gpkg")
    gc.freeze()  # as the program does when it has started

    windows.open_windows[0].close()

    qtbot.waitUntil(lambda: not any(each() for each in known))

    assert windows.open_windows == []


def test_a_window_leaves_no_picture_with_qt(qtbot, windows):
    window = windows.new()
    QPixmapCache.insert("of a button", QPixmap(10, 10))  # as Qt does with those of docks and messages

    window.close()
    qtbot.waitUntil(lambda: not windows.open_windows)

    assert QPixmapCache.find("of a button") is None
