"""Real windows and pages; only dialogs are answered by the tests."""

import logging
import os
import threading

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from infromap.gui.environment import prepare_environment
from infromap.gui.page.scheme import register_scheme

prepare_environment()
register_scheme()  # before pytest-qt makes the application

from infromap.gui.program.language import LANGUAGES, Translation
from infromap.gui.program.session_log import SessionLog
from infromap.gui.settings import WindowSettings
from infromap.gui.window import MainWindow
from infromap.gui.worker import Worker
from one_thread import qt_messages, rubbish  # noqa: F401  fixtures


@pytest.fixture(autouse=True)
def state_home(tmp_path, monkeypatch):
    """Return the folder of what outlives a window, which is the test's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture(autouse=True, scope="session")
def own_settings(tmp_path_factory):
    """Keep what Qt itself remembers, such as folders of file dialogs, apart from what it does for the user."""
    own = str(tmp_path_factory.mktemp("settings"))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, own)


@pytest.fixture(autouse=True)
def plain_locale():
    """Begin with figures as C has them, whatever the machine speaks and the test before has chosen."""
    QLocale.setDefault(QLocale(QLocale.Language.C))


@pytest.fixture(autouse=True)
def bare_screen(qapp):
    """Hide the views that page tests keep: the pointer would find them first, being older, wherever they lie."""
    for widget in QApplication.topLevelWidgets():
        widget.hide()


@pytest.fixture
def settings(tmp_path):
    return WindowSettings(QSettings(str(tmp_path / "infromap.ini"), QSettings.Format.IniFormat))


@pytest.fixture(params=LANGUAGES)
def spoken(request, qapp):
    """Speak a language while the test runs."""
    translation = Translation()
    translation.install(request.param)
    yield request.param
    translation.remove()
    QLocale.setDefault(QLocale.system())


@pytest.fixture
def session_log():
    """Return what keeps the log while the test runs."""
    level = logging.getLogger().level
    log = SessionLog()
    log.listen()
    yield log
    log.stop()
    logging.getLogger().setLevel(level)


@pytest.fixture
def opened():
    """Return the list of addresses that were given to the user's browser."""
    return []


@pytest.fixture
def window(qtbot, settings, opened, brief):
    """Return the window with the brief, painted."""
    main = MainWindow(settings, open_address=opened.append)
    main.resize(1300, 850)
    main.show()
    with qtbot.waitSignal(main.map.painted, timeout=60_000):
        main.opening.open_file(brief)
    yield main
    main.open_map.undo.setClean()  # nobody is there to be asked
    main.close()
    main.deleteLater()


@pytest.fixture
def gate(monkeypatch):
    """Return what all work beside the window waits for, so that a test sees the window before it is done."""
    open_gate, do = threading.Event(), Worker._do

    def wait_and_do(worker, number):
        open_gate.wait(60)
        do(worker, number)

    monkeypatch.setattr(Worker, "_do", wait_and_do)
    yield open_gate
    open_gate.set()


@pytest.fixture
def ask(qtbot):
    """Return a function that evaluates JavaScript in the page's own world."""

    def ask_page(view, code):
        answers = []
        view.page().runJavaScript(code, 0, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return answers[0]

    return ask_page
