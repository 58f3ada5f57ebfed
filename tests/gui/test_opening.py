"""What the window opens, and what it asks first: real files, real drops, dialogs answered by keys and clicks."""

import json
import threading
import warnings

import numpy as np
import pyogrio
import pytest
import shapely
from pyproj import Transformer
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMessageBox

from gis_files import POINTS, write_points, zip_shapefiles
from infromap.gui.files.crs_dialog import CrsDialog
from infromap.gui.files.layer_choice import LayerChoiceDialog
from infromap.gui.files.table_dialog import TableDialog
from infromap.gui.window import MainWindow
from infromap.vector import plan

pytestmark = pytest.mark.qt

Key = Qt.Key


@pytest.fixture
def empty_window(qtbot, settings):
    main = MainWindow(settings)
    main.resize(1200, 800)
    main.show()
    yield main
    main.open_map.undo.setClean()
    main.close()
    main.deleteLater()


@pytest.fixture
def answer(qtbot):
    """Return a function that has the next dialogs answered: each by the kind of it and what is done to it.

    It returns the list of what was answered. A dialog that nobody expects is closed, and fails the test.
    """
    waiting, answered, busy, strange = [], [], [], []

    def look():
        if timer.isActive():
            QTimer.singleShot(30, look)  # also while what is done to this one shows another
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isVisible() or dialog in busy:
            return
        if waiting and isinstance(dialog, waiting[0][0]):
            kind, act = waiting.pop(0)
            answered.append(kind)
            busy.append(dialog)
            try:
                act(dialog)
            except Exception:
                dialog.close()
                raise
        else:
            strange.append(dialog.windowTitle() + getattr(dialog, "text", str)())
            dialog.close()

    timer = QTimer(interval=10**6)
    timer.start()
    look()

    def expect(*pairs):
        waiting.extend(pairs)
        return answered

    yield expect
    timer.stop()
    assert strange == []
    assert waiting == []


def press(widget, text):
    QTest.keyClicks(widget, text)


def confirm(dialog):
    button = next(
        each
        for box in dialog.findChildren(QDialogButtonBox)
        for each in box.buttons()
        if box.buttonRole(each) == QDialogButtonBox.ButtonRole.AcceptRole
    )
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def dismiss(dialog):
    QTest.keyClick(dialog, Key.Key_Escape)


def names(window):
    return [layer.name for layer in window.document.layers] if window.document else []


def drop(window, mime):
    place, copy = QPointF(300, 300), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # PySide6 has no other way to make one
        enter = QDragEnterEvent(place.toPoint(), copy, mime, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(place, copy, mime, buttons, keys))


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def text(words):
    mime = QMimeData()
    mime.setText(words)
    return mime


def without_prj(path, crs="EPSG:4326", geometry=POINTS):
    write_points(path, geometry, crs)
    path.with_suffix(".prj").unlink()
    return path


def two_layers(path):
    write_points(path, layer="towns")
    return write_points(path, layer="stations", append=True)


# Several at once


def test_several_files_dropped_at_once_become_one_map_and_one_step(qtbot, empty_window, brief, tmp_path):
    towns = write_points(tmp_path / "towns.gpkg")
    stations = write_points(tmp_path / "stations.geojson")

    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        drop(empty_window, files(towns, brief, stations))

    assert len(empty_window.document.features) == 5
    assert names(empty_window) == ["towns.gpkg", "stations.geojson"]
    assert set(empty_window.settings.recent_files()) >= {towns, brief, stations}


def test_a_layer_that_is_added_is_the_one_that_commands_are_about(qtbot, empty_window, tmp_path):
    for name in ("towns", "stations"):
        with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
            empty_window.opening.open_file(write_points(tmp_path / f"{name}.gpkg"))

    assert empty_window.layering.panel.current == "layer-2"
    assert empty_window.layering.layer.name == "stations.gpkg"


def test_the_dialog_takes_several_files(qtbot, empty_window, tmp_path, monkeypatch):
    paths = [write_points(tmp_path / "towns.gpkg"), write_points(tmp_path / "stations.kml")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))

    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        QTest.keyClick(empty_window, Key.Key_O, Qt.KeyboardModifier.ControlModifier)

    assert names(empty_window) == ["towns.gpkg", "stations.kml"]


