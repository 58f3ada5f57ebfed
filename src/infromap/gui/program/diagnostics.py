"""What a report of a fault needs: versions, data files, screen, web engine; nothing of what the user reads."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale
from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext
from PySide6.QtWebEngineCore import qWebEngineChromiumVersion
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from infromap.display import has_display
from infromap.doctor import examine
from infromap.gui.program.appearance import is_dark

if TYPE_CHECKING:
    from infromap.gui.program.preferences import Preferences

_SIZE = (760, 480)
_GL_RENDERER = 0x1F01


def describe_program(preferences: "Preferences", *, is_online: bool) -> str:
    """Return the report, in English, a line for each finding; the user's folder stands as ``~``."""
    lines = [str(finding) for finding in examine(has_display=has_display())]
    lines += [f"ok   {subject}: {state}" for subject, state in _describe_window(preferences, is_online=is_online)]
    return "\n".join(lines).replace(str(Path.home()), "~")


def _describe_window(preferences: "Preferences", *, is_online: bool) -> Iterator[tuple[str, str]]:
    yield "Qt", str(QLibraryInfo.build())
    yield "Chromium", str(qWebEngineChromiumVersion())
    yield "platform", f"{QGuiApplication.platformName()}, style {QApplication.style().name()}"
    for number, screen in enumerate(QGuiApplication.screens(), start=1):
        size = screen.size()
        yield f"screen {number}", f"{size.width()}×{size.height()} at {screen.devicePixelRatio():g}×"
    yield "renderer", _renderer()
    yield "language", f"{preferences.language}, system {QLocale.system().name()}"
    yield "colours", f"{preferences.theme.value}, shown {'dark' if is_dark() else 'light'}"
    yield "text", f"{preferences.text_scale:g}×, {QApplication.font().pointSizeF():g} pt"
    yield "online", "yes" if is_online else "no"


def _renderer() -> str:
    context, surface = QOpenGLContext(), QOffscreenSurface()
    surface.create()
    if not context.create() or not context.makeCurrent(surface):
        return "no OpenGL: drawn by software"
    try:
        return str(context.functions().glGetString(_GL_RENDERER))
    finally:
        context.doneCurrent()


class DiagnosticsDialog(QDialog):
    """Shows the report before it is copied; names of files only if the user adds them."""

    def __init__(self, report: str, files: Sequence[str], parent: QWidget | None = None):
        super().__init__(parent)
        self._report, self._files = report, files
        self.setWindowTitle(self.tr("Diagnostics"))
        self.resize(*_SIZE)
        self.text = QPlainTextEdit(readOnly=True, lineWrapMode=QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("Diagnostics"))
        self.names = QCheckBox(self.tr("With the &names of the open files"))
        self.names.setVisible(bool(files))
        self.copy = QPushButton(self.tr("&Copy"), default=True)
        close = QPushButton(self.tr("Close"))
        bar = QHBoxLayout()
        for widget in (self.names, self.copy, close):
            bar.addWidget(widget)
        bar.insertStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addLayout(bar)
        self.names.toggled.connect(self._show)
        self.copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        self._show()
        self.copy.setFocus()

    def _show(self) -> None:
        named = [f"file: {name}" for name in self._files] if self.names.isChecked() else []
        self.text.setPlainText("\n".join([self._report, *named]))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))
