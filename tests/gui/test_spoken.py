"""Nothing of the program is English in a window that speaks another language: panels, menus, dialogs, errors."""

from contextlib import suppress

import pytest
from PySide6.QtCore import QDir, QSettings
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog, QInputDialog, QMessageBox

from dialogs import open_all_dialogs
from gis_files import write_points
from infromap.article import read_article
from infromap.assets import reading, resource_path
from infromap.doctor.finding import Finding
from infromap.errors import InfromapError
from infromap.export import save_map
from infromap.gui.dialogs import ask_unsaved, show_error, show_errors, tell_damage
from infromap.gui.files.crs_dialog import CrsDialog
from infromap.gui.files.export_dialogs import DocumentDialog, PictureDialog
from infromap.gui.files.layer_choice import LayerChoiceDialog
from infromap.gui.files.recovery import Unsaved
from infromap.gui.files.table_dialog import TableDialog
from infromap.gui.layers.layer_properties import show_properties
from infromap.gui.program.language import LANGUAGES, speak
from infromap.gui.program.preferences import Preferences
from infromap.gui.window import MainWindow
from infromap.pipeline import open_map
from infromap.render import find_tile_layer
from infromap.session.project_file import read_project_file
from infromap.vector import plan_file, read_layers
from infromap.vector.classes import classify
from infromap.vector.expression import select_rows
from rich_text import fill_menus
from seen_texts import latin_words, texts_within
from spoken import ARTICLE, names_of, translations

OTHERS = [language for language in LANGUAGES if language != "en"]
pytestmark = [pytest.mark.qt, pytest.mark.parametrize("spoken", OTHERS, indirect=True)]

KEYS = {
    "Alt", "Ctrl", "Shift", "Meta", "Esc", "Escape", "Enter", "Return", "Tab", "Space", "Backspace", "Del", "Delete",
    "Ins", "Home", "End", "PgUp", "PgDown",
}  # fmt: skip
SQL = {"AND", "OR", "NOT", "IN", "IS", "NULL", "LIKE", "BETWEEN"}
NAMES = {"English", "Esri", "WorldImagery", "WorldStreetMap", "WorldTopoMap", "HTML", "OK", "px", "EPSG", "WGS",
         "nominatim", "openstreetmap", "org", "xyz", "json", "GB"}  # fmt: skip
IN_ENGLISH = {  # reports for whoever mends the program; areas as EPSG calls them
    ("DiagnosticsDialog", "QPlainTextEdit"), ("LogWindow", "QPlainTextEdit"), ("CrsDialog", "QListWidget"),
}  # fmt: skip


@pytest.fixture
def window(qtbot, spoken, settings, tmp_path):
    """Return a window that speaks the language, with an article that is not English and a layer."""
    article = tmp_path / "статья.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    main = MainWindow(settings, preferences=Preferences(settings, language=spoken))
    main.show()
    with qtbot.waitSignal(main.map.painted, timeout=60_000):
        main.opening.open_files([article, write_points(tmp_path / "города.gpkg")])
    yield main
    main.open_map.undo.setClean()
    main.close()
    main.deleteLater()


@pytest.fixture
def known(spoken, tmp_path):
    """Return the words in Latin letters that the language has, those of keys, names, and of the test's folder."""
    own = {word for text in translations(spoken) for word in latin_words(text)}
    return own | KEYS | SQL | NAMES | latin_words(str(tmp_path)) | latin_words(QDir.homePath() + QDir.currentPath())


@pytest.fixture
def boxes(monkeypatch):
    """Return the texts of all message boxes, which nobody has to answer."""
    texts = []

    def look(box):
        texts.extend(text for *_, text in texts_within(box))
        return QMessageBox.StandardButton.No

    for method in ("exec", "open"):
        monkeypatch.setattr(QMessageBox, method, look)
    return texts


class Looking:
    """Keeps the words in Latin letters that are not known, each with where it was first seen."""

    def __init__(self, known):
        self._known, self.texts, self.found = known, 0, {}

    def look(self, top):
        """Look at a window or dialog."""
        for where, kind, text in texts_within(top):
            self.texts += 1
            if (where, kind) not in IN_ENGLISH:
                for word in latin_words(text) - self._known:
                    self.found.setdefault(word, f"{where}, {kind}: {text[:80]}")


def test_window_panels_menus_and_dialogs_say_nothing_in_english(window, known, monkeypatch, session_log, tmp_path):
    document = window.document
    looking = Looking(known | {word for text in names_of(document) for word in latin_words(text)})
    window.commands["show_attribute_table"].trigger()
    window.commands["show_history"].trigger()
    for feature in document.features:
        window.select_feature(feature.id)
        looking.look(window)
    window.selection.choose_row(document.layers[0].id, 0)
    looking.look(window)
    window.selection.clear()
    fill_menus(window)
    looking.look(window)
    open_all_dialogs(monkeypatch, window, looking.look)
    table = tmp_path / "города.csv"
    table.write_text("название,lat,lon\nа,51,71\n", encoding="utf-8")
    many = plan_file(write_points(tmp_path / "много.gpkg")).layers * 2
    looking.look(TableDialog(table, plan_file(table).table, window.settings, window))
    looking.look(CrsDialog("?", None, window.settings, window))
    looking.look(LayerChoiceDialog(table, many, window))
    looking.look(PictureDialog(None, window))
    looking.look(DocumentDialog(None, lambda *_: None, window))
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            looking.look(top)

    assert len(document.features) == 4
    assert len(document.notices) > 2
    assert looking.texts > 2_000
    assert looking.found == {}


