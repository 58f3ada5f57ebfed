"""Nothing that was done to a map is lost: not by closing, not by a crash."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from gis_files import write_points
from infromap.gui.app import Windows
from infromap.gui.dialogs import ask_unsaved
from infromap.gui.files.recovery import RecoveryFolder, Unsaved
from infromap.gui.window import MainWindow
from infromap.pipeline import open_map
from infromap.session import open_project, read_project_file, save_project

pytestmark = pytest.mark.qt

Answer = QMessageBox.StandardButton


@pytest.fixture
def changed_window(qtbot, window, tmp_path):
    """Return a window whose map has a change that is in no file."""
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(write_points(tmp_path / "towns.gpkg"))
    return window


@pytest.fixture
def answer(monkeypatch):
    """Answer every question with what is put into the list, and return it."""
    answers = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answers.pop(0))
    return answers


def test_a_map_without_changes_closes_without_a_question(window, answer):
    assert window.close()


def test_cancel_keeps_the_window_and_discard_lets_it_go(changed_window, answer):
    answer += [Answer.Cancel, Answer.Discard]

    assert not changed_window.close()
    assert changed_window.isVisible()
    assert changed_window.close()


def test_save_asks_for_a_file_and_closes_when_it_is_written(changed_window, answer, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "kept.infromap"), ""))
    answer.append(Answer.Save)

    assert changed_window.close()
    assert len(open_project(read_project_file(tmp_path / "kept.infromap")).features) == 5


def test_save_that_names_no_file_keeps_the_window(changed_window, answer, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    answer.append(Answer.Save)

    assert not changed_window.close()


def test_opening_another_article_asks_first(qtbot, changed_window, answer, brief):
    answer.append(Answer.Cancel)
    shown = changed_window.document

    changed_window.opening.open_file(brief)

    assert not changed_window.worker.is_running
    assert changed_window.document is shown


def test_the_title_tells_of_changes_until_they_are_saved_or_undone(qtbot, changed_window, tmp_path):
    assert changed_window.isWindowModified()

    with qtbot.waitSignal(changed_window.worker.finished, timeout=20_000):
        changed_window.saving.save_project(tmp_path / "kept.infromap")
    qtbot.waitUntil(lambda: not changed_window.isWindowModified(), timeout=5_000)
    changed_window.commands["undo"].trigger()

    assert changed_window.isWindowModified()


def test_a_project_that_is_open_elsewhere_opens_as_a_copy_and_cannot_be_replaced(
    qtbot, changed_window, settings, tmp_path, monkeypatch
):
    said = []
    for method in ("exec", "open"):  # only an error waits for its answer
        monkeypatch.setattr(QMessageBox, method, lambda box, method=method: said.append((method, box.text())))
    project = tmp_path / "kept.infromap"
    with qtbot.waitSignal(changed_window.worker.finished, timeout=20_000):
        changed_window.saving.save_project(project)
    second = MainWindow(settings)
    qtbot.addWidget(second)

    with qtbot.waitSignal(second.document_shown, timeout=60_000):
        second.opening.open_file(project)
    method, text = said.pop()
    assert "another window" in text
    assert method == "open"  # the map is drawn behind it
    assert second.open_map.path is None
    second.saving.save_project(project)
    assert "another window" in said.pop()[1]

    changed_window.close()
    with qtbot.waitSignal(second.worker.finished, timeout=20_000):
        second.saving.save_project(project)
    qtbot.waitUntil(lambda: second.open_map.path == project, timeout=5_000)
    second.close()
    assert [path.name for path in tmp_path.glob(".*.lock")] == []


def test_a_project_that_is_opened_again_in_its_own_window_is_no_copy(qtbot, changed_window, tmp_path):
    project = tmp_path / "kept.infromap"
    with qtbot.waitSignal(changed_window.worker.finished, timeout=20_000):
        changed_window.saving.save_project(project)

    with qtbot.waitSignal(changed_window.document_shown, timeout=60_000):
        changed_window.opening.open_file(project)

    assert changed_window.open_map.path == project


def test_another_language_keeps_the_project_file_and_the_unsaved_work(qtbot, settings, brief, tmp_path, state_home):
    project, kept = tmp_path / "kept.infromap", state_home / "infromap" / "recovery"
    save_project(open_map(brief), project)
    windows = Windows("en", settings=settings)
    old = windows.new()
    with qtbot.waitSignal(old.map.painted, timeout=60_000):
        old.opening.open_file(project)
    with qtbot.waitSignal(old.map.painted, timeout=60_000):
        old.opening.open_file(write_points(tmp_path / "towns.gpkg"))
    old.saving.keep_unsaved()
    qtbot.waitUntil(lambda: len(list(kept.glob("*.infromap"))) == 1, timeout=20_000)

    windows.preferences.set_language("kk")
    new = windows.open_windows[-1]

    assert new is not old
    assert (new.open_map.path, new.isWindowModified()) == (project, True)
    assert len(list(kept.glob("*.infromap"))) == 1
    assert RecoveryFolder().left_behind() == []
    with qtbot.waitSignal(new.worker.finished, timeout=20_000):
        new.saving.save()
    qtbot.waitUntil(lambda: not new.isWindowModified(), timeout=5_000)
    assert list(kept.iterdir()) == []
    new.close()


def test_unsaved_changes_are_kept_and_go_when_they_are_undone(qtbot, changed_window, state_home):
    kept = state_home / "infromap" / "recovery"

    changed_window.saving.keep_unsaved()
    qtbot.waitUntil(lambda: len(list(kept.glob("*.infromap"))) == 1, timeout=20_000)
    assert RecoveryFolder().left_behind() == []  # the window lives: nobody else is offered its work
    changed_window.commands["undo"].trigger()

    assert list(kept.iterdir()) == []


def test_changes_are_kept_by_themselves_after_a_while(qtbot, changed_window, state_home):
    kept = state_home / "infromap" / "recovery"

    qtbot.waitUntil(lambda: len(list(kept.glob("*.infromap"))) == 1, timeout=30_000)


def test_work_of_a_killed_program_is_offered_and_is_unsaved_again(
    qtbot, brief, tmp_path, settings, monkeypatch, answer
):
    points = write_points(tmp_path / "towns.gpkg")
    code = f"""
        import sys, time
        from pathlib import Path
        from PySide6.QtCore import QTimer
        from infromap.gui.environment import prepare_environment
        from infromap.gui.page.scheme import register_scheme
        prepare_environment(); register_scheme()
        from PySide6.QtWidgets import QApplication
        application = QApplication(["infromap"])
        from infromap.gui.app import Windows
        window = Windows("en").new()
        window.open_map.opened.connect(lambda: window.opening.open_layers([Path({str(points)!r})]))
        window.open_map.changed.connect(lambda *_: QTimer.singleShot(0, window.saving.keep_unsaved))
        window.opening.open_file(Path({str(brief)!r}))
        application.exec()
    """
    program = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], env=os.environ)
    kept = tmp_path / "state" / "infromap" / "recovery"
    qtbot.waitUntil(lambda: len(list(kept.glob("*.infromap"))) == 1, timeout=60_000)
    program.send_signal(signal.SIGKILL)
    program.wait(timeout=30)
    monkeypatch.setattr("infromap.gui.dialogs.ask_unsaved", lambda found: len(found) == 1)
    windows = Windows("en")

    windows.offer_unsaved()
    window = windows.open_windows[0]
    qtbot.waitUntil(lambda: window.document is not None and window.isWindowModified(), timeout=60_000)

    assert len(window.document.features) == 5
    answer.append(Answer.Discard)
    assert window.close()
    assert list(kept.iterdir()) == []


@pytest.mark.parametrize(("button", "wanted"), [("&Open Them", True), ("&Discard", False), ("&Later", None)])
def test_the_question_about_unsaved_maps_names_them_and_takes_each_answer(monkeypatch, button, wanted):
    told = []

    def press(box):
        told.append(box.informativeText())
        next(each for each in box.buttons() if each.text() == button).click()

    monkeypatch.setattr(QMessageBox, "exec", press)

    answer = ask_unsaved([Unsaved(title="<b>Roads</b>", project=None, saved_at="2026-11-25T10:00:00+00:00")])

    assert answer is wanted
    assert "<b>Roads</b>" in told[0]
