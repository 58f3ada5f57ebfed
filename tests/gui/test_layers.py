"""GIS files in the window: layers of the map that is shown, or a map of their own."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from gis_files import write_points
from infromap.gui.window import MainWindow
from infromap.model.layer import RowFilter
from infromap.model.layer_style import ClassMethod
from infromap.pipeline import open_map
from infromap.session import read_project_file, save_project
from infromap.vector.classes import classify
from infromap.vector.expression import select_rows

pytestmark = pytest.mark.qt

LAYERS = "window.infromap.layers.map((layer) => `${layer.name}: ${layer.count}`).join()"


@pytest.fixture
def towns(tmp_path):
    return write_points(tmp_path / "towns.gpkg")


@pytest.fixture
def empty_window(settings):
    main = MainWindow(settings)
    main.resize(1200, 800)
    main.show()
    yield main
    main.open_map.undo.setClean()  # nobody is there to be asked
    main.close()
    main.deleteLater()


def test_a_gis_file_becomes_a_layer_of_the_map_that_is_shown(qtbot, window, towns, ask):
    features = window.document.features

    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(towns)

    assert window.document.features == features
    assert ask(window.map, LAYERS) == "towns.gpkg: 3"
    assert ask(window.map, "document.querySelectorAll('#map .badge').length") == 4
    assert window.count.text() == "Projects: 5, on the map: 4, layers: 1, rows: 3"
    assert towns in window.settings.recent_files()


def test_a_table_that_is_open_from_the_start_shows_the_marked_layer(qtbot, empty_window, tmp_path):
    empty_window.commands["show_attribute_table"].trigger()
    files = [write_points(tmp_path / f"{name}.gpkg") for name in ("towns", "wells")]

    with qtbot.waitSignal(empty_window.open_map.opened, timeout=60_000):
        empty_window.opening.open_files(files)

    assert empty_window.layering.panel.current == "layer-2"
    assert empty_window.table.bar.layer_box.currentData() == "layer-2"
    empty_window.layering.panel.choose("layer-1")
    assert empty_window.table.bar.layer_box.currentData() == "layer-1"


def test_a_gis_file_alone_makes_a_map_called_after_it(qtbot, empty_window, towns, ask):
    with qtbot.waitSignal(empty_window.map.painted, timeout=60_000):
        empty_window.opening.open_file(towns)

    assert empty_window.windowTitle() == "towns.gpkg[*] – infromap"
    assert ask(empty_window.map, LAYERS) == "towns.gpkg: 3"
    assert empty_window.commands["export_as"].isEnabled()
    assert "layers" in empty_window.projects.empty.text()


def test_an_article_and_gis_files_open_as_one_map(qtbot, empty_window, towns, brief, tmp_path, ask):
    (tmp_path / "more").mkdir()
    more = write_points(tmp_path / "more" / "stations.geojson")

    with qtbot.waitSignal(empty_window.map.painted, timeout=60_000):
        empty_window.opening.open_files([towns, brief, more])

    assert len(empty_window.document.features) == 5
    assert ask(empty_window.map, LAYERS) == "towns.gpkg: 3,stations.geojson: 3"


def test_a_project_file_and_gis_files_open_as_one_map(qtbot, empty_window, towns, brief, tmp_path, ask):
    project = tmp_path / "kept.infromap"
    save_project(open_map(brief), project)

    with qtbot.waitSignal(empty_window.map.painted, timeout=60_000):
        empty_window.opening.open_files([project, towns])

    assert len(empty_window.document.features) == 5
    assert ask(empty_window.map, LAYERS) == "towns.gpkg: 3"


def copied(path):
    """Return a copy: the file itself is open in another window."""
    return Path(shutil.copy(path, path.with_name("copy.infromap")))


def test_a_project_keeps_the_layers_and_how_they_look(qtbot, window, empty_window, towns, tmp_path, ask):
    with qtbot.waitSignal(window.document_shown, timeout=60_000):
        window.opening.open_file(towns)
    (layer,) = window.open_map.state.layers
    mask = select_rows(layer, "number > 0")
    style = replace(layer.style, opacity=0.5, classes=classify(layer, "name", ClassMethod.CATEGORIES))
    layer = replace(layer, name="Towns", style=style, filter=RowFilter(expression="number > 0", mask=mask))
    window.open_map.change(replace(window.open_map.state, layers=(layer,), are_projects_shown=False), lambda: "Restyle")
    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.saving.save_project(tmp_path / "kept.infromap")

    with qtbot.waitSignal(empty_window.map.painted, timeout=60_000):
        empty_window.opening.open_file(copied(tmp_path / "kept.infromap"))

    (again,) = empty_window.open_map.state.layers
    assert (again.name, again.style, again.shown_count) == ("Towns", layer.style, 2)
    assert not empty_window.document.are_projects_shown
    assert ask(empty_window.map, "window.infromap.layers[0].opacity") == 0.5
    assert not empty_window.saving.is_unsaved


def test_a_map_of_layers_alone_is_a_project_as_well(qtbot, empty_window, towns, tmp_path, settings):
    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        empty_window.opening.open_file(towns)
    with qtbot.waitSignal(empty_window.worker.finished, timeout=20_000):
        empty_window.saving.save_project(tmp_path / "kept.infromap")
    other = MainWindow(settings)
    other.show()

    with qtbot.waitSignal(other.map.painted, timeout=60_000):
        other.opening.open_file(copied(tmp_path / "kept.infromap"))

    assert [layer.name for layer in other.document.layers] == ["towns.gpkg"]
    assert (other.document.features, other.document.title) == ((), "towns.gpkg")
    other.close()
    other.deleteLater()


@pytest.fixture
def boxes(monkeypatch):
    """Return what message boxes said that nobody waits for."""
    said = []
    monkeypatch.setattr(QMessageBox, "open", lambda box: said.append(f"{box.text()} {box.informativeText()}"))
    return said


def test_a_layer_whose_file_is_gone_is_told_kept_and_found(qtbot, window, empty_window, towns, tmp_path, boxes, ask):
    more = write_points(tmp_path / "more.gpkg")
    with qtbot.waitSignal(window.document_shown, timeout=60_000):
        window.opening.open_files([towns, more])
    lower, upper = window.open_map.state.layers
    lower = replace(lower, style=replace(lower.style, colour="#123456"))
    window.open_map.change(replace(window.open_map.state, layers=(lower, upper)), lambda: "Restyle")
    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.saving.save_project(tmp_path / "kept.infromap")
    (tmp_path / "moved").mkdir()
    towns.rename(tmp_path / "moved" / "towns.gpkg")

    with qtbot.waitSignal(empty_window.map.painted, timeout=60_000):
        empty_window.opening.open_file(copied(tmp_path / "kept.infromap"))
    assert [layer.name for layer in empty_window.document.layers] == ["more.gpkg"]
    assert "towns.gpkg does not exist" in boxes[0]
    tree = empty_window.layering.panel.tree
    assert "towns.gpkg: file not found" in [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]
    with qtbot.waitSignal(empty_window.worker.finished, timeout=20_000):
        empty_window.saving.save_project(tmp_path / "again.infromap")  # what is missing is not lost
    assert [layer.name for layer in read_project_file(tmp_path / "again.infromap").look.layers] == [
        "towns.gpkg",
        "more.gpkg",
    ]

    assert empty_window.commands["find_layers"].isEnabled()
    with qtbot.waitSignal(empty_window.map.painted, timeout=60_000):
        empty_window.layering._finding.read_from(tmp_path / "moved" / "towns.gpkg")

    found = empty_window.document.layers
    assert [layer.name for layer in found] == ["towns.gpkg", "more.gpkg"]
    assert found[0].style.colour == "#123456"
    assert found[0].origin.path == tmp_path / "moved" / "towns.gpkg"
    assert not empty_window.commands["find_layers"].isEnabled()
    assert empty_window.open_map.state.missing == ()


def test_a_file_that_a_stranger_named_is_read_when_the_user_says_that_it_is_the_one(
    qtbot, window, empty_window, tmp_path, tmp_path_factory, boxes
):
    table = tmp_path_factory.mktemp("elsewhere") / "towns.csv"
    table.write_text("name,lat,lon\nKokshetau,53.3,69.4\n")
    with qtbot.waitSignal(window.document_shown, timeout=60_000):
        window.opening.open_file(table)
    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.saving.save_project(tmp_path / "kept.infromap")
    table.rename(table.with_name("notes"))
    project = copied(tmp_path / "kept.infromap")
    whole = json.loads(project.read_text())
    form = {"encoding": "utf-8-sig", "separator": ",", "has_decimal_comma": False, "has_header": True}
    file = {"path": None, "absolute": str(table.with_name("notes")), "table": {**form, "x": 2, "y": 1, "wkt": None}}
    whole["infromap"]["layers"][0]["file"].update(file)
    project.write_text(json.dumps(whole))

    empty_window.opening.open_file(project)
    qtbot.waitUntil(lambda: bool(boxes), timeout=60_000)
    assert "is not named as GIS files are" in boxes[0]
    assert empty_window.document.layers == ()
    with qtbot.waitSignal(empty_window.open_map.changed, timeout=60_000):
        empty_window.layering._finding.read_from(table.with_name("notes"))

    assert [len(layer) for layer in empty_window.open_map.state.layers] == [1]
    assert empty_window.open_map.state.missing == ()


def test_a_layer_whose_file_is_gone_can_be_given_up(qtbot, window, empty_window, towns, tmp_path, boxes):
    with qtbot.waitSignal(window.document_shown, timeout=60_000):
        window.opening.open_file(towns)
    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.saving.save_project(tmp_path / "kept.infromap")
    towns.unlink()
    with qtbot.waitSignal(empty_window.open_map.opened, timeout=60_000):
        empty_window.opening.open_file(copied(tmp_path / "kept.infromap"))
    panel = empty_window.layering.panel
    items = map(panel.tree.topLevelItem, range(panel.tree.topLevelItemCount()))
    item = next(each for each in items if "not found" in each.text(0))

    panel.tree.setCurrentItem(item)
    entries = panel.missing_menu().actions()
    assert [entry.text().replace("&", "") for entry in entries] == ["Find Missing Layers…", "Remove"]
    entries[1].trigger()

    qtbot.waitUntil(lambda: empty_window.open_map.state.missing == (), timeout=10_000)
    assert empty_window.open_map.undo.undoText() == "Remove towns.gpkg"
    assert not empty_window.commands["find_layers"].isEnabled()
    empty_window.commands["undo"].trigger()
    assert len(empty_window.open_map.state.missing) == 1
    assert empty_window.commands["find_layers"].isEnabled()


def test_a_gis_file_that_cannot_be_read_is_told_and_the_map_stays(qtbot, window, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    (tmp_path / "broken.gpkg").write_bytes(b"no database")
    before = window.document

    window.opening.open_file(tmp_path / "broken.gpkg")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    assert "broken.gpkg" in said[0]
    assert window.document is before


def test_the_exported_page_has_the_layers_of_the_window(qtbot, window, towns, tmp_path):
    with qtbot.waitSignal(window.document_shown, timeout=60_000):
        window.opening.open_file(towns)

    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.exporting.export_file(tmp_path / "map.html")

    assert (tmp_path / "map.html").read_bytes() == window.map._handler._content
    assert b'id="layer-0-geometry"' in window.map._handler._content


@pytest.mark.parametrize(
    "pasted",
    [
        '{"type": "Feature", "geometry": {"type": "Point", "coordinates": [70, 50]}, "properties": {"name": "Ақ"}}',
        "POINT (70 50)",
        "name\tlat\tlon\nАқ\t50\t70\n",
    ],
)
def test_a_pasted_layer_is_kept_in_the_project(qtbot, window, tmp_path, pasted):
    QGuiApplication.clipboard().setText(pasted)
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.commands["open_clipboard"].trigger()
    (before,) = window.document.layers
    project = tmp_path / "map.infromap"
    window.saving.save_project(project)
    qtbot.waitUntil(lambda: "Written" in window.statusBar().currentMessage(), timeout=20_000)

    with qtbot.waitSignal(window.open_map.opened, timeout=60_000):
        window.opening.open_file(project)

    (after,) = window.document.layers
    assert after.name == before.name
    assert after.source == before.source
    assert [column.values.tolist() for column in after.columns] == [column.values.tolist() for column in before.columns]
    assert shapely.equals(after.geometry, before.geometry).all()
    assert window.open_map.state.missing == ()


def test_a_pasted_layer_that_is_too_long_is_not_kept_and_saving_says_so(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr("infromap.session.look.MOST_PASTED", 20)
    QGuiApplication.clipboard().setText('{"type": "Point", "coordinates": [70, 50]}')
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.commands["open_clipboard"].trigger()
    (layer,) = window.document.layers

    window.saving.save_project(tmp_path / "kept.infromap")
    qtbot.waitUntil(lambda: "of no file" in window.statusBar().currentMessage(), timeout=20_000)

    assert layer.origin is None
    assert read_project_file(tmp_path / "kept.infromap").look.layers == ()
