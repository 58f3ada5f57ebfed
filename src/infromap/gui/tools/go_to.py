"""Go to a coordinate that is typed: what it means is shown while it is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from infromap.coordinates import Interpretation, Notation, Order, read_coordinates
from infromap.gui.figures import write_place

if TYPE_CHECKING:
    from infromap.gui.window import MainWindow

_PLACE = Qt.ItemDataRole.UserRole


class GoTo(QObject):
    """Asks for a coordinate, and sets the pin there."""

    def __init__(self, window: "MainWindow"):
        super().__init__(window)
        self._window = window
        window.commands.add("view", "go_to", self.tr("&Go to Coordinates…"), self.ask, "Ctrl+G", needs="map")

    def ask(self) -> None:
        """Show the dialog, which waits for nobody."""
        dialog = GoToDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.go(dialog.chosen()))
        dialog.open()

    def go(self, place: Interpretation | None) -> None:
        """Show a place on the map, with what it was understood as."""
        if place is not None:
            self._window.mark.show(place.lon, place.lat, write_place(place.lon, place.lat))
            self._window.map.setFocus(Qt.FocusReason.OtherFocusReason)


class GoToDialog(QDialog):
    """One field, and below it the places that its text may mean."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setWindowTitle(self.tr("Go to coordinates"))
        self.setMinimumWidth(460)
        self.field = QLineEdit(clearButtonEnabled=True, placeholderText="43.25, 76.95")
        self.field.setAccessibleName(self.tr("Coordinates"))
        self.field.textChanged.connect(self._read)
        self.field.installEventFilter(self)
        self.told = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.places = QListWidget()
        self.places.setAccessibleName(self.tr("What is meant"))
        self.places.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(self.tr("&Go"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.field, self.told, self.places, buttons):
            layout.addWidget(widget)
        self._read("")

    def chosen(self) -> Interpretation | None:
        """Return the place that is chosen; None if nothing was understood."""
        item = self.places.currentItem()
        return item.data(_PLACE) if item else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go through the places while the field keeps the focus."""
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):  # type: ignore[attr-defined]
            step = 1 if event.key() == Qt.Key.Key_Down else -1  # type: ignore[attr-defined]
            self.places.setCurrentRow(max(0, min(self.places.count() - 1, self.places.currentRow() + step)))
            return True
        return super().eventFilter(watched, event)

    def _read(self, text: str) -> None:
        found = read_coordinates(text)
        self.places.clear()
        for place in found:
            item = QListWidgetItem(describe_place(place))
            item.setData(_PLACE, place)
            self.places.addItem(item)
        self.places.setCurrentRow(0 if found else -1)
        self.places.setFixedHeight(max(2, len(found)) * (self.places.fontMetrics().height() + 8) + 8)
        self.told.setText(self._say(text, len(found)))
        self.go.setEnabled(bool(found))

    def _say(self, text: str, count: int) -> str:
        if not text.strip():
            return self.tr(
                "Degrees, degrees with minutes and seconds, or UTM: 43.25 N 76.95 E; 43°15′ с. ш. 76°57′ в. д.; "
                "43T 658000 4790000"
            )
        if count == 0:
            return self.tr("This is no coordinate yet.")
        if count == 1:
            return self.tr("That is:")
        return self.tr("It may mean two places. Which one?")


def describe_place(place: Interpretation) -> str:
    """Return a place as it was understood, with what tells it from the other one."""
    text = write_place(place.lon, place.lat)
    if place.order == Order.LAT_LON:
        return QCoreApplication.translate("GoTo", "{place} (latitude first)").format(place=text)
    if place.order == Order.LON_LAT:
        return QCoreApplication.translate("GoTo", "{place} (longitude first)").format(place=text)
    if place.notation == Notation.UTM:
        return f"{text} ({write_place(place.lon, place.lat, Notation.UTM)})"
    return text
