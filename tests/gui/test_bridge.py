"""What the page may call is a short list, and nothing that it says is believed unseen."""

import json
import logging

import pytest
from PySide6.QtWebEngineCore import QWebEngineScript

from gis_files import write_points
from infromap.gui.files.exporting import _read_bounds
from infromap.gui.page.bridge import Bridge
from infromap.gui.page.pen import read_report
from infromap.gui.tools.position import _read_place

pytestmark = pytest.mark.qt

# name: how many arguments it takes
SLOTS = {
    "report_selection": 1,
    "report_row": 2,
    "report_toggled": 2,
    "report_view": 4,
    "report_pointer": 2,
    "report_pointer_left": 0,
    "report_unmarked": 0,
    "report_pen": 1,
    "report_painted": 0,
    "report_ready": 0,
}
SIGNALS = {
    "feature_selected", "row_selected", "layer_toggled", "view_changed", "pointer_moved", "unmarked", "pen_reported",
    "painted", "ready",
}  # fmt: skip
OF_EVERY_QOBJECT = {"deleteLater", "destroyed", "objectNameChanged"}
OF_QT_S_CLIENT = {"unwrapQObject", "unwrapProperties", "propertyUpdate", "signalEmitted"}  # JavaScript alone

# As JavaScript writes them; none is anything that a slot takes.
NONSENSE = (
    "undefined", "null", "true", "NaN", "Infinity", "-Infinity", "1e308", "-1e308", "0.5", "-2", "2 ** 31", "2 ** 53",
    "'0'", "'abc'", "'<b>x</b>'", "'x'.repeat(1e6)", "[]", "[0]", "{}", "({valueOf: 0})", "[[[[[[[[0]]]]]]]]",
    "{a: {b: []}}", "'{\"name\": \"\", \"what\": \"finished\", \"points\": [[0, 0]]}'", "'['.repeat(1e4)", "'\\u0000'",
    "new Date(NaN)",
)  # fmt: skip
CHANNEL = """
(() => { window.__answers = [];
  new QWebChannel(qt.webChannelTransport, (channel) => { window.__bridge = channel.objects.bridge; });
  return 1; })()
"""


@pytest.fixture
def ask_bridge(qtbot):
    """Return a function that evaluates JavaScript in the world that has the bridge."""

    def ask(view, code):
        answers = []
        view.page().runJavaScript(code, QWebEngineScript.ScriptWorldId.ApplicationWorld, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return answers[0]

    return ask


@pytest.fixture
def with_bridge(qtbot, window, ask_bridge, tmp_path):
    """Return the window with a layer of three rows and a project chosen; its page holds the bridge."""
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_layers([write_points(tmp_path / "towns.gpkg")])
    window.select_feature(window.document.features[0].id)
    ask_bridge(window.map, CHANNEL)
    qtbot.waitUntil(lambda: ask_bridge(window.map, "Boolean(window.__bridge)") is True, timeout=20_000)
    return window


def test_what_the_page_sees_of_the_bridge_is_declared(with_bridge, ask_bridge):
    keys = "JSON.stringify(Object.keys(window.__bridge).filter((key) => !key.startsWith('__')))"
    seen = json.loads(ask_bridge(with_bridge.map, keys))

    assert {name.partition("(")[0] for name in seen} == {*SLOTS, *SIGNALS, *OF_EVERY_QOBJECT, *OF_QT_S_CLIENT}


def test_the_meta_object_has_no_method_or_property_beyond_the_declared():
    meta = Bridge.staticMetaObject
    methods = [meta.method(number) for number in range(meta.methodOffset(), meta.methodCount())]
    properties = [meta.property(number).name() for number in range(meta.propertyCount())]

    named = {bytes(each.name().data()).decode(): each for each in methods}
    assert set(named) == {*SLOTS, *SIGNALS}
    assert {name: named[name].parameterCount() for name in SLOTS} == SLOTS
    assert properties == ["objectName"]


def test_the_page_s_own_scripts_see_no_bridge(with_bridge, ask):
    assert ask(with_bridge.map, "[typeof qt, typeof QWebChannel, typeof window.__bridge].join()") == (
        "undefined,undefined,undefined"
    )


def state_of(window):
    return (
        window.selection.feature and window.selection.feature.id,
        window.selection.row,
        [layer.style.is_visible for layer in window.document.layers],
        window.document.are_projects_shown,
        window.map._view,
        window.map._selected,
        window.map._row,
        window.open_map.undo.count(),
        window.map.url().toString(),
    )


def test_nonsense_from_the_page_changes_nothing(qtbot, with_bridge, ask_bridge, caplog):
    window, heard = with_bridge, []
    window.map._bridge.unmarked.connect(lambda: heard.append(True))
    qtbot.wait(300)  # the map has come to rest
    before = state_of(window)
    calls = [
        f"{slot}({', '.join([value] * count)})"
        for slot, count in SLOTS.items()
        for value in NONSENSE
        if count and (slot, value) != ("report_view", "0.5")  # which is a view
    ]
    calls += [
        f"report_view({view})" for view in ("1e9, 50, 5, 100", "'60', 50, 5, 100", "60, 50, -1, 9", "60, 50, 5, 0")
    ]
    calls += [f"report_row({row})" for row in ("0, 3", "7, 0", "0, -1", "-1, 0", "0, 1e9", "1")]
    calls += ["report_toggled(9, false)", "report_toggled(-7, false)", "report_selection()"]
    calls += ["report_selection('no such project')", "deleteLater()", "objectName = 'other'"]

    with caplog.at_level(logging.WARNING):
        told = ";".join(f"try {{ window.__bridge.{call} }} catch (error) {{}}" for call in calls)
        ask_bridge(window.map, f"{told}; window.__bridge.report_unmarked(); 1")
        qtbot.waitUntil(lambda: bool(heard), timeout=20_000)  # all that was said before is heard

    assert len(calls) > 150
    assert state_of(window) == before
    assert not [each for each in caplog.records if each.levelno > logging.WARNING]
    window.map._bridge.report_selection(window.document.features[1].id)
    assert window.selection.feature is window.document.features[1]  # and it goes on hearing


@pytest.mark.parametrize(
    "answer",
    [None, "", "null", "[1]", "[1, 2, 3]", "{}", "[[1], 2]", '["a", "b"]', "[NaN, 1]", "[1e400, 0]", "[181, 0]",
     "[0, 91]", "9" * 500, "[" * 100_000, f"[1{'0' * 400}, 0]", 5, True, "[null, null]"],
    ids=lambda answer: ascii(answer)[:20],
)  # fmt: skip
def test_what_the_page_answers_is_a_place_bounds_or_a_drawing_or_nothing(answer):
    assert _read_place(answer) is None
    assert _read_bounds(answer) is None
    assert read_report(str(answer)) is None


def test_good_answers_are_taken():
    assert _read_place("[69.4, 53.3]") == (69.4, 53.3)
    assert _read_bounds("60,40,70,50").east == 70
