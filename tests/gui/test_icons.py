"""Every window takes the same pictures: Qt keeps those of icons that nobody has any more, up to ten megabytes."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCommandLinkButton

from infromap.gui.app import Windows
from infromap.gui.icons import action_icon, program_icon
from infromap.gui.layers.layer_symbol import layer_icon, marker_icon, ramp_icon
from infromap.model.layer_style import Marker
from layers import make_layer

pytestmark = pytest.mark.qt
RAMP = ("#440154", "#21918c", "#fde725")


@pytest.fixture
def two_windows(qtbot, settings):
    windows = Windows("en", settings=settings)
    for _ in range(2):
        windows.new().show_start()
    yield windows.open_windows
    for window in list(windows.open_windows):
        window.close()
    windows.translation.remove()
    qtbot.waitUntil(lambda: not windows.open_windows)


def pictures(window):
    """Return the keys of the icons of a window's commands and start page."""
    buttons = window.start_page.findChildren(QCommandLinkButton)
    icons = [each.icon() for each in (*window.commands.actions.values(), *buttons)]
    return [icon.cacheKey() for icon in icons if not icon.isNull()]


def test_a_window_draws_no_icon_that_another_has(two_windows):
    first, second = map(pictures, two_windows)

    assert len(first) > 10
    assert first == second


@pytest.mark.parametrize(
    "draw",
    [
        program_icon,
        lambda: layer_icon(make_layer([(71.4, 51.1)])),
        lambda: marker_icon(Marker.STAR, "#aa3377"),
        lambda: ramp_icon(RAMP),
    ],
    ids=["program", "layer", "marker", "ramp"],
)
def test_an_icon_is_drawn_once(qapp, draw):
    assert draw().cacheKey() == draw().cacheKey()


def test_icons_of_other_colours_are_others(qapp):
    dark, light = (action_icon("open", QColor(name)).pixmap(32, 32).toImage() for name in ("black", "white"))

    assert dark != light
    assert action_icon("open", QColor("black")).pixmap(32, 32).toImage() == dark
    assert marker_icon(Marker.STAR, "#aa3377").cacheKey() != marker_icon(Marker.CROSS, "#aa3377").cacheKey()