def test_bad_files_do_not_stop_the_others_and_are_told_together(qtbot, empty_window, tmp_path, answer):
    good = write_points(tmp_path / "towns.gpkg")
    (tmp_path / "broken.gpkg").write_bytes(b"no database")
    (tmp_path / "broken.kml").write_text("<html/>")
    said = []

    def note(box):
        said.append(f"{box.text()}\n{box.informativeText()}")
        QTest.keyClick(box, Key.Key_Return)

    answer((QMessageBox, note))
    drop(empty_window, files(tmp_path / "broken.gpkg", good, tmp_path / "broken.kml", tmp_path / "gone.gpkg"))
    qtbot.waitUntil(lambda: bool(said) and names(empty_window) == ["towns.gpkg"], timeout=20_000)

    assert said[0].startswith("3 file")
    for part in ("broken.gpkg cannot be read", "broken.kml cannot be read: it is not KML", "gone.gpkg does not exist"):
        assert part in said[0]


def test_layers_are_opened_though_the_article_cannot_be(qtbot, empty_window, tmp_path, answer):
    said = []
    answer((QMessageBox, lambda box: (said.append(box.text()), box.close())))

    empty_window.opening.open_files([tmp_path / "gone.txt", write_points(tmp_path / "towns.gpkg")])
    qtbot.waitUntil(lambda: names(empty_window) == ["towns.gpkg"], timeout=20_000)

    assert "gone.txt" in said[0]


# Questions


def test_of_several_layers_the_user_chooses(qtbot, empty_window, tmp_path, answer):
    path = two_layers(tmp_path / "two.gpkg")
    shown = []

    def choose(dialog):
        items = [dialog.tree.topLevelItem(place) for place in range(2)]
        shown.extend([item.text(column) for column in range(3)] for item in items)
        assert dialog.names() == ("towns", "stations")
        dialog.tree.setCurrentItem(items[0])
        QTest.keyClick(dialog.tree, Key.Key_Space)
        confirm(dialog)

    answer((LayerChoiceDialog, choose))
    empty_window.opening.open_file(path)
    qtbot.waitUntil(lambda: bool(names(empty_window)), timeout=20_000)

    assert shown == [["towns", "points", "3"], ["stations", "points", "3"]]
    assert names(empty_window) == ["two.gpkg, stations"]


def test_without_a_chosen_layer_nothing_can_be_opened(qtbot, empty_window, tmp_path, answer):
    def choose(dialog):
        none = next(each for each in dialog.findChildren(type(dialog.open_button)) if "None" in each.text())
        QTest.mouseClick(none, Qt.MouseButton.LeftButton)
        assert not dialog.open_button.isEnabled()
        dismiss(dialog)

    answered = answer((LayerChoiceDialog, choose))
    empty_window.opening.open_file(two_layers(tmp_path / "two.gpkg"))
    qtbot.waitUntil(lambda: bool(answered) and not empty_window.worker.is_running, timeout=20_000)

    assert empty_window.document is None


def test_an_archive_of_several_shapefiles_asks_which(qtbot, empty_window, tmp_path, answer):
    answer((LayerChoiceDialog, confirm))

    empty_window.opening.open_file(zip_shapefiles(tmp_path / "delivery.zip", "a/towns", "b/towns"))
    qtbot.waitUntil(lambda: bool(names(empty_window)), timeout=20_000)

    assert names(empty_window) == ["delivery.zip, a/towns", "delivery.zip, b/towns"]


