"""The commands of the Help menu."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from infromap.gui.dialogs import show_about

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from infromap.gui.window import MainWindow


class Helping(QObject):
    """Opens manual, shortcuts, log and diagnostics; each is loaded when it is asked for."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._dialogs: dict[str, QDialog] = {}
        add = window.commands.add
        add("help", "manual", self.tr("&Manual"), self.show_manual, QKeySequence.StandardKey.HelpContents)
        add("help", "shortcuts", self.tr("&Keyboard Shortcuts…"), self.show_shortcuts, "Ctrl+F1")
        window.commands.separate("help")
        add("help", "log", self.tr("&Log…"), self.show_log)
        add("help", "diagnostics", self.tr("Copy &Diagnostics…"), self.show_diagnostics)
        window.commands.separate("help")
        add("help", "about", self.tr("&About infromap"), lambda: show_about(window))

    def show_manual(self) -> None:
        """Open the manual, or bring it to the front where it was left."""
        from infromap.gui.program.manual_window import ManualWindow

        manual = self._dialogs.get("manual")
        if manual is None:
            manual = ManualWindow(self._window.language, self._window)
            manual.address_chosen.connect(self._window.open_address)
        self._show("manual", manual)

    def show_shortcuts(self) -> None:
        """Show all shortcuts, to be changed."""
        from infromap.gui.program.shortcuts_dialog import ShortcutsDialog

        self._show("shortcuts", ShortcutsDialog(self._window.commands, self._window.preferences, self._window))

    def show_log(self) -> None:
        """Show what was logged since the start."""
        from infromap.gui.program.log_window import LogWindow
        from infromap.gui.program.session_log import SessionLog

        log = SessionLog.find()
        if log:
            self._show("log", LogWindow(log, self._window))

    def show_diagnostics(self) -> None:
        """Show what a report of a fault needs, to be copied."""
        from infromap.gui.program.diagnostics import DiagnosticsDialog, describe_program

        window = self._window
        report = describe_program(window.preferences, is_online=window.network.is_online)
        document = window.document
        names = [document.reading.article.source, *(layer.name for layer in document.layers)] if document else []
        self._show("diagnostics", DiagnosticsDialog(report, [name for name in names if name], window))

    def _show(self, name: str, dialog: "QDialog") -> None:
        before = self._dialogs.get(name)
        if before is not None and before is not dialog:
            before.close()
            before.deleteLater()
        self._dialogs[name] = dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
