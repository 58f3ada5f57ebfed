"""Everything about one project: what the article says, where it lies and why, what other sources add."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from infromap.gui.figures import write_accuracy, write_number, write_place, write_short_km
from infromap.gui.panels.spoken import language_locale, speak_money, speak_number, speak_value
from infromap.gui.program.language import speak
from infromap.model.layer import Column, ColumnType, Layer
from infromap.model.provenance import Quote, Source
from infromap.render.strings import load_strings

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from infromap.model.article import Amount
    from infromap.model.mapdoc import Feature, MapDocument, Row
    from infromap.model.place import Place
    from infromap.render.choice import Choice

_DATES = ("date", "completion")  # keys of rows
_LETTERS = 5_000  # of one value: Qt lays out what is not in sight as well
_STYLE = """
h2 { margin: 0 0 2px 0; font-size: large; }
h3 { margin: 14px 0 4px 0; font-size: small; color: palette(placeholder-text); }
td { padding: 1px 10px 3px 0; }
p { margin: 3px 0; }
.label, .note { color: palette(placeholder-text); }
"""


class DetailsPanel(QWidget):
    """A text with links: a fact of the article leads to its words, a source to its address."""

    words_chosen = Signal(int, int)  # start and end in the article's text
    address_chosen = Signal(QUrl)
    correction_removed = Signal(int)  # its number among the corrections of the project that is shown

    def __init__(self, language: str = "en", parent=None):
        super().__init__(parent)
        self._strings = load_strings(language)
        self._locale = language_locale(language)
        self.text = QTextBrowser(openLinks=False)
        self.text.setAccessibleName(self.tr("Details of the project"))
        self.text.document().setDefaultStyleSheet(_STYLE)
        self.text.document().setDocumentMargin(10)
        self.text.anchorClicked.connect(self._follow)
        self.context_actions: list[QAction] = []  # what can be done with the project, below what can be done with text
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._open_menu)
        purpose = self.tr(
            "What the article says of a project stands here, where it lies and why, and what other sources add. "
            "Choose a project on the map or in the list."
        )
        self.text.setHtml(f"<p class='note'>{escape(purpose)}</p>")
        self.setFocusProxy(self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)

    def show_feature(self, feature: "Feature") -> None:
        """Show one project."""
        parts = [
            f"<h2>{escape(feature.name)}</h2>",
            self._section("ui.article_says", self._article_table(feature)),
            self._section("ui.where", self._where(feature)),
        ]
        if feature.correction_rows:
            parts.insert(1, self._section("ui.corrected", self._correction_table(feature)))
        if feature.fact_rows:
            parts.append(self._section("ui.others_say", self._fact_table(feature)))
        self.text.setHtml("".join(parts))

    def show_row(self, layer: Layer, row: int) -> None:
        """Show the attributes of one row of a layer, and the file that it comes from."""
        rows = [
            f"<tr><td class='label'>{escape(_shortened(column.name))}</td><td>{self._cell(column, row)}</td></tr>"
            for column in layer.columns
        ]
        number = escape(self._strings["ui.row"].format(number=row + 1))
        parts = [f"<h2>{number}</h2><p>{escape(layer.name)}</p>", f"<table>{''.join(rows)}</table>"]
        parts.append(self._section("row.source", f"<p>{_link(layer.source)}</p>"))
        if layer.geometry[row] is None or layer.geometry[row].is_empty:
            parts.append(f"<p class='note'>{escape(self.tr('This row has no place on the map.'))}</p>")
        self.text.setHtml("".join(parts))

    def show_document(self, document: "MapDocument") -> None:
        """Show what the article says as a whole, and what to know of the map."""
        article = document.reading.article
        source = Source(name=article.publisher or article.source, url=article.url, date=article.date)
        sums = self._sums(document)
        rows = [(row, self._linked(sums.get(row.quote, row.value), row)) for row in document.summary_rows]
        parts = [f"<h2>{escape(document.title)}</h2><p>{_link(source)}</p>"]
        if rows:
            parts.append(self._section("ui.whole_article", self._table(rows)))
        if document.notices:
            items = "".join(f"<p>{escape(notice)}</p>" for notice in map(speak, document.notices))
            parts.append(self._section("ui.notices", items))
        hint = self.tr("Choose a project on the map or in the list to see its details.")
        parts.append(f"<p class='note'>{escape(hint)}</p>")
        self.text.setHtml("".join(parts))

    def _sums(self, document: "MapDocument") -> dict[Quote | None, str]:
        """Return the sums of an article as the language writes them, by the words that state them."""
        reading, portfolio = document.reading, document.reading.portfolio
        sums: dict[Quote | None, str] = {each.quote: self._money(each) for each in reading.amounts}
        if portfolio and (portfolio.count or portfolio.amount):
            count = self.tr("%Ln project(s)", "", portfolio.count) if portfolio.count else ""
            amount = self._money(portfolio.amount) if portfolio.amount else ""
            sums[portfolio.quote] = ", ".join(part for part in (count, amount) if part)
        return sums

    def _money(self, amount: "Amount") -> str:
        return speak_money(amount, self._strings, self._locale)

    def _open_menu(self, at: QPoint) -> None:
        menu = self.text.createStandardContextMenu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addActions(self.context_actions)
        menu.popup(self.text.viewport().mapToGlobal(at))

    def _cell(self, column: Column, row: int) -> str:
        text = speak_value(column.cell(row), column.type, self._locale)
        return escape(_shortened(text)).replace("\n", "<br>")

    def _section(self, key: str, body: str) -> str:
        return f"<h3>{escape(self._strings[key]).upper()}</h3>{body}"

    def _article_table(self, feature: "Feature") -> str:
        stated = feature.project.length_km
        said: dict[tuple[str, Quote | None], str] = {
            ("amount", amount.quote): self._money(amount) for amount in feature.project.amounts
        }
        if stated is not None:
            said |= {
                ("length", row.quote): write_short_km(stated) for row in feature.article_rows if row.key == "length"
            }
        rows = [
            (row, self._linked(said.get((row.key, row.quote), self._value(row)), row)) for row in feature.article_rows
        ]
        sentence = ""
        if feature.sentence:
            quote = feature.sentence
            sentence = f"<p><a href='words:{quote.start},{quote.end}'>“{escape(quote.text)}”</a></p>"
        return f"{self._table(rows)}{sentence}"

    def _fact_table(self, feature: "Feature") -> str:
        rows = []
        for row in feature.fact_rows:
            note = f" <span class='note'>({escape(speak(row.note))})</span>" if row.note else ""
            source = f"<br><small>{_link(row.source)}</small>" if row.source else ""
            rows.append((row, f"{escape(speak(row.value))}{note}{source}"))
        return self._table(rows)

    def _correction_table(self, feature: "Feature") -> str:
        rows, undo_text = [], escape(self.tr("undo this correction"))
        for number, row in enumerate(feature.correction_rows):
            had = self._strings["ui.before"].format(value=self._value(replace(row, value=row.note))) if row.note else ""
            before = f" <span class='note'>({escape(had)})</span>" if had else ""
            day = escape(row.source.date or "") if row.source else ""
            undo = f"<a href='correction:{number}'>{undo_text}</a>"
            rows.append((row, f"{escape(self._value(row))}{before}<br><small>{day} · {undo}</small>"))
        return self._table(rows)

    def _where(self, feature: "Feature") -> str:
        from infromap.render.choice import describe_choice

        strings = self._strings
        line = [strings[f"exactness.{feature.exactness.value}"], strings[f"method.{feature.method.value}"]]
        if feature.geometry_length_km is not None:
            line.append(strings["ui.length_of_line"].format(km=write_number(feature.geometry_length_km)))
            stated = feature.project.length_km
            key = "ui.length_not_stated" if stated is None else "ui.length_stated"
            line.append(strings[key].format(km=speak_number(stated or 0.0, self._locale)))
        places = "".join(self._choice(describe_choice(each), each.place) for each in feature.resolved)
        note = speak(feature.location_note or "")
        return f"<p><b>{escape(' · '.join(line))}</b></p><p>{escape(note)}</p>{places}"

    def _choice(self, choice: "Choice", place: "Place | None") -> str:
        """Return one name with its place, why it is that place, and what else the name may mean."""
        others = "<br>".join(escape(speak(other)) for other in choice.others)
        not_chosen = self._note("ui.not_chosen", others) if others else ""
        if place is None:
            return f"<p><b>{escape(choice.name)}</b>: {escape(speak(choice.reason))}</p>{not_chosen}"
        why = self._note("ui.why_place", escape(speak(choice.reason)))
        where = f"{write_place(place.point.x, place.point.y, digits=4)}, ±{write_accuracy(place.accuracy_km)}"
        return f"<p><b>{escape(choice.name)}</b> {escape(where)}, {_link(place.source)}</p>{why}{not_chosen}"

    def _note(self, key: str, body: str) -> str:
        return f"<p class='note'><b>{escape(self._strings[key])}:</b> {body}</p>"

    def _table(self, rows: Sequence[tuple["Row", str]]) -> str:
        """Return rows with their values as HTML; those of one key that follow one another stand under one label."""
        lines, key = [], None
        for row, value in rows:
            label = "" if row.key == key else escape(self._strings.get(f"row.{row.key}", row.key))
            key = row.key
            lines.append(f"<tr><td class='label'>{label}</td><td>{value}</td></tr>")
        return f"<table>{''.join(lines)}</table>"

    def _value(self, row: "Row") -> str:
        if row.key in _DATES:
            return speak_value(row.value, ColumnType.DATE, self._locale)
        return self._strings.get(f"{row.key}.{row.value}") or speak(row.value)

    @staticmethod
    def _linked(text: str, row: "Row") -> str:
        if row.quote is None:
            return escape(text)
        return f"<a href='words:{row.quote.start},{row.quote.end}'>{escape(text)}</a>"

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == "words":
            start, end = url.path().split(",")
            self.words_chosen.emit(int(start), int(end))
        elif url.scheme() == "correction":
            self.correction_removed.emit(int(url.path()))
        elif url.scheme() in ("http", "https"):
            self.address_chosen.emit(url)


def _shortened(text: str) -> str:
    return text if len(text) <= _LETTERS else f"{text[:_LETTERS]}…"


def _link(source: Source) -> str:
    from infromap.render.data import web_address

    name = escape(f"{speak(source.name)}, {source.date}" if source.date else speak(source.name))
    url = web_address(source.url)
    return f"<a href='{escape(url, quote=True)}'>{name}</a>" if url else name