def test_a_missing_prj_is_asked_for_with_a_preview(qtbot, empty_window, tmp_path, answer):
    turn = Transformer.from_crs("EPSG:4326", "EPSG:32642", always_xy=True).transform
    near = shapely.points([69.4, 70.0, 67.2], [53.3, 51.0, 50.3])
    path = without_prj(tmp_path / "towns.shp", "EPSG:32642", shapely.transform(near, turn, interleaved=False))
    said = []

    def choose(dialog):
        assert dialog.system() is None
        assert not dialog.ok.isEnabled()
        press(dialog.field, "4326")
        QTest.keyClick(dialog.field, Key.Key_Down)
        said.append(dialog.place.text())
        dialog.field.clear()
        press(dialog.field, "utm 42n wgs 84")
        QTest.keyClick(dialog.field, Key.Key_Down)
        said.append(dialog.place.text())
        assert dialog.system().code == "EPSG:32642"
        QTest.keyClick(dialog.field, Key.Key_Return)

    answer((CrsDialog, choose))
    empty_window.opening.open_file(path)
    qtbot.waitUntil(lambda: bool(names(empty_window)), timeout=20_000)

    assert "nowhere on Earth" in said[0]
    assert "50.3" in said[1]
    assert shapely.equals_exact(empty_window.document.layers[0].geometry, near, 1e-6).all()


def test_systems_that_were_used_come_first_and_cancel_opens_nothing(qtbot, empty_window, tmp_path, answer):
    seen = []

    def first(dialog):
        press(dialog.field, "epsg:4284")
        QTest.keyClick(dialog.field, Key.Key_Down)
        confirm(dialog)

    def second(dialog):
        seen.append(dialog.list.item(0).text())
        dismiss(dialog)

    answered = answer((CrsDialog, first), (CrsDialog, second))
    empty_window.opening.open_file(without_prj(tmp_path / "towns.shp"))
    qtbot.waitUntil(lambda: names(empty_window) == ["towns.shp"], timeout=20_000)
    empty_window.opening.open_file(without_prj(tmp_path / "stations.shp"))
    qtbot.waitUntil(lambda: len(answered) == 2 and not empty_window.worker.is_running, timeout=20_000)

    assert seen[0].startswith("EPSG:4284 ")
    assert names(empty_window) == ["towns.shp"]


def test_the_option_of_the_command_line_answers_for_all(qtbot, settings, tmp_path):
    main = MainWindow(settings, crs="EPSG:4326")
    with qtbot.waitSignal(main.document_shown, timeout=60_000):
        main.opening.open_file(without_prj(tmp_path / "towns.shp"))

    assert names(main) == ["towns.shp"]
    main.open_map.undo.setClean()
    main.close()


# Tables


def test_lines_of_geojson_are_opened_as_a_layer(qtbot, empty_window, tmp_path):
    lines = [f'{{"type":"Point","coordinates":[{lon},50]}}' for lon in (60, 61)]
    (tmp_path / "towns.geojsonl").write_text("\n".join(lines), encoding="utf-8")

    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        empty_window.opening.open_file(tmp_path / "towns.geojsonl")

    assert names(empty_window) == ["towns.geojsonl"]
    assert len(empty_window.document.layers[0]) == 2


def test_a_plain_table_is_opened_without_a_question(qtbot, empty_window, tmp_path):
    (tmp_path / "towns.csv").write_text("name,lat,lon\nKokshetau,53.3,69.4\n", encoding="utf-8")

    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        empty_window.opening.open_file(tmp_path / "towns.csv")

    assert names(empty_window) == ["towns.csv"]


def test_a_doubtful_table_is_shown_as_it_would_be_read(qtbot, empty_window, tmp_path, answer):
    path = tmp_path / "towns.csv"
    path.write_bytes("название;широта;долгота\nКокшетау;53,3;69,4\nАктобе;50,3;57,2\n".encode("cp1251"))
    seen = []

    def look(dialog):
        seen.append([dialog.table.item(0, column).text() for column in range(3)])
        seen.append([combo.currentText() for combo in (dialog.encoding, dialog.separator, dialog.lon, dialog.lat)])
        dialog.separator.setFocus()
        QTest.keyClick(dialog.separator, Key.Key_Home)  # comma
        seen.append(dialog.table.item(0, 0).text())
        assert not dialog.add.isEnabled()
        QTest.keyClick(dialog.separator, Key.Key_Down)
        assert dialog.has_comma.isChecked()
        confirm(dialog)

    answer((TableDialog, look))
    empty_window.opening.open_file(path)
    qtbot.waitUntil(lambda: bool(names(empty_window)), timeout=20_000)

    assert seen[:2] == [["Кокшетау", "53,3", "69,4"], ["Windows-1251", "semicolon", "долгота", "широта"]]
    assert seen[2] == "Кокшетау;53"
    layer = empty_window.document.layers[0]
    assert [(point.x, point.y) for point in layer.geometry] == [(69.4, 53.3), (57.2, 50.3)]
    assert layer.columns[0].values.tolist() == ["Кокшетау", "Актобе"]
    assert layer.notices == ()


