"""What stands in the way of writing is told by the window, which goes on; nothing is changed."""

import logging

import pytest
from PySide6.QtWidgets import QMessageBox

from faults.obstacles import a_folder, file_as_folder, full_device, long_name, look, loop, no_folder, pipe
from infromap.errors import InfromapError
from infromap.gui.files.recovery import RecoveryFolder
from layers import make_layer

pytestmark = pytest.mark.qt
OBSTACLES = (a_folder, file_as_folder, full_device, long_name, loop, no_folder, pipe)


@pytest.fixture
def messages(monkeypatch):
    """Answer every message box, and return what they said."""
    said = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text().replace("\u200b", "")))
    return said


def test_every_obstacle_is_told_and_the_window_goes_on(qtbot, window, tmp_path, messages):
    layer = make_layer([(1, 2), (3, 4)], "towns.shp", number=[1, 2])
    writers = {
        ".infromap": window.saving.save_project,
        ".fgb": lambda path: window.exporting.save_layer(layer, path),
        ".shp": lambda path: window.exporting.save_layer(layer, path),
        **dict.fromkeys((".html", ".png", ".pdf", ".geojson", ".gpkg", ".kml", ".csv"), window.exporting.export_file),
    }
    for suffix, write in writers.items():
        for obstacle in OBSTACLES:
            folder = tmp_path / f"{obstacle.__name__} {suffix}"
            folder.mkdir()
            path = obstacle(folder, suffix)
            before = look(folder)

            write(path)
            qtbot.waitUntil(lambda: bool(messages), timeout=20_000)

            assert path.name in messages.pop(), (suffix, obstacle)
            assert look(folder) == before
    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.exporting.export_file(tmp_path / "map.geojson")
    assert (tmp_path / "map.geojson").stat().st_size > 1000
    assert messages == []


def test_work_that_cannot_be_kept_for_a_crash_is_told_once(qtbot, window, state_home, messages):
    state_home.write_text("a file where the folder should be", encoding="utf-8")
    window.open_map.undo.resetClean()

    window.saving.keep_unsaved()

    assert "are not kept" in window.statusBar().currentMessage()
    window.statusBar().clearMessage()
    window.saving.keep_unsaved()
    assert window.statusBar().currentMessage() == ""
    assert messages == []


def test_a_recovery_folder_that_is_none_is_an_error_in_one_line(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(InfromapError, match="file") as caught:
        RecoveryFolder(tmp_path / "file").new_slot()
    assert len(str(caught.value).splitlines()) == 1


def test_settings_that_cannot_be_kept_are_told_in_the_log(window, settings, caplog, tmp_path):
    (tmp_path / "infromap.ini").unlink(missing_ok=True)
    (tmp_path / "infromap.ini").mkdir()

    with caplog.at_level(logging.WARNING):
        settings.save_layout(window)

    assert "infromap.ini" in caplog.text
