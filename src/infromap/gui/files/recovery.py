"""Unsaved work outlives its window: kept in a file of its own while the window lives, offered at the next start."""

import json
import logging
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_state_path
from PySide6.QtCore import QLockFile

from infromap.errors import ExportError, reason_of
from infromap.session import SUFFIX

logger = logging.getLogger(__name__)

_DESCRIPTION = ".json"


@dataclass(frozen=True, kw_only=True)
class Unsaved:
    """What is known of a map that was not saved."""

    title: str
    project: Path | None  # the project file that it belongs to, if there is one
    saved_at: str  # ISO 8601, UTC


class RecoverySlot:
    """A place for the unsaved map of one window, locked while its process lives."""

    def __init__(self, path: Path):
        self.path = path  # of the map, as a project file
        self._lock = QLockFile(str(path.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)  # a lock is as old as its window; it is void when its process is gone

    def take(self) -> bool:
        """Lock the slot; False if a window that lives has it."""
        return self._lock.tryLock(0)

    def describe(self, title: str, project: Path | None) -> None:
        """Write beside the map what people know it by; ExportError if that fails."""
        from infromap.export.whole_file import write_whole

        known = {
            "title": title,
            "project": str(project) if project else None,
            "saved_at": datetime.now(UTC).isoformat(),
        }
        write_whole(self._description(), json.dumps(known).encode())

    def read(self) -> Unsaved | None:
        """Return what is kept here, were it without a description; None if there is no map."""
        if not self.path.is_file():
            return None
        known = self._known()
        title, project, saved_at = known.get("title"), known.get("project"), known.get("saved_at")
        return Unsaved(
            title=title if isinstance(title, str) else self.path.name,
            project=Path(project) if isinstance(project, str) and project else None,
            saved_at=saved_at if isinstance(saved_at, str) else _file_time(self.path),
        )

    def discard(self) -> None:
        """Throw away what is kept here, and let go of the slot."""
        for path in (self.path, self._description()):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                logger.warning("%s cannot be removed: %s", path, error)
        self._lock.unlock()

    def let_go(self) -> None:
        """Unlock the slot and keep what is in it, for the next start."""
        self._lock.unlock()

    def _known(self) -> dict[str, object]:
        try:
            if self._description().is_file():
                known = json.loads(self._description().read_text(encoding="utf-8"))
                return known if isinstance(known, dict) else {}
        except (OSError, ValueError, RecursionError) as error:
            logger.warning("%s: unsaved work without a description: %s", self.path, error)
        return {}

    def _description(self) -> Path:
        return self.path.with_suffix(_DESCRIPTION)


class RecoveryFolder:
    """Where the slots are: a folder of the user's that outlives the program."""

    def __init__(self, folder: Path | None = None):
        self._folder = folder or user_state_path("infromap", appauthor=False) / "recovery"

    def new_slot(self) -> RecoverySlot:
        """Return a slot for one window.

        Raises
        ------
        ExportError
            If the folder cannot be written.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExportError(
                "{folder} cannot be written: {reason}; make room for it", folder=self._folder, reason=reason_of(error)
            ) from error
        slot = RecoverySlot(self._folder / f"{os.urandom(16).hex()}{SUFFIX}")
        if not slot.take():
            raise ExportError(
                "{folder} cannot be written: no lock can be made there; see who may write to it", folder=self._folder
            )
        return slot

    def left_behind(self) -> list[tuple[RecoverySlot, Unsaved]]:
        """Return the slots of windows that ended without being asked, locked for whoever asks, the latest first."""
        found = []
        for path in self._maps():
            slot = RecoverySlot(path)
            if not slot.take():
                continue
            unsaved = slot.read()
            if unsaved:
                found.append((slot, unsaved))
            else:
                slot.discard()  # its window ended before there was a map in it
        return sorted(found, key=lambda each: each[1].saved_at, reverse=True)

    def _maps(self) -> list[Path]:
        """Return where maps are kept, those too of which there is only a description yet."""
        names = self._folder.iterdir() if self._folder.is_dir() else ()
        return sorted({path.with_suffix(SUFFIX) for path in names if path.suffix in (SUFFIX, _DESCRIPTION)})


def _file_time(path: Path) -> str:
    """Return when a file was written last, ISO 8601, UTC."""
    return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).isoformat()