def test_exchanged_columns_are_warned_of_and_exchanged_by_a_click(qtbot, empty_window, tmp_path, answer):
    (tmp_path / "towns.csv").write_text("name,lat,lon\nBeijing,116.4,39.9\n", encoding="utf-8")
    said = []

    def exchange(dialog):
        said.append(dialog.told.text())
        assert not dialog.add.isEnabled()
        QTest.mouseClick(dialog.swap, Qt.MouseButton.LeftButton)
        said.append(dialog.told.text())
        confirm(dialog)

    answer((TableDialog, exchange))
    empty_window.opening.open_file(tmp_path / "towns.csv")
    qtbot.waitUntil(lambda: bool(names(empty_window)), timeout=20_000)

    assert "exchanged" in said[0]
    assert "exchanged" not in said[1]
    assert shapely.get_coordinates(empty_window.document.layers[0].geometry).tolist() == [[116.4, 39.9]]


def test_points_that_would_lie_on_the_map_if_exchanged_are_asked_about(qtbot, window, tmp_path, answer):
    (tmp_path / "towns.csv").write_text("name,lat,lon\nKokshetau,69.4,53.3\n", encoding="utf-8")
    said = []

    def exchange(dialog):
        said.append(dialog.told.text())
        QTest.mouseClick(dialog.swap, Qt.MouseButton.LeftButton)
        confirm(dialog)

    answer((TableDialog, exchange))
    window.opening.open_file(tmp_path / "towns.csv")
    qtbot.waitUntil(lambda: bool(names(window)), timeout=20_000)

    assert "near what the map shows" in said[0]
    assert shapely.get_coordinates(window.document.layers[0].geometry).tolist() == [[69.4, 53.3]]


def test_a_column_of_both_is_offered_and_its_order_chosen(qtbot, window, tmp_path, answer):
    path = tmp_path / "towns.csv"
    path.write_text("name;place;n\nKokshetau;69.4, 53.3;1\nAktobe;57.2, 50.3;2\n", encoding="utf-8")
    seen = []

    def look(dialog):
        def told():
            combos = (dialog.lon, dialog.lat, dialog.place, dialog.order, dialog.wkt)
            seen.append(([combo.currentText() for combo in combos], dialog.told.text(), dialog.add.isEnabled()))

        told()
        QTest.mouseClick(dialog.swap, Qt.MouseButton.LeftButton)
        told()
        dialog.lon.setFocus()
        QTest.keyClick(dialog.lon, Key.Key_End)
        told()
        dialog.place.setFocus()
        QTest.keyClicks(dialog.place, "place")
        told()
        dialog.order.setFocus()
        QTest.keyClick(dialog.order, Key.Key_Home)
        QTest.keyClick(dialog.order, Key.Key_End)
        confirm(dialog)

    answer((TableDialog, look))
    window.opening.open_file(path)
    qtbot.waitUntil(lambda: bool(names(window)), timeout=20_000)

    assert [combos for combos, _, _ in seen] == [
        ["–", "–", "place", "latitude first", "–"],
        ["–", "–", "place", "longitude first", "–"],
        ["n", "–", "–", "longitude first", "–"],
        ["–", "–", "place", "longitude first", "–"],
    ]
    assert "near what the map shows" in seen[0][1]
    assert "near what the map shows" not in seen[1][1]
    assert [is_enabled for _, _, is_enabled in seen] == [True, True, False, True]
    layer = window.document.layers[0]
    assert shapely.get_coordinates(layer.geometry).tolist() == [[69.4, 53.3], [57.2, 50.3]]
    assert [column.name for column in layer.columns] == ["name", "n"]


