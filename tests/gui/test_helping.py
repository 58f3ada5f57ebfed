"""Manual, log and diagnostics."""

import logging
import re
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from infromap.assets import resource_path
from infromap.gui.program.diagnostics import DiagnosticsDialog
from infromap.gui.program.language import LANGUAGES, Translation
from infromap.gui.program.log_window import LogWindow
from infromap.gui.program.manual_window import ManualWindow
from infromap.gui.window import MainWindow

pytestmark = pytest.mark.qt


@pytest.fixture
def manual(qtbot):
    manual = ManualWindow("en")
    qtbot.addWidget(manual)
    manual.show()
    return manual


def dialog_of(window, kind):
    return next(dialog for dialog in window.findChildren(QDialog) if isinstance(dialog, kind))


def test_f1_opens_the_manual_in_the_windows_language(qtbot, window):
    window.activateWindow()
    qtbot.keySequence(window, QKeySequence("F1"))

    manual = dialog_of(window, ManualWindow)
    assert manual.isVisible()
    assert "Where facts come from" in manual.text.toPlainText()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_manual_leads_to_a_heading(qtbot, language):
    manual = ManualWindow(language)
    qtbot.addWidget(manual)
    markdown = resource_path(f"manual/{language}.md").read_text(encoding="utf-8")
    targets = [part.split(")")[0] for part in markdown.split("](#")[1:]]

    assert len(targets) >= 5
    assert [target for target in targets if target not in manual._places] == []


def test_manuals_have_the_same_chapters_tables_and_keys():
    texts = [resource_path(f"manual/{language}.md").read_text(encoding="utf-8") for language in LANGUAGES]

    for mark in ("## ", "|---", "\n| ", "](#", "\n- **", "\n1. "):
        assert len({text.count(mark) for text in texts}) == 1, mark


def test_a_link_leads_to_its_chapter(qtbot, manual):
    manual.follow(QUrl("#correcting"))

    assert manual.text.textCursor().block().text() == "Correcting"
    assert manual.text.cursorRect().top() < 60


def test_a_heading_of_the_list_leads_to_its_chapter(qtbot, manual):
    item = manual.headings.item(manual.headings.count() - 1)
    manual.headings.setCurrentItem(item)

    assert manual.text.textCursor().block().text() == item.text()


def test_web_addresses_go_to_the_browser_and_others_nowhere(qtbot, manual):
    with qtbot.waitSignal(manual.address_chosen, timeout=1_000) as chosen:
        manual.follow(QUrl("https://example.org/"))
    assert chosen.args == [QUrl("https://example.org/")]
    with qtbot.assertNotEmitted(manual.address_chosen):
        manual.follow(QUrl("file:///etc/passwd"))


def test_the_search_marks_all_places_and_enter_goes_on(qtbot, manual):
    manual.search.setFocus()
    qtbot.keyClicks(manual.search, "geopackage")

    places = [mark.cursor.selectedText() for mark in manual.text.extraSelections()]
    assert len(places) >= 2
    assert {place.lower() for place in places} == {"geopackage"}
    assert manual.found.text() == f"1 of {len(places)}"
    QTest.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.found.text() == f"2 of {len(places)}"
    assert manual.isVisible()

    qtbot.keyClicks(manual.search, "xyz")
    assert manual.found.text() == "Not found"


def test_the_log_shows_what_was_and_what_comes_by_level(qtbot, window, session_log):
    logging.getLogger("infromap.test").info("read the file")
    window.commands["log"].trigger()
    log = dialog_of(window, LogWindow)
    logging.getLogger("infromap.test").error("the disk is full")

    assert "read the file" in log.text.toPlainText()
    assert log.text.toPlainText().rstrip().endswith("the disk is full")
    log.level.setCurrentIndex(2)
    assert "read the file" not in log.text.toPlainText()
    assert "the disk is full" in log.text.toPlainText()
    logging.getLogger("infromap.test").info("read another file")
    logging.getLogger("infromap.test").error("the disk is still full")
    assert log.text.toPlainText().rstrip().endswith("the disk is still full")
    assert "read another file" not in log.text.toPlainText()
    log.copy.click()
    assert QGuiApplication.clipboard().text() == log.text.toPlainText()


def test_the_log_takes_records_of_any_thread_and_keeps_the_last(qtbot, session_log):
    def talk():
        for number in range(3_000):
            logging.getLogger("infromap.test").info("record %d.", number)

    thread = threading.Thread(target=talk)
    thread.start()
    thread.join()

    lines = session_log.text().splitlines()
    assert len(lines) == 2_000
    assert lines[-1].endswith("record 2999.")


def test_other_handlers_write_no_more_than_before(session_log, capsys):
    handler = logging.StreamHandler()
    root = logging.getLogger()
    session_log.stop()
    root.setLevel(logging.WARNING)
    root.addHandler(handler)
    session_log.listen()
    try:
        logging.getLogger("infromap.test").info("only for the log window")
    finally:
        root.removeHandler(handler)

    assert "only for the log window" in session_log.text()
    assert "only for the log window" not in capsys.readouterr().err


def test_diagnostics_name_versions_and_no_words_or_files_of_the_user(window, brief):
    window.commands["diagnostics"].trigger()
    dialog = dialog_of(window, DiagnosticsDialog)
    report = dialog.text.toPlainText()

    for told in ("infromap", "PySide6", "Chromium", "gazetteer", "screen 1", "renderer", "language: en"):
        assert told in report
    assert brief.name not in report
    assert "Kokshetau" not in report
    assert str(Path.home()) not in report
    dialog.names.click()
    assert brief.name in dialog.text.toPlainText()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_that_the_manual_names_is_in_its_menu(qtbot, settings, language):
    translation = Translation()
    translation.install(language)
    window = MainWindow(settings, language=language)
    qtbot.addWidget(window)
    titles = {name: plain(menu.title()) for name, menu in window.commands.menus.items()}
    texts = {plain(action.text()) for action in window.commands.actions.values()} | set(titles.values())
    markdown = resource_path(f"manual/{language}.md").read_text(encoding="utf-8")
    named = [name.split(" → ") for name in re.findall(r"\*\*([^*\n]+ → [^*\n]+)\*\*", markdown)]

    assert len(named) > 15
    assert [path for path in named if path[0] not in titles.values() or plain(path[-1]) not in texts] == []
    translation.remove()


def plain(text):
    """Return a text of a menu without mnemonic and dots."""
    return re.sub(r"\(&?\w\)", "", text).replace("&", "").rstrip("…")
