"""The switch between offline and online: one for all windows, always in sight, and it holds."""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox, QToolButton

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow


class Network(QObject):
    """Whether the network may be asked; it is not remembered: every start is offline unless ``--online`` is given."""

    changed = Signal(bool)  # is_online

    def __init__(self, online: threading.Event | None = None, parent=None):
        super().__init__(parent)
        self._online = online or threading.Event()

    @property
    def is_online(self) -> bool:
        """Whether the network may be asked; may be read on any thread."""
        return self._online.is_set()

    def set_online(self, is_online: bool) -> None:
        """Switch; who needs the network hears of it, and stops at once where it is off."""
        if is_online == self.is_online:
            return
        if is_online:
            self._online.set()
        else:
            self._online.clear()
        self.changed.emit(is_online)


class NetworkSwitch(QObject):
    """The switch in one window: a button in the status bar, and Tools > Work Online."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        self._network = window.network
        self.button = QToolButton(autoRaise=True)
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.button.clicked.connect(self.ask)
        self.action = QAction(self.tr("&Work Online"), window, checkable=True)
        self.action.triggered.connect(self.ask)
        window.commands.adopt("tools", "online", self.action)
        window.statusBar().addPermanentWidget(self.button)
        self._network.changed.connect(self._show)
        self._show(self._network.is_online)

    def ask(self, wants_online: bool) -> None:
        """Switch off at once; say what happens before it is switched on."""
        if not wants_online or self._is_agreed():
            self._network.set_online(wants_online)
        self._show(self._network.is_online)

    def _is_agreed(self) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Work online"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Let infromap ask the network until it is switched off or closed?"))
        box.setInformativeText(self._consequences())
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.button(QMessageBox.StandardButton.Yes).setText(self.tr("&Go Online"))
        box.button(QMessageBox.StandardButton.No).setText(self.tr("&Stay Offline"))
        box.setDefaultButton(QMessageBox.StandardButton.Yes)
        return box.exec() == QMessageBox.StandardButton.Yes

    def _consequences(self) -> str:
        """Return what is sent once the switch is on, and to whom."""
        parts = [
            self.tr("It then fetches addresses that you open and, after asking you, looks up names of places."),
            self.tr("Online tiles, where you choose some, tell their server which part of the world you look at."),
        ]
        tiles = self._window.base_maps.online_tiles
        if tiles:
            parts.append(self.tr("This map will show tiles of {name}.").format(name=tiles.name))
        if self._window.geocoder:
            told = self.tr("Names of places in articles that you open will go to {host}.")
            parts.append(told.format(host=self._window.geocoder.host))
        return "\n\n".join(parts)

    def _show(self, is_online: bool) -> None:
        self.button.setText(self.tr("Online") if is_online else self.tr("Offline"))
        told = (
            self.tr("The network is asked for addresses, tiles and places that you want; click to stop that at once")
            if is_online
            else self.tr("infromap asks nothing of the network; click to let it")
        )
        self.button.setToolTip(told)
        self.button.setAccessibleName(told)
        self.button.setChecked(is_online)
        self.action.setChecked(is_online)
        self._window.commands.set_met("network", is_online)
