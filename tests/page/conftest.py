"""Standalone pages, loaded from a file into a real web engine that can reach nothing."""

import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from shiboken6 import delete

from infromap.gui.environment import prepare_environment
from infromap.gui.page.scheme import register_scheme
from one_thread import qt_messages, rubbish  # noqa: F401  fixtures

prepare_environment()
register_scheme()

PATIENCE_S = 60
STEP_MS = 2


class Watcher(QWebEngineUrlRequestInterceptor):
    def __init__(self):
        super().__init__()
        self.requests = []

    def interceptRequest(self, info):
        self.requests.append(info.requestUrl().toString())


class ListeningPage(QWebEnginePage):
    def __init__(self, profile):
        super().__init__(profile)
        self.messages = []
        self.loaded = []
        self.loadFinished.connect(self.loaded.append)
        # As in any other browser: a page from a file may ask the network, if its own policy lets it.
        self.settings().setAttribute(QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls, True)

    def javaScriptConsoleMessage(self, level, message, line, source):
        self.messages.append(message)


class Browser:
    """Web views, one for each size, that all tests use in turn: a new one costs a process, and the time of one."""

    def __init__(self):
        self.views = {}

    def view(self, size):
        if size not in self.views:
            view, profile, watcher = QWebEngineView(), QWebEngineProfile(), Watcher()
            profile.setUrlRequestInterceptor(watcher)
            page = ListeningPage(profile)
            view.setPage(page)
            view.resize(*size)
            self.views[size] = view, page, profile, watcher
        self.views[size][0].show()
        return self.views[size]

    def close(self):
        for view, page, profile, watcher in self.views.values():
            view.close()
            for each in (page, view, profile, watcher):
                delete(each)


@pytest.fixture(scope="session")
def browser(qapp):
    browser = Browser()
    yield browser
    browser.close()


def run_before(page, code):
    """Let a script run in the page ahead of its own."""
    script = QWebEngineScript()
    script.setSourceCode(code)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    page.scripts().clear()
    page.scripts().insert(script)


# WORKAROUND: PySide 6.12 takes one reference too many from what its methods return: from None where they return
# nothing, from True where a signal is disconnected. After some thousand calls Python ends with "deallocating None"
# or "deallocating True or False". So questions, of which there are thousands, are answered by a list's own
# ``append``, and nothing is disconnected.


def wait_for(answers, what):
    """Let Qt work until there is an answer."""
    until = time.monotonic() + PATIENCE_S
    while not answers and time.monotonic() < until:
        loop = QEventLoop()
        QTimer.singleShot(STEP_MS, loop.quit)
        loop.exec()
    assert answers, f"no answer from the page: {what[:200]}"
    return answers[0]


def ask_page(page, code):
    """Return what an expression has as value in the page."""
    answers = []
    page.runJavaScript(code, 0, answers.append)
    return wait_for(answers, code)


@pytest.fixture
def load_page(qtbot, tmp_path, browser):
    """Return a function that shows a page and gives (evaluate, console messages, requests)."""
    used = []

    def load(html, size=(1200, 800), before=""):
        """Show a page; the script ``before`` runs in it ahead of its own."""
        (tmp_path / "page.html").write_text(html, encoding="utf-8")
        view, page, _, watcher = browser.view(size)
        run_before(page, before)
        page.messages, watcher.requests = [], []
        page.loaded.clear()
        page.load(QUrl.fromLocalFile(str(tmp_path / "page.html")))
        wait_for(page.loaded, "it does not load")
        load.view, load.page = view, page  # of what was loaded last
        used.append(page)

        def evaluate(code):
            return ask_page(page, code)

        qtbot.waitUntil(lambda: evaluate("window.infromap && window.infromap.painted") is True, timeout=60_000)
        return evaluate, page.messages, watcher.requests

    yield load
    for page in used:
        ask_page(page, "localStorage.clear()")


@pytest.fixture
def press(load_page, qtbot):
    """Return a function that presses keys on the page that was loaded last."""

    def press_keys(*keys):
        view, page = load_page.view, load_page.page

        def ask(code):
            return ask_page(page, code)

        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(lambda: ask("document.hasFocus()") is True, timeout=20_000)
        for key in keys:
            ask(
                "window.__let_go = false; addEventListener('keyup', () => { window.__let_go = true; }, {once: true}); 0"
            )
            qtbot.keyClick(view.focusProxy(), key)
            qtbot.waitUntil(lambda: ask("window.__let_go") is True, timeout=20_000)

    return press_keys
