"""What the window remembers: its layout and the files that were open."""

import logging
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLockFile, QSettings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

logger = logging.getLogger(__name__)

_RECENT = 8
_LAYOUT_VERSION = 1


class WindowSettings:
    """A thin face over QSettings, whose format and place are the platform's own."""

    def __init__(self, settings: QSettings | None = None):
        self._settings = settings or QSettings("infromap", "infromap")
        _sweep(Path(self._settings.fileName()))

    def restore_layout(self, window: "QMainWindow") -> bool:
        """Give a window its last size and panels; return whether there was anything to give."""
        geometry, state = self._settings.value("geometry"), self._settings.value("state")
        if not (isinstance(geometry, QByteArray) and isinstance(state, QByteArray)):
            return False
        if self._settings.value("layout_sum") != _sum_of(geometry, state):
            return False  # Qt ends the program over a damaged state
        return bool(window.restoreGeometry(geometry) and window.restoreState(state, _LAYOUT_VERSION))

    def save_layout(self, window: "QMainWindow") -> None:
        """Remember size and panels."""
        geometry, state = window.saveGeometry(), window.saveState(_LAYOUT_VERSION)
        self._settings.setValue("geometry", geometry)
        self._settings.setValue("state", state)
        self._settings.setValue("layout_sum", _sum_of(geometry, state))
        self._settings.sync()
        if self._settings.status() != QSettings.Status.NoError:
            logger.warning("settings are not kept: %s cannot be written", self._settings.fileName())

    def value(self, name: str) -> object:
        """Return what is remembered under a name; None if nothing is."""
        return self._settings.value(name)

    def set_value(self, name: str, value: str | None) -> None:
        """Remember a text under a name; None forgets it."""
        if value is None:
            self._settings.remove(name)
        else:
            self._settings.setValue(name, value)

    def recent_files(self) -> list[Path]:
        """Return the files that were opened last, the latest first."""
        names = self._settings.value("recent")
        found = [names] if isinstance(names, str) else names if isinstance(names, list) else []
        return [Path(name) for name in found if isinstance(name, str) and name]

    def add_recent_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        others = [each for each in self.recent_files() if each != path]
        self._settings.setValue("recent", [str(each) for each in [path, *others][:_RECENT]])

    def remove_recent_file(self, path: Path) -> None:
        """Take a file off the recent ones."""
        self._settings.setValue("recent", [str(each) for each in self.recent_files() if each != path])

    def folder(self) -> Path | None:
        """Return the folder that was written to last, if it is still there."""
        name = self._settings.value("folder")
        return Path(name) if isinstance(name, str) and name and is_there(Path(name)) and Path(name).is_dir() else None

    def set_folder(self, folder: Path) -> None:
        """Remember the folder that was written to."""
        self._settings.setValue("folder", str(folder.absolute()))

    def export_kind(self) -> str:
        """Return the suffix of what was exported last."""
        return str(self._settings.value("export_kind") or ".html")

    def set_export_kind(self, suffix: str) -> None:
        """Remember what was exported."""
        self._settings.setValue("export_kind", suffix)


def _sum_of(geometry: QByteArray, state: QByteArray) -> str:
    import hashlib  # not on the way to the first picture

    return hashlib.sha256(bytes(geometry.data()) + bytes(state.data())).hexdigest()


def is_there(path: Path) -> bool:
    """Tell whether a path leads to something; a name that no file can have does not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _sweep(path: Path) -> None:
    """Take away what a program left that was killed while Qt wrote settings: a file of the same name and six letters.

    Words that people add, as in ``infromap.conf.backup``, are not six letters of chance.
    """
    left = [each for each in path.parent.glob(f"{escape(path.name)}.??????") if _is_chance(each.suffix[1:])]
    lock = QLockFile(f"{path}.lock")  # Qt's own, while it writes
    if left and lock.tryLock(0):
        for each in left:
            with suppress(OSError):
                each.unlink()
        lock.unlock()


def _is_chance(letters: str) -> bool:
    return letters.isascii() and letters.isalpha() and not letters[1:].islower() and not letters.isupper()
