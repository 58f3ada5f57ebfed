"""Standalone pages, loaded from a file into a real web engine that can reach nothing."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript, QWebEngineUrlRequestInterceptor
from PySide6.QtWebEngineWidgets import QWebEngineView
from shiboken6 import delete

from infromap.gui.environment import prepare_environment
from infromap.gui.scheme import register_scheme

prepare_environment()
register_scheme()


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

    def javaScriptConsoleMessage(self, level, message, line, source):
        self.messages.append(message)


@pytest.fixture
def load_page(qtbot, tmp_path):
    """Return a function that shows a page and gives (evaluate, console messages, requests)."""
    held = []

    def load(html, size=(1200, 800), before=""):
        """Show a page; the script ``before`` runs in it ahead of its own."""
        (tmp_path / "page.html").write_text(html, encoding="utf-8")
        view, profile, watcher = QWebEngineView(), QWebEngineProfile(), Watcher()
        profile.setUrlRequestInterceptor(watcher)
        page = ListeningPage(profile)
        view.setPage(page)
        script = QWebEngineScript()
        script.setSourceCode(before)
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
        script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
        page.scripts().insert(script)
        held.append((view, page, profile, watcher))
        view.resize(*size)
        view.show()
        with qtbot.waitSignal(page.loadFinished, timeout=60_000):
            page.load(QUrl.fromLocalFile(str(tmp_path / "page.html")))

        def evaluate(code):
            answers = []
            page.runJavaScript(code, 0, answers.append)
            qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
            return answers[0]

        qtbot.waitUntil(lambda: evaluate("window.infromap && window.infromap.painted") is True, timeout=60_000)
        return evaluate, page.messages, watcher.requests

    load.held = held
    yield load
    for view, page, profile, watcher in held:
        view.close()
        for each in (page, view, profile, watcher):
            delete(each)


@pytest.fixture
def press(load_page, qtbot):
    """Return a function that presses keys on the page that was loaded last."""

    def press_keys(*keys):
        view, page, _, _ = load_page.held[-1]

        def ask(code):
            answers = []
            page.runJavaScript(code, 0, answers.append)
            qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
            return answers[0]

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
