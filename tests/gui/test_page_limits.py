"""A page that wants out, without any policy of its own, reaches no file, server, device or program."""

import json
import socket
import threading

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtNetwork import QNetworkProxy
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QFileDialog
from shiboken6 import delete

from infromap.gui.page.map_view import MapView
from tls_server import Counter, running

pytestmark = pytest.mark.qt

# Each tries to reach BASE (http), HOST (host and port) or UDP (a port); what it throws is its own affair.
ATTEMPTS = {
    "fetch": "fetch('BASE/fetch')",
    "no-cors": "fetch('BASE/no-cors', {mode: 'no-cors', keepalive: true})",
    "XMLHttpRequest": "const x = new XMLHttpRequest(); x.open('GET', 'BASE/xhr'); x.send()",
    "beacon": "navigator.sendBeacon('BASE/beacon', 'x')",
    "WebSocket": "new WebSocket('ws://HOST/ws')",
    "EventSource": "new EventSource('BASE/events')",
    "WebTransport": "new WebTransport('https://HOST/transport')",
    "WebRTC": """for (const urls of ['stun:127.0.0.1:UDP', 'turn:127.0.0.1:UDP', 'turn:HOST?transport=tcp']) {
      const c = new RTCPeerConnection({iceServers: [{urls, username: 'a', credential: 'b'}]});
      c.createDataChannel('x'); c.createOffer().then((offer) => c.setLocalDescription(offer)); }""",
    "picture": "new Image().src = 'BASE/picture'",
    "script": "add('script', {src: 'BASE/script'})",
    "module": "import('BASE/module.js')",
    "style": "add('link', {rel: 'stylesheet', href: 'BASE/style'})",
    "style rules": "add('style', {}, '@import url(BASE/rules); body {background: url(BASE/background)}')",
    "font": "add('style', {}, '@font-face {font-family: f; src: url(BASE/f)} b {font-family: f}'); add('b', {}, 'x')",
    "prefetch": "add('link', {rel: 'prefetch', href: 'BASE/prefetch'})",
    "preload": "add('link', {rel: 'preload', as: 'fetch', href: 'BASE/preload'})",
    "modulepreload": "add('link', {rel: 'modulepreload', href: 'BASE/modulepreload'})",
    "preconnect": "add('link', {rel: 'preconnect', href: 'BASE'})",
    "dns-prefetch": "add('link', {rel: 'dns-prefetch', href: 'BASE'})",
    "prerender": "add('script', {type: 'speculationrules'}, JSON.stringify({prefetch: [{urls: ['BASE/ahead']}]}))",
    "icon": "add('link', {rel: 'icon', href: 'BASE/icon'})",
    "manifest": "add('link', {rel: 'manifest', href: 'BASE/manifest'})",
    "frame": "add('iframe', {src: 'BASE/frame'})",
    "frame of data": "add('iframe', {src: 'data:text/html,<img src=BASE/data>'})",
    "frame of text": "add('iframe', {srcdoc: '<img src=BASE/srcdoc><script src=BASE/srcdoc-script></script>'})",
    "object": "add('object', {data: 'BASE/object'})",
    "embed": "add('embed', {src: 'BASE/embed'})",
    "video": "add('video', {src: 'BASE/video', autoplay: ''})",
    "track": "add('audio', {src: 'BASE/audio', autoplay: ''})",
    "svg": "document.body.insertAdjacentHTML('beforeend', '<svg><image href=BASE/svg /><use href=BASE/use#x></svg>')",
    "refresh": "add('meta', {'http-equiv': 'refresh', content: '0;url=BASE/refresh'})",
    "form": "add('form', {action: 'BASE/form'}).submit()",
    "form elsewhere": "add('form', {action: 'BASE/form-blank', target: '_blank', method: 'post'}).submit()",
    "link": "add('a', {href: 'BASE/link'}, 'x').click()",
    "link elsewhere": "add('a', {href: 'BASE/link-blank', target: '_blank', ping: 'BASE/ping'}, 'x').click()",
    "download": "add('a', {href: 'BASE/download', download: 'x'}, 'x').click()",
    "download of data": "add('a', {href: 'data:application/octet-stream,x', download: 'x'}, 'x').click()",
    "window": "window.open('BASE/window')",
    "location": "location.href = 'BASE/location'",
    "location of a file": "location.href = 'file:///etc/passwd'",
    "mail": "location.href = 'mailto:x@example.org'",
    "program": "add('a', {href: 'infromap-test:x'}, 'x').click()",
    "worker": "new Worker(URL.createObjectURL(new Blob([`importScripts('BASE/worker'); fetch('BASE/worker-fetch')`])))",
    "service worker": "navigator.serviceWorker.register('/worker.js')",
    "file": "add('input', {type: 'file'}).click()",
    "file picker": "showOpenFilePicker()",
    "print": "window.print()",
    "close": "window.close()",
}
# They pass no interceptor, and go to this machine: what leaves it is seen in tests/faults/test_network.py.
AROUND = ("WebRTC", "preconnect")
PAGE = """<!doctype html><head></head><body><p>page</p><script>
window.__told = {};
function add(tag, attributes, text) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text) element.textContent = text;
  document.body.append(element);
  return element;
}
</script></body>"""
# What is answered with something else than a refusal is told by name.
ASKED = {
    "file": "fetch('file:///etc/passwd').then((answer) => answer.text())",
    "file as a picture": "new Promise((good, bad) => { const i = new Image(); i.onload = good; i.onerror = bad; "
    "i.src = 'file:///usr/share/icons/hicolor/16x16/x.png'; })",
    "another page of ours": "fetch('infromap://map/other').then((answer) => answer.text())",
    "place": "new Promise((good, bad) => navigator.geolocation.getCurrentPosition(good, bad))",
    "camera": "navigator.mediaDevices.getUserMedia({video: true})",
    "microphone": "navigator.mediaDevices.getUserMedia({audio: true})",
    "screen": "navigator.mediaDevices.getDisplayMedia({video: true})",
    "notes": "Notification.requestPermission().then((said) => { if (said !== 'granted') throw said; })",
    "clipboard": "navigator.clipboard.readText()",
    "clipboard, written": "navigator.clipboard.writeText('theirs')",
    "clipboard, by command": "Promise.resolve().then(() => { add('textarea', {}, 'theirs').select(); "
    "if (!document.execCommand('copy')) throw 1; })",
    "storage": "Promise.resolve().then(() => { localStorage.setItem('a', 'b'); })",
    "service worker": "navigator.serviceWorker.register('worker.js')",
    "usb": "navigator.usb.requestDevice({filters: []})",
    "fonts": "queryLocalFonts()",
    "full screen": "document.documentElement.requestFullscreen()",
}


