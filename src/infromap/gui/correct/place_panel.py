"""What a name of a project may mean: the candidates with their reasons, for the user to choose from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
)

from infromap.gazetteer import open_places
from infromap.gazetteer.alternatives import Alternative, list_alternatives
from infromap.gui.as_text import tooltip_of
from infromap.gui.figures import write_number, write_whole_km
from infromap.gui.panels.closing_panel import ClosingPanel
from infromap.gui.panels.column_list import ColumnList
from infromap.gui.program.language import speak

if TYPE_CHECKING:
    from infromap.model.mapdoc import Feature
    from infromap.model.place import Candidate, Place

_ALTERNATIVE = Qt.ItemDataRole.UserRole
_PLACE, _TYPE, _WHERE, _PEOPLE, _AWAY, _SCORE, _SOURCE = range(7)
_WIDTHS = {_PLACE: 150, _WHERE: 160}  # the others take what their words and figures need


class PlacePanel(ClosingPanel):
    """The names of one project, the candidates of one of them, and what can be done with them."""

    place_chosen = Signal(str, object)  # a name of the project and a Place; None: it is none of these
    place_shown = Signal(object, bool)  # Place on which the user looks, None for none; whether the map has it already
    point_asked = Signal(str)  # the user wants to set the point of this name on the map

    def __init__(self, parent=None):
        super().__init__(parent)
        self._feature: Feature | None = None
        self.names = QComboBox()
        self.names.setAccessibleName(self.tr("Name to be placed"))
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Look for another name in the gazetteer"))
        self.search.setAccessibleName(self.tr("Another name to look for"))
        self.candidates = self._make_candidates()
        self.told = QLabel(wordWrap=True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.why = QLabel(wordWrap=True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.use = QPushButton(self.tr("&Use This Place"))
        self.none = QPushButton(self.tr("&None of These"))
        self.set_on_map = QPushButton(self.tr("&Set on the Map…"))
        self.close_button = QPushButton(self.tr("&Close"))
        self._lay_out()
        self._connect()

    def show_feature(self, feature: "Feature | None") -> None:
        """Offer the names of a project; the name and the search stay if it is the same one as before."""
        name = self.names.currentText() if feature and self._feature and feature.id == self._feature.id else ""
        if not name:
            self.search.clear()
        self._feature = feature
        self.names.blockSignals(True)
        self.names.clear()
        self.names.addItems(list(dict.fromkeys(each.mention.name for each in feature.resolved)) if feature else [])
        if name:
            self.names.setCurrentText(name)
        self.names.blockSignals(False)
        self._show_candidates()

    def ask_again(self, other: "PlacePanel") -> None:
        """Show the name and the search of another panel."""
        self.names.setCurrentText(other.names.currentText())
        self.search.setText(other.search.text())
        self._show_candidates()

    def _make_candidates(self) -> ColumnList:
        titles = {
            _PLACE: self.tr("Place"),
            _TYPE: self.tr("Type"),
            _WHERE: self.tr("Where"),
            _PEOPLE: self.tr("Inhabitants"),
            _AWAY: self.tr("Away"),
            _SCORE: self.tr("Score"),
            _SOURCE: self.tr("Source"),
        }
        tree = ColumnList(self.tr("Candidates"), [titles[column] for column in sorted(titles)])
        tree.headerItem().setToolTip(_AWAY, self.tr("From the nearest other place of the project"))
        tree.setAllColumnsShowFocus(True)
        for column, width in _WIDTHS.items():
            tree.setColumnWidth(column, width)
        for column in (_TYPE, _PEOPLE, _AWAY, _SCORE):
            tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setSectionResizeMode(_SOURCE, QHeaderView.ResizeMode.Stretch)
        return tree

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.names)
        top.addWidget(self.search, stretch=1)
        for button in (self.use, self.none, self.set_on_map):
            bottom.addWidget(button)
        bottom.addStretch()
        bottom.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(top)
        layout.addWidget(self.told)
        layout.addWidget(self.candidates, stretch=1)
        layout.addWidget(self.why)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self.names.currentIndexChanged.connect(self._change_name)
        self.search.returnPressed.connect(self._show_candidates)
        self.search.textChanged.connect(lambda text: None if text else self._show_candidates())
        self.candidates.currentItemChanged.connect(lambda _now, _before: self._show_current())
        self.candidates.itemActivated.connect(lambda _item, _column: self._use_current())
        self.use.clicked.connect(self._use_current)
        self.none.clicked.connect(lambda: self.place_chosen.emit(self.names.currentText(), None))
        self.set_on_map.clicked.connect(lambda: self.point_asked.emit(self.names.currentText()))
        self.close_button.clicked.connect(self.closed)

    def _change_name(self) -> None:
        self.search.clear()
        self._show_candidates()

    def _show_candidates(self) -> None:
        """Ask the gazetteer, which answers at once, and list what it says."""
        alternatives = self._suggest()
        chosen = self._chosen()
        self.candidates.blockSignals(True)
        self.candidates.clear()
        for each in alternatives:
            is_chosen = chosen is not None and each.candidate.place.gazetteer_id == chosen.gazetteer_id
            item = _item(each, is_chosen=is_chosen)
            self.candidates.addTopLevelItem(item)
            if is_chosen:
                self.candidates.setCurrentItem(item)
        self.candidates.blockSignals(False)
        self.told.setText(self._state(len(alternatives), chosen))
        has_name = self.names.count() > 0
        for widget in (self.names, self.search, self.none, self.set_on_map):
            widget.setEnabled(has_name)
        self._show_current()

    def _suggest(self) -> list[Alternative]:
        feature, name = self._feature, self.names.currentText()
        asked = self.search.text().strip() or name
        if feature is None or not asked:
            return []
        others = [each.place.point for each in feature.resolved if each.place and each.mention.name != name]
        known = [each for own in feature.resolved if own.mention.name == name for each in own.candidates]
        with open_places() as gazetteer:
            return list_alternatives(
                asked,
                gazetteer,
                country=feature.project.country,
                others=others,
                known=() if self.search.text().strip() else known,
            )

    def _chosen(self) -> "Place | None":
        name = self.names.currentText()
        resolved = self._feature.resolved if self._feature else ()
        return next((each.place for each in resolved if each.mention.name == name), None)

    def _state(self, count: int, chosen: "Place | None") -> str:
        name = self.names.currentText()
        if self._feature is None:
            return self.tr("Choose a project to correct its places.")
        if not name:
            return self.tr("The article names no place of this project. Place it by hand (Edit menu).")
        if not count:
            asked = self.search.text().strip() or name
            return self.tr("The gazetteer knows no place called {name}.").format(name=asked)
        if chosen is None:
            return self.tr("{name} has no place on the map.").format(name=name)
        where = ", ".join(filter(None, (speak(chosen.name), chosen.country)))
        return self.tr("{name} is taken for {place} ({source}).").format(
            name=name, place=where, source=speak(chosen.source.name)
        )

    def _current(self) -> "Candidate | None":
        item = self.candidates.currentItem()
        return item.data(_PLACE, _ALTERNATIVE).candidate if item else None

    def _show_current(self) -> None:
        candidate, item = self._current(), self.candidates.currentItem()
        if item:
            item.setSelected(True)  # the focus alone makes a row the current one, which then does not look so
        self.use.setEnabled(candidate is not None)
        self.why.setText(speak(candidate.reason) if candidate else "")
        chosen = self._chosen()
        place = candidate.place if candidate else None
        is_chosen = bool(place and chosen and chosen.gazetteer_id == place.gazetteer_id)
        self.place_shown.emit(place, is_chosen)

    def _use_current(self) -> None:
        candidate = self._current()
        if candidate is not None:
            self.place_chosen.emit(self.names.currentText(), candidate.place)


def _item(alternative: Alternative, *, is_chosen: bool) -> QTreeWidgetItem:
    candidate, away_km = alternative
    place = candidate.place
    texts = {
        _PLACE: speak(place.name),
        _TYPE: _type_words().get(place.feature_type, place.feature_type),
        _WHERE: ", ".join(part for part in (place.region, place.country) if part),
        _PEOPLE: write_number(place.population) if place.population else "–",
        _AWAY: "–" if away_km is None else write_whole_km(away_km),
        _SCORE: write_number(candidate.score, 2),
        _SOURCE: speak(place.source.name),
    }
    item = QTreeWidgetItem([texts[column] for column in sorted(texts)])
    item.setData(_PLACE, _ALTERNATIVE, alternative)
    for column in (_PEOPLE, _AWAY, _SCORE):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for column, text in texts.items():
        item.setToolTip(column, tooltip_of(f"{text}\n{speak(candidate.reason)}"))
    if is_chosen:
        font = item.font(_PLACE)
        font.setBold(True)
        item.setFont(_PLACE, font)
    return item


def _type_words() -> dict[str, str]:
    words: Sequence[tuple[str, str]] = (
        ("city", QCoreApplication.translate("PlacePanel", "city")),
        ("town", QCoreApplication.translate("PlacePanel", "town")),
        ("village", QCoreApplication.translate("PlacePanel", "village")),
        ("station", QCoreApplication.translate("PlacePanel", "station")),
        ("region", QCoreApplication.translate("PlacePanel", "region")),
        ("country", QCoreApplication.translate("PlacePanel", "country")),
        ("point", QCoreApplication.translate("PlacePanel", "point")),
    )
    return dict(words)
