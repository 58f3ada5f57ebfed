"""Text from outside is text in every panel, menu, tool tip, dialog and message: no widget takes it for markup."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMessageBox, QToolTip, QWidget

from hostile import as_file_names, hostile_texts
from hostile_inputs import SENTENCES, geojson, geopackage, named_file, project, tiles
from infromap.errors import ArticleError
from infromap.gazetteer.online import OnlineService
from infromap.gui.correct.correction_dialogs import DetailsDialog, ExactnessDialog
from infromap.gui.dialogs import ask_unsaved, show_error, show_errors
from infromap.gui.files.crs_dialog import CrsDialog
from infromap.gui.files.layer_choice import LayerChoiceDialog
from infromap.gui.files.lookup import confirm_lookup
from infromap.gui.files.recovery import Unsaved
from infromap.gui.files.table_dialog import TableDialog
from infromap.gui.layers.filter_dialog import FilterDialog
from infromap.gui.layers.layer_properties import show_properties
from infromap.gui.layers.style_dialog import StyleDialog
from infromap.gui.program.diagnostics import DiagnosticsDialog
from infromap.gui.tools.bookmarks_dialog import BookmarksDialog
from infromap.gui.window import MainWindow
from infromap.model.bookmark import Bookmark
from infromap.model.layer_style import ClassMethod
from infromap.vector import list_layers
from infromap.vector.classes import classify
from infromap.vector.table_guess import guess_table
from rich_text import Census, fill_menus, magenta_pixels, markup_of, show_tip

pytestmark = pytest.mark.qt

TEXTS = hostile_texts()
QT = hostile_texts("qt", "markup")
PICTURE = hostile_texts("qt")[0]  # a magenta square, where it is taken for markup


@pytest.fixture
def hostile_window(qtbot, settings, tmp_path, opened):
    """Return a window with a hostile project, hostile layers, and files of hostile names opened last."""
    main = MainWindow(settings, open_address=opened.append)
    main.resize(1400, 900)
    main.show()
    for name in as_file_names(QT)[:10]:
        settings.add_recent_file(named_file(tmp_path, name))
    files = [project(tmp_path, QT), geojson(tmp_path, TEXTS), geopackage(tmp_path, QT)]
    with qtbot.waitSignal(main.map.painted, timeout=60_000):
        main.opening.open_files(files)
    yield main
    main.open_map.undo.setClean()
    main.close()
    main.deleteLater()


@pytest.fixture
def boxes(monkeypatch):
    """Let every message box be looked at instead of shown; return the census and the texts."""
    census, said = Census(), []

    def look(box):
        told = f"{box.text()}\n{box.informativeText()}".replace("\u200b", "")  # where long names fold
        said.append(" ".join(told.split()))
        for label in (box, *box.findChildren(QLabel)):
            census.look_at_widget(label)
        return QMessageBox.StandardButton.No

    for method in ("exec", "open"):
        monkeypatch.setattr(QMessageBox, method, look)
    return census, said


def turn_through_everything(window):
    """Choose every project and some rows, change layers, and show each panel."""
    for feature in window.document.features:
        window.select_feature(feature.id)
        yield
    for layer in window.document.layers:
        for row in range(0, len(layer), 40):
            window.selection.choose_row(layer.id, row)
            yield
    window.table.turn_to(window.document.layers[-1].id)
    yield
    for layer in window.document.layers:
        window.layering.rename(layer.id, PICTURE)
        window.layering.panel.choose(layer.id)
        window.layering.show_panel()
        yield
    window.selection.clear()
    yield


def test_the_census_sees_what_would_be_markup(qtbot):
    label = QLabel(PICTURE)
    qtbot.addWidget(label)
    label.show()
    census = Census()

    census.look_at_widget(label)

    assert len(census.found) == 1
    assert magenta_pixels(label) > 100
    assert sum(bool(markup_of(text)) for text in QT) > 12


def test_no_panel_menu_or_tool_tip_takes_a_text_for_markup(hostile_window, opened):
    window, census = hostile_window, Census()
    window.commands["show_attribute_table"].trigger()
    window.commands["show_history"].trigger()

    for _ in turn_through_everything(window):
        fill_menus(window)
        census.look_at_all()
        assert magenta_pixels(window) == 0

    assert census.found == []
    assert census.texts > 20_000
    assert opened == []


def test_the_details_say_the_texts_letter_by_letter(hostile_window):
    window = hostile_window
    layer = window.document.layers[1]

    for row in range(0, len(layer), 10):
        window.selection.choose_row(layer.id, row)
        assert set(layer.row(row)["name"].split()) <= set(window.details.text.toPlainText().split())


def test_tool_tips_that_come_are_text(hostile_window):
    window, census = hostile_window, Census()
    window.commands["show_attribute_table"].trigger()
    shown = 0
    for view in window.findChildren(QAbstractItemView):
        if not view.isVisible():
            continue
        for y in range(4, view.viewport().height(), 18):
            tip = show_tip(view.viewport(), QPoint(40, y))
            if tip:
                shown += 1
                census.look_at_widget(tip)
                assert magenta_pixels(tip) == 0
    QToolTip.hideText()

    assert census.found == []
    assert shown > 3


def test_the_start_page_and_its_recent_files_are_text(qtbot, settings, tmp_path):
    for name in as_file_names(QT)[:10]:
        settings.add_recent_file(named_file(tmp_path, name))
    main = MainWindow(settings)
    main.show()
    main.show_start()
    census = Census()
    fill_menus(main)

    census.look_at_all()

    assert census.found == []
    assert len(main.opening.recent.actions()) == len(settings.recent_files()) > 5
    assert magenta_pixels(main) == 0
    main.close()
    main.deleteLater()


def test_busy_status_bar_title_and_undo_say_text_on_one_line(hostile_window):
    window, census = hostile_window, Census()

    for text in QT:
        window.worker.started.emit(f"Reading {text}…")
        window.busy.show()
        window.statusBar().showMessage(text)
        window.layering.rename(window.document.layers[0].id, text)
        for widget in (window.busy, window.busy.label, window.statusBar()):
            census.look_at_widget(widget)
        assert "\n" not in window.commands["undo"].text()
        assert magenta_pixels(window.statusBar()) == 0
    window.worker.finished.emit()

    assert census.found == []


def test_names_in_menus_have_no_keys_and_titles_no_marks(hostile_window):
    window = hostile_window
    layer = window.document.layers[0]
    name = "Roads & Rail && &Water"
    window.layering.rename(layer.id, name)
    window.layering.remove(layer.id)

    assert window.commands["undo"].text().endswith("Remove Roads && Rail &&&& &&Water")
    assert window.open_map.undo.text(window.open_map.undo.count() - 1) == f"Remove {name}"


def test_a_title_with_marks_of_qt_s_stays_as_it_is(hostile_window):
    window = hostile_window
    window.setWindowModified(True)

    for title in ("[*] and [*]", "a\nb", "x[*]", *QT):
        window.open_map.document = replace(window.document, title=title)
        window.showing.show_document()
        shown = window.windowTitle().replace("[*][*]", "\0")
        assert shown.count("[*]") == 1
        assert shown.replace("[*]", "").replace("\0", "[*]") == f"{' '.join(title.split())} – infromap"


def test_messages_and_questions_are_text(window, boxes, tmp_path):
    census, said = boxes

    for text in QT:
        path = tmp_path / as_file_names([text], most_bytes=250)[0]
        path.write_text("x")
        told = len(said)
        show_error(window, ArticleError(text))
        show_errors(window, [ArticleError(text), ArticleError("x")])
        ask_unsaved([Unsaved(title=text, saved_at="2026-02-09T00:00:00", project=None)])
        confirm_lookup(window, (text,), OnlineService())
        window.exporting._confirmed(path)
        window.opening.recent._choose(path.with_name(f"gone{path.name[4:]}"))
        ways = " ".join(text.split())[:60], " ".join(path.name[4:].split())
        assert all(any(way in each for way in ways) for each in said[told:])
        assert len(said) == told + 6

    assert census.found == []


def test_dialogs_are_text(qtbot, window, settings, tmp_path):
    census = Census()
    layer = open_layer(qtbot, window, geojson(tmp_path, ["a", "b"]))
    infos = list_layers(geopackage(tmp_path, ["a", "b"]))

    for text in hostile_texts("qt"):
        for dialog in make_dialogs(window, settings, tmp_path, named_like(layer, text), infos, text):
            dialog.show()
            for widget in (dialog, *dialog.findChildren(QWidget)):
                census.look_at_widget(widget)
            assert magenta_pixels(dialog) == 0
            dialog.close()
            dialog.deleteLater()

    assert census.found == []
    assert census.texts > 5_000


def named_like(layer, text):
    """Return a layer that is called like a text, as are its columns, values and classes."""
    values = np.full(len(layer), text, dtype=object)
    columns = tuple(replace(each, name=f"{text} {i}", values=values) for i, each in enumerate(layer.columns))
    named = replace(layer, name=text, columns=columns, notices=(text,))
    classes = classify(named, columns[0].name, ClassMethod.CATEGORIES, 2)
    return replace(named, style=replace(layer.style, classes=classes, label_column=columns[0].name))


def make_dialogs(window, settings, folder, layer, infos, text):
    """Return every dialog that names what is not the program's."""
    feature = replace(window.document.features[0], name=text, note=text)
    name = as_file_names([text], most_bytes=250)[0][:60].replace("!", "_")  # which GDAL takes for an archive
    path = folder / f"{name}.csv"
    path.write_text("{0},lat,lon\n{0},1,2\n{0},3,4\n".format('"{}"'.format(text.replace('"', '""'))))
    return [
        DetailsDialog(feature, feature, "en", window),
        ExactnessDialog(text, 1.0, window),
        CrsDialog(text, None, settings, window),
        LayerChoiceDialog(path, [replace(each, name=text) for each in infos], window),
        StyleDialog(layer, window),
        FilterDialog(layer, window),
        show_properties(layer, window),
        DiagnosticsDialog("report", [text], window),
        BookmarksDialog((Bookmark(name=text, lon=60.0, lat=50.0, zoom=5.0),), window),
        TableDialog(path, guess_table(path), settings, window),
    ]