def test_exchanged_places_in_one_column_are_warned_of(qtbot, empty_window, tmp_path, answer):
    (tmp_path / "towns.csv").write_text("name;place\nBeijing;116.4, 39.9\n", encoding="utf-8")
    said = []

    def exchange(dialog):
        for _ in range(2):
            QTest.mouseClick(dialog.swap, Qt.MouseButton.LeftButton)
            said.append((dialog.told.text(), dialog.add.isEnabled()))
        confirm(dialog)

    answer((TableDialog, exchange))
    empty_window.opening.open_file(tmp_path / "towns.csv")
    qtbot.waitUntil(lambda: bool(names(empty_window)), timeout=20_000)

    assert said[0] == ("Latitudes beyond 90: latitude and longitude seem to be exchanged.", False)
    assert said[1][1]
    assert shapely.get_coordinates(empty_window.document.layers[0].geometry).tolist() == [[116.4, 39.9]]


def test_numbers_in_metres_need_their_system(qtbot, empty_window, tmp_path, answer):
    (tmp_path / "towns.csv").write_text("name,x,y\nKokshetau,526650,5904871\n", encoding="utf-8")

    def ask(dialog):
        assert "no places on Earth" in dialog.told.text()
        assert not dialog.add.isEnabled()
        QTest.mouseClick(dialog.crs, Qt.MouseButton.LeftButton)
        assert dialog.crs.text() == "EPSG:32642"
        confirm(dialog)

    def choose(dialog):
        press(dialog.field, "32642")
        QTest.keyClick(dialog.field, Key.Key_Down)
        confirm(dialog)

    answer((TableDialog, ask), (CrsDialog, choose))
    empty_window.opening.open_file(tmp_path / "towns.csv")
    qtbot.waitUntil(lambda: bool(names(empty_window)), timeout=20_000)

    assert shapely.get_coordinates(empty_window.document.layers[0].geometry)[0] == pytest.approx(
        [69.4, 53.29], abs=0.01
    )


