"""The log of a window says what was done; it holds no text of what was read, pasted or typed, and no secret."""

import logging
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from infromap.gui.files.pasted import Pasted, PastedKind
from infromap.gui.program.diagnostics import describe_program

pytestmark = pytest.mark.qt
SECRET = "Quicksilver clauses stay between the signatories of Kokshetau"
PASTED = f"The AIIB lends for a hospital in Kokshetau, Kazakhstan. {SECRET}."
TOKEN = "t0ken-of-nobody"


@pytest.fixture
def messages(monkeypatch):
    """Answer every message box, and return what they said."""
    said = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    return said


def test_a_session_with_texts_and_errors_logs_none_of_them(
    qtbot, window, tmp_path, session_log, caplog, brief, messages
):
    caplog.set_level(logging.INFO)
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_text(PASTED)
    window.saving.save_project(tmp_path / "kept.infromap")
    qtbot.waitUntil(lambda: window.open_map.path is not None, timeout=20_000)
    broken = tmp_path / "broken.infromap"
    broken.write_bytes((tmp_path / "kept.infromap").read_bytes()[:-200])
    layer = tmp_path / "towns.geojson"
    layer.write_text(f'{{"type": "FeatureCollection", "features": [{{"{SECRET}": {{', encoding="utf-8")
    for path in (broken, layer):
        messages.clear()
        window.opening.open_file(path)
        qtbot.waitUntil(lambda: bool(messages) or not window.worker.is_running, timeout=20_000)
    window.find_anything._text = SECRET
    window.find_anything._ask_places()
    qtbot.waitUntil(lambda: not window.find_anything._worker.is_running, timeout=20_000)
    window.opening.open_pasted(Pasted(kind=PastedKind.NOTHING, text=" "))
    qtbot.wait(200)

    logged = f"{session_log.text()} {caplog.text}"
    body = brief.read_text(encoding="utf-8").split("\n\n", 1)[1]
    assert SECRET not in logged
    assert [line for line in (PASTED, *body.splitlines()) if len(line) > 20 and line[:40] in logged] == []


def test_diagnostics_hold_no_secret_of_the_surroundings(window, monkeypatch, session_log):
    for name in ("HTTPS_PROXY", "https_proxy", "INFROMAP_ORS_KEY"):
        monkeypatch.setenv(name, f"http://user:{TOKEN}@proxy.invalid:3128")

    told = describe_program(window.preferences, is_online=False)

    assert TOKEN not in told
    assert SECRET not in told
    assert str(Path.home()) not in told