class CountingServer(Counter):
    """Counts connections as well: one that asks nothing is one too many."""

    def __init__(self):
        super().__init__(Access_Control_Allow_Origin="*")
        self.connections = 0

    def verify_request(self, *_):
        self.connections += 1
        return True


@pytest.fixture
def server():
    """Run a server of the web, and hear what comes by UDP at another port."""
    counting = CountingServer()
    counting.packets = []
    ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    ear.bind(("127.0.0.1", 0))
    counting.udp_port = ear.getsockname()[1]

    def hear():
        while True:
            try:
                counting.packets.append(ear.recv(2000))
            except OSError:
                return

    threading.Thread(target=hear, daemon=True).start()
    with running(counting) as address:
        counting.address = address
        yield counting
    ear.close()


class Programs(QObject):
    """Stands for the programs that the desktop would start."""

    def __init__(self):
        super().__init__()
        self.started = []

    @Slot(QUrl)
    def start(self, url):
        self.started.append(url.toString())


@pytest.fixture
def programs():
    standing = Programs()
    schemes = ("mailto", "infromap-test", "http", "https", "file")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, standing, "start")
    yield standing
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


def filled(code, server):
    host = server.address.removeprefix("http://")
    return code.replace("BASE", server.address).replace("HOST", host).replace("UDP", str(server.udp_port))


def make_attempts(view, server, names):
    for name in names:
        code = filled(ATTEMPTS[name], server)
        view.page().runJavaScript(f"(() => {{ try {{ {code}; }} catch (error) {{}} return 1; }})()")


@pytest.fixture
def page(qtbot, opened, programs, monkeypatch):
    """Return a view of the window's kind with a page that has no policy; nobody chooses files for it."""
    asked = []
    for method in ("exec", "open", "show"):
        monkeypatch.setattr(QFileDialog, method, lambda *_: asked.append("a file dialog"))
    view = MapView(open_address=opened.append)
    view.resize(600, 400)
    view.show()
    with qtbot.waitSignal(view.loadFinished, timeout=60_000):
        view.show_page(PAGE, ())
    view.file_dialogs = asked
    yield view
    view.close_page()
    view.deleteLater()


def test_nothing_that_a_page_tries_reaches_anybody(qtbot, page, server, opened, programs, ask):
    make_attempts(page, server, [name for name in ATTEMPTS if name not in AROUND])
    qtbot.wait(3000)  # whatever is on its way has arrived

    assert server.asked == []
    assert server.connections == 0
    assert page.url() == QUrl("infromap://map/")
    assert ask(page, "document.querySelector('p').textContent") == "page"
    assert (opened, programs.started, page.file_dialogs) == ([], [], [])
    assert page.isVisible()
    assert len(page.interceptor.refused) > 15


def test_what_a_page_asks_for_is_refused(qtbot, page, ask):
    QGuiApplication.clipboard().setText("mine")
    for name, code in ASKED.items():
        told = f"window.__told[{json.dumps(name)}]"
        page.page().runJavaScript(
            f"(async () => {{ try {{ await ({code}); {told} = 'given'; }} catch (error) {{ {told} = 'refused'; }} }})()"
        )
    qtbot.wait(2000)

    told = json.loads(ask(page, "JSON.stringify(window.__told)"))
    assert {name for name, answer in told.items() if answer == "given"} == set()
    assert len(told) > 10  # the others never answer
    assert QGuiApplication.clipboard().text() == "mine"
    assert page.file_dialogs == []


def test_the_server_would_see_a_page_that_may(qtbot, server):
    """The same attempts reach it from a page of a plain view: the counting counts."""
    view, profile = QWebEngineView(), QWebEngineProfile()
    browser = QWebEnginePage(profile)
    QNetworkProxy.setApplicationProxy(QNetworkProxy())
    browser.settings().setAttribute(QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls, True)
    view.setPage(browser)
    view.show()
    with qtbot.waitSignal(view.loadFinished, timeout=60_000):
        view.setHtml(PAGE, QUrl(server.address))
    staying = [
        name for name in ATTEMPTS if name not in ("refresh", "form", "link", "location", "mail", "file", "print")
    ]

    make_attempts(view, server, staying)
    qtbot.waitUntil(lambda: len(server.asked) > 15, timeout=60_000)

    view.close()
    for each in (browser, view, profile):
        delete(each)