def test_add_text_table_asks_even_where_all_is_plain(qtbot, empty_window, tmp_path, answer, monkeypatch):
    path = tmp_path / "towns.txt"
    path.write_text("name\tlat\tlon\nKokshetau\t53.3\t69.4\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))

    answer((TableDialog, confirm))
    empty_window.commands["open_table"].trigger()
    qtbot.waitUntil(lambda: bool(names(empty_window)), timeout=20_000)

    assert names(empty_window) == ["towns.txt"]


# The clipboard


@pytest.mark.parametrize(
    ("pasted", "name"),
    [
        ("name\tlat\tlon\nKokshetau\t53.3\t69.4\n", "clipboard.csv"),
        ("POINT (69.4 53.3)\nPOINT (57.2 50.3)", "clipboard.tsv"),
        (json.dumps({"type": "Point", "coordinates": [69.4, 53.3]}), "clipboard.geojson"),
    ],
)
def test_rows_geometries_and_geojson_on_the_clipboard_become_a_layer(qtbot, empty_window, pasted, name):
    QGuiApplication.clipboard().setText(pasted)

    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        empty_window.commands["open_clipboard"].trigger()

    assert names(empty_window) == [name]
    assert shapely.get_coordinates(empty_window.document.layers[0].geometry)[0].tolist() == [69.4, 53.3]
    assert empty_window.settings.recent_files() == []


def test_the_path_of_a_file_on_the_clipboard_opens_it(qtbot, empty_window, tmp_path):
    QGuiApplication.clipboard().setText(f'"{write_points(tmp_path / "towns.gpkg")}"\n')

    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        empty_window.commands["open_clipboard"].trigger()

    assert names(empty_window) == ["towns.gpkg"]


def test_an_address_on_the_clipboard_says_that_the_window_is_offline(qtbot, empty_window, answer):
    said = []
    answered = answer((QMessageBox, lambda box: (said.append(box.text()), box.close())))

    drop(empty_window, text("https://example.org/news"))
    qtbot.waitUntil(lambda: bool(answered), timeout=20_000)

    assert "infromap is offline" in said[0]


def test_an_article_on_the_clipboard_is_an_article(qtbot, empty_window, brief):
    QGuiApplication.clipboard().setText(brief.read_text(encoding="utf-8"))

    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        empty_window.commands["open_clipboard"].trigger()

    assert len(empty_window.document.features) == 5


# While it is read


@pytest.fixture
def many(tmp_path):
    """Return a GeoPackage of 60,000 points: six batches."""
    count = 60_000
    wkb = shapely.to_wkb(shapely.points(np.linspace(50, 80, count), np.full(count, 50)))
    path = tmp_path / "many.gpkg"
    pyogrio.raw.write(path, wkb, [np.arange(count)], ["number"], geometry_type="Point", crs="EPSG:4326")
    return path


@pytest.fixture
def held(monkeypatch):
    """Hold the reading after its third batch until the test lets it go on; return what was seen of it."""
    seen = {"go_on": threading.Event(), "batches": 0, "ended": threading.Event()}
    read = plan.read_layers

    def read_layers(path, *, report, **options):
        def tell(done, total):
            seen["batches"] += 1
            report(done, total)
            if seen["batches"] == 3:
                seen["go_on"].wait(20)

        try:
            return read(path, report=tell, **options)
        finally:
            seen["ended"].set()

    monkeypatch.setattr(plan, "read_layers", read_layers)
    yield seen
    seen["go_on"].set()


def test_the_bar_shows_how_many_rows_are_read_and_the_window_goes_on(qtbot, empty_window, many, held):
    busy = empty_window.busy
    empty_window.opening.open_file(many)
    qtbot.waitUntil(lambda: held["batches"] == 3, timeout=20_000)
    qtbot.waitUntil(lambda: busy.bar.value() == 50 and busy.isVisible(), timeout=20_000)

    empty_window.commands["full_screen"].trigger()  # the window answers meanwhile
    assert empty_window.isFullScreen()
    held["go_on"].set()
    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        pass

    assert len(empty_window.document.layers[0]) == 60_000


def test_cancel_ends_the_reading_at_the_next_batch(qtbot, empty_window, many, held):
    empty_window.opening.open_file(many)
    qtbot.waitUntil(lambda: held["batches"] == 3 and empty_window.busy.isVisible(), timeout=20_000)

    QTest.mouseClick(empty_window.busy.cancel, Qt.MouseButton.LeftButton)
    held["go_on"].set()
    assert held["ended"].wait(20)

    assert held["batches"] == 4  # the one that was told that nobody waits
    qtbot.waitUntil(lambda: not empty_window.busy.isVisible())
    assert empty_window.document is None


def test_another_file_takes_the_place_of_one_that_is_being_read(qtbot, empty_window, many, held, tmp_path):
    empty_window.opening.open_file(many)
    qtbot.waitUntil(lambda: held["batches"] == 3, timeout=20_000)
    empty_window.opening.open_file(write_points(tmp_path / "towns.gpkg"))
    held["go_on"].set()
    qtbot.waitUntil(lambda: bool(names(empty_window)), timeout=20_000)

    assert names(empty_window) == ["towns.gpkg"]


def test_the_bar_knows_the_share_of_each_file(qtbot, empty_window, many, tmp_path):
    shares = []
    empty_window.worker.progressed.connect(shares.append)

    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        empty_window.opening.open_files([many, write_points(tmp_path / "towns.gpkg")])

    assert shares == pytest.approx([*(number / 12 for number in range(1, 7)), 1])


def test_an_area_of_two_million_points_is_shown_and_stays_exact(qtbot, empty_window, tmp_path, ask):
    angle = np.linspace(0, 2 * np.pi, 2_000_000, endpoint=False)
    radius = 10 + np.sin(50 * angle)
    shape = shapely.Polygon(np.column_stack([70 + radius * np.cos(angle), 50 + 0.7 * radius * np.sin(angle)]))
    path = tmp_path / "coast.gpkg"
    wkb = np.array([shapely.to_wkb(shape)], dtype=object)
    pyogrio.raw.write(path, wkb, [], [], geometry_type="Polygon", crs="EPSG:4326")

    with qtbot.waitSignal(empty_window.map.painted, timeout=60_000):
        empty_window.opening.open_file(path)

    assert empty_window.document.layers[0].geometry[0].equals_exact(shape, 0)
    assert 1_000 < ask(empty_window.map, "window.infromap.layers[0].shapes.points.length / 2") < 50_000
    assert ask(empty_window.map, "window.infromap.layers[0].shapes.rowAt(70 / 360 + 0.5, 0.335, 0)") == 0