def open_layer(qtbot, window, path):
    before = len(window.document.layers)
    window.opening.open_layers([path])
    qtbot.waitUntil(lambda: len(window.document.layers) > before, timeout=30_000)
    return window.document.layers[-1]


def test_candidates_of_a_geocoder_are_text(qtbot, hostile_window):
    window, census = hostile_window, Census()
    window.select_feature(window.document.features[0].id)
    window.commands["correct_place"].trigger()
    qtbot.waitUntil(lambda: window.correcting.places.candidates.topLevelItemCount() > 0, timeout=30_000)

    for widget in (window.correcting.places, *window.correcting.places.findChildren(QLabel)):
        census.look_at_widget(widget)
    census.look_at_widget(window.correcting.places.candidates)

    assert census.found == []
    assert census.texts > 10


def test_name_and_credit_of_a_file_of_tiles_are_text(qtbot, window, ask, tmp_path):
    credit = ".leaflet-control-attribution"
    count = f"document.querySelectorAll('{credit} img, {credit} b, {credit} table, {credit} font').length"

    for number, text in enumerate([*hostile_texts("qt")[:5], "<i onclick=x>", "&copy; &lt;b&gt; &amp;lt;img&gt;"]):
        (tmp_path / f"{number}").mkdir()
        with qtbot.waitSignal(window.map.painted, timeout=60_000):
            window.base_maps.add_file(tiles(tmp_path / f"{number}", text, is_mbtiles=number % 2 == 0))
        census, layer = Census(), window.base_maps.tiles
        census.look_at_all()
        assert census.found == []
        assert layer.attribution in ask(window.map, f"document.querySelector('{credit}').textContent")
        assert ask(window.map, count) == 0

    assert window.map.interceptor.refused == []


def test_a_pasted_text_is_text(qtbot, window):
    QGuiApplication.clipboard().setText("\n\n".join([QT[0], SENTENCES, *(f"{text} in Kokshetau." for text in QT)]))
    census = Census()

    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.commands["open_clipboard"].trigger()
    for feature in window.document.features:
        window.select_feature(feature.id)
        census.look_at_all()

    assert census.found == []
    assert window.document.title == QT[0]
    assert window.article.text.toPlainText().count("onerror") > 3
    assert magenta_pixels(window) == 0