def test_qts_own_dialogs_and_buttons_say_nothing_in_english(qtbot, spoken, known):
    looking = Looking(known | {"ffffff", "root"})
    QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")  # folders of tests before
    files = QFileDialog(None, "", str(resource_path("i18n")))
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    buttons = QMessageBox()
    for button in QMessageBox.StandardButton:
        with suppress(ValueError):
            buttons.addButton(button)
    files_there = latin_words(" ".join(each.name for each in resource_path("i18n").iterdir()))
    looking._known = looking._known | files_there | latin_words(str(resource_path("i18n")))
    printer = QPrinter()
    printer.setDocName("0")
    for dialog in (files, QColorDialog(), QInputDialog(), QPrintDialog(printer), buttons):
        qtbot.addWidget(dialog)
        looking.look(dialog)

    assert len(buttons.buttons()) > 15
    assert looking.found == {}


def _broken(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return path


ERRORS = {
    "an article that is not there": lambda tmp: read_article(tmp / "нет.txt"),
    "an article that is a folder": lambda tmp: read_article(tmp),
    "an article without text": lambda tmp: read_article(_broken(tmp, "а.txt", b" \n")),
    "a damaged PDF": lambda tmp: read_article(_broken(tmp, "а.pdf", b"%PDF-1.4 nothing")),
    "a GeoPackage that is none": lambda tmp: read_layers(_broken(tmp, "а.gpkg", b"nothing")),
    "a KML that is none": lambda tmp: read_layers(_broken(tmp, "а.kml", b"<nothing/>")),
    "a GIS file that is not there": lambda tmp: read_layers(tmp / "нет.gpkg"),
    "a table without coordinates": lambda tmp: read_layers(_broken(tmp, "а.csv", "имя\nа\n".encode())),
    "a table that is empty": lambda tmp: read_layers(_broken(tmp, "а.csv", b"")),
    "an archive that is none": lambda tmp: read_layers(_broken(tmp, "а.zip", b"PK nothing")),
    "a project that is none": lambda tmp: read_project_file(_broken(tmp, "а.infromap", b"{}")),
    "a project that is cut off": lambda tmp: read_project_file(_broken(tmp, "а.infromap", b"{")),
    "an unknown suffix": lambda tmp: save_map(open_map(_broken(tmp, "а.txt", ARTICLE.encode())), tmp / "а.xyz"),
    "a folder in the place of a file": lambda tmp: save_map(
        open_map(_broken(tmp, "а.txt", ARTICLE.encode())), _folder(tmp / "папка.html")
    ),
    "an unknown column": lambda tmp: classify(_layer(tmp), "нет", method="quantiles", count=3),
    "an expression that is not understood": lambda tmp: select_rows(_layer(tmp), "name = = 1"),
    "unknown tiles": lambda _tmp: find_tile_layer("Нет.Таких"),
    "a damaged file of ours": lambda tmp: _read_ours(tmp / "нет.json"),
}


def _folder(path):
    path.mkdir()
    return path


def _layer(tmp_path):
    return read_layers(write_points(tmp_path / "города.gpkg"))[0]


def _read_ours(path):
    with reading(path):
        path.read_text(encoding="utf-8")


# What a library says is quoted: {error: its words}
QUOTED = {
    "a damaged PDF": {"PdfStreamError", "PdfReadError", "EmptyFileError"},
    "a project that is cut off": latin_words("Expecting property name enclosed in double quotes: line column char"),
    "an archive that is none": latin_words("File is not a zip file"),
    "an expression that is not understood": {"name"},
    "an unknown column": {"name", "number", "population"},
    "unknown tiles": latin_words("xyzservices.readthedocs.io"),
}


@pytest.mark.parametrize("what", ERRORS)
def test_errors_say_nothing_in_english(boxes, spoken, known, tmp_path, what):
    with pytest.raises(InfromapError) as raised:
        ERRORS[what](tmp_path)

    show_error(None, raised.value)
    show_errors(None, [raised.value, raised.value])

    told = speak(raised.value)
    assert told != str(raised.value)
    assert [text for text in boxes if told.replace("\u200b", "") in text.replace("\u200b", "")]
    words = {word for text in boxes for word in latin_words(text)}
    assert words - known - QUOTED.get(what, set()) == set()


def test_notices_damage_and_unsaved_maps_are_told_in_the_language(boxes, known, tmp_path):
    rows = "имя,lat,lon\nа,51,71\nб,51\nв,x,71\nг,99,71\n".encode("cp1251")
    layer = read_layers(_broken(tmp_path, "города.csv", rows))[0]
    looking = Looking(known | {"cp", "lat", "lon", "csv"})
    looking.look(show_properties(layer, None))
    with pytest.raises(InfromapError) as damage:
        _read_ours(tmp_path / "нет.json")
    tell_damage(None, [Finding(subject="file", state="damaged", advice=damage.value.saying)])
    ask_unsaved([Unsaved(title="Карта", project=None, saved_at="2026-11-26T04:00:00")])

    assert len(layer.notices) > 1
    assert looking.texts > 10
    assert looking.found == {}
    assert {word for text in boxes for word in latin_words(text)} - known == set()
