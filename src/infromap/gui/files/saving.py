"""Keeps the map of a window in a project file, and nothing of it is lost on the way."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QLockFile, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMessageBox

from infromap.errors import ExportError
from infromap.gui.files.recovery import RecoveryFolder, RecoverySlot, Unsaved
from infromap.gui.worker import Worker
from infromap.session import SUFFIX

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow

logger = logging.getLogger(__name__)

_AUTOSAVE_MS = 2_000  # after the first change that is not kept
Answer = QMessageBox.StandardButton


class Saving(QObject):
    """The commands that write a project file, the question before unsaved work goes, the copy that outlives a crash."""

    def __init__(self, window: "MainWindow", recovery: RecoveryFolder | None = None):
        super().__init__(window)
        self._window = window
        self._map = window.open_map
        self._recovery = recovery or RecoveryFolder()
        self._slot: RecoverySlot | None = None
        self._lock: QLockFile | None = None  # of the project file, while this window has it open
        self._copies = 0  # how many were begun
        self._is_told_not_kept = False
        self._keeper = Worker(self)  # its outcome is nobody's business: the user goes on working
        self._timer = QTimer(self, singleShot=True, interval=_AUTOSAVE_MS)
        self._timer.timeout.connect(self.keep_unsaved)
        self._map.opened.connect(self._lock_opened)
        self._map.undo.cleanChanged.connect(self._mark)
        self._map.undo.indexChanged.connect(lambda _: self._begin_autosave())
        add = window.commands.add
        add("file", "save", self.tr("&Save Project"), self.save, QKeySequence.StandardKey.Save, needs="map")
        add("file", "save_as", self.tr("Sa&ve Project As…"), self.save_as, "Ctrl+Shift+S", needs="map")
        window.commands.separate("file")

    @property
    def is_unsaved(self) -> bool:
        """Whether the map has changes that are in no project file."""
        return self._map.document is not None and not self._map.undo.isClean()

    def save(self) -> None:
        """Write the map to the project file that it was opened from or saved to; ask for one where there is none."""
        if self._map.path is None:
            self.save_as()
        else:
            self.save_project(self._map.path)

    def save_as(self) -> None:
        """Ask for a project file, and write the map to it."""
        kinds = self.tr("infromap project (*{suffix})").format(suffix=SUFFIX)
        path = self._window.ask_target(self.tr("Save the project"), kinds, SUFFIX)
        if path is not None:
            self.save_project(path)

    def save_project(self, path: Path, then: Callable[[], object] | None = None) -> None:
        """Write the map to a project file, and go on with what comes ``then``."""
        document, state, window, copies = self._map.document, self._map.state, self._window, self._copies
        if document is None:
            return
        lock = self._lock if path == self._map.path and self._lock else _lock_project(path)
        if lock is None:
            told = "{path} is open in another window of infromap; close it there, or choose another name"
            window.report_error(ExportError(told, path=path))
            return

        def done(_: object) -> None:
            self._map.path = path
            self._hold(lock)
            if self._map.state is state:
                self._map.undo.setClean()
            elif self._copies == copies:  # it was changed meanwhile, and the copy is older than what was saved
                self._forget_kept()
                self._begin_autosave()
            window.settings.add_recent_file(path.absolute())
            window.tell_written(path)
            lost = [layer.name for layer in state.layers if layer.origin is None]
            if lost:
                told = self.tr("Written: {path}, without {names}, which are of no file; export them to keep them.")
                window.statusBar().showMessage(told.format(path=path, names=", ".join(lost)), 15_000)
            if then:
                then()

        def fail(error: Exception) -> None:
            if lock is not self._lock:
                lock.unlock()  # now: nothing was written there
            window.report_error(error)

        label = self.tr("Writing {name}…").format(name=path.name)
        window.worker.run(label, self._writer(path), done, fail)

    def may_leave(self) -> bool:
        """Ask what becomes of unsaved changes; return whether the map may go."""
        if not self.is_unsaved:
            return True
        box = QMessageBox(self._window)
        box.setWindowTitle("infromap")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Save the changes to this map before it is closed?"))
        box.setInformativeText(self.tr("Otherwise they are lost."))
        box.setStandardButtons(Answer.Save | Answer.Discard | Answer.Cancel)
        box.setDefaultButton(Answer.Save)
        answer = box.exec()
        if answer == Answer.Save:
            self.save()
            self._wait()
            return not self.is_unsaved  # it may have failed, or no file was named
        return answer == Answer.Discard

    def keep_unsaved(self) -> None:
        """Write unsaved changes beside the project file, for the case that the program ends without being asked."""
        document = self._map.document
        if not self.is_unsaved or document is None:
            return
        if self._keeper.is_running:  # a large map takes longer than the time between two copies
            self._timer.start()
            return
        try:
            slot = self._slot = self._slot or self._recovery.new_slot()
        except ExportError as error:
            self._tell_not_kept(error)
            return
        self._copies += 1
        title, project = document.title, self._map.path
        write = self._writer(slot.path)

        def keep() -> None:
            slot.describe(title, project)  # first: a map without a name is worth less than a name without a map
            write()

        self._keeper.run("", keep, lambda _: None, self._tell_not_kept)

    def _tell_not_kept(self, error: Exception) -> None:
        """Say, once, that a crash would cost the changes: nobody asked for the writing, so nobody is interrupted."""
        logger.warning("unsaved work is not kept: %s", error)
        if self._is_told_not_kept:
            return
        self._is_told_not_kept = True
        told = self.tr("Changes are not kept for the case of a crash; save the project. {reason}")
        self._window.statusBar().showMessage(told.format(reason=error), 60_000)

    def take_over(self, slot: RecoverySlot, unsaved: Unsaved) -> None:
        """Let the map that is shown be the one of a slot: unsaved, and of that project file."""
        self._drop_slot()
        self._slot = slot
        self._map.path = unsaved.project
        self._map.undo.resetClean()

    def release(self) -> RecoverySlot | None:
        """Let go of the project file and of the copy of unsaved work, which is returned: another window goes on."""
        self._timer.stop()
        self._keeper.wait()
        self._hold(None)
        slot, self._slot = self._slot, None
        return slot

    def go_on_with(self, slot: RecoverySlot | None) -> None:
        """Keep unsaved work where the window before this one did."""
        self._drop_slot()
        self._slot = slot

    def close(self) -> None:
        """Forget what was kept: the map was saved, or its changes were given up."""
        self._map.undo.blockSignals(True)  # it tells of its own end, when nobody is there any more
        self._forget_kept()
        self._hold(None)

    def _writer(self, path: Path) -> Callable[[], None]:
        """Return the work of writing the map as it is now; it may run on another thread."""
        document, opened = self._map.document, self._map.project
        base, state = self._map.base, self._map.state

        def write() -> None:
            from infromap.session import look_of, save_project

            if document is not None:
                made, marked, look = state.corrections, state.bookmarks, look_of(state)
                save_project(document, path, opened=opened, base=base, corrections=made, bookmarks=marked, look=look)

        return write

    def _wait(self) -> None:
        """Wait for the writing to end; the window goes on being drawn."""
        loop = QEventLoop(self)
        if self._window.worker.is_running:
            self._window.worker.finished.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _lock_opened(self) -> None:
        """Hold the project file that was opened; what another window holds is shown as a copy without a file."""
        path = self._map.path
        self._hold(None)  # first: the same file may be opened again
        self._hold(_lock_project(path) if path else None)
        if path and self._lock is None:
            self._map.path = None
            told = self.tr("{path} is open in another window of infromap. This is a copy: it is saved to another file.")
            box = QMessageBox(QMessageBox.Icon.Information, "infromap", told.format(path=path), parent=self._window)
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()  # the window goes on: the map is drawn behind it

    def _hold(self, lock: QLockFile | None) -> None:
        if self._lock and self._lock is not lock:
            self._lock.unlock()  # now, whoever else may know of it
        self._lock = lock

    def _begin_autosave(self) -> None:
        if self.is_unsaved and not self._timer.isActive():  # who never stops to change the map is kept as well
            self._timer.start()

    def _mark(self, is_clean: bool) -> None:
        self._window.setWindowModified(not is_clean)
        if is_clean:
            self._forget_kept()

    def _forget_kept(self) -> None:
        self._timer.stop()
        self._keeper.wait()
        self._drop_slot()

    def _drop_slot(self) -> None:
        if self._slot:
            self._slot.discard()
            self._slot = None


def _lock_project(path: Path) -> QLockFile | None:
    """Return the lock of a project file, held until it is forgotten; None if another window holds it."""
    lock = QLockFile(str(path.absolute().with_name(f".{path.name}.lock")))
    lock.setStaleLockTime(0)  # only the end of its process makes it void
    if lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError:
        return lock  # where no lock can be written, nothing can be saved either
    return None
