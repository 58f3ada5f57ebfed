"""File > Open Recent: the files that were open last."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from infromap.gui.as_text import ask_yes, menu_text, tooltip_of
from infromap.gui.settings import WindowSettings, is_there


class RecentFiles(QMenu):
    """Filled when it is opened; a file that is gone can be taken off the list."""

    file_chosen = Signal(object)  # Path, which is there

    def __init__(self, settings: WindowSettings, parent: QWidget):
        super().__init__(parent)
        self.setTitle(self.tr("Open &Recent"))
        self.setToolTipsVisible(True)
        self._settings = settings
        self.aboutToShow.connect(self._fill)

    def add(self, path: Path) -> None:
        """Put a file at the head of the list."""
        self._settings.add_recent_file(path.absolute())

    def _fill(self) -> None:
        self.clear()
        files = self._settings.recent_files()
        for number, path in enumerate(files, start=1):
            action = self.addAction(f"&{number} {menu_text(path.name)}")
            action.setToolTip(tooltip_of(str(path)))
            action.triggered.connect(lambda _checked=False, path=path: self._choose(path))
        if not files:
            self.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _choose(self, path: Path) -> None:
        if is_there(path):
            self.file_chosen.emit(path)
            return
        text = self.tr("{path} is not there any more. Take it off the list?").format(path=path)
        if ask_yes(self.parentWidget(), text):
            self._settings.remove_recent_file(path)
