"""GIS files in the window: layers of the map that is shown, or a map of their own."""

import pytest
from PySide6.QtWidgets import QMessageBox

from gis_files import write_points
from infromap.gui.window import MainWindow
from infromap.pipeline import open_map
from infromap.session import open_project, read_project_file, save_project

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
    main.close()
    main.deleteLater()


def test_a_gis_file_becomes_a_layer_of_the_map_that_is_shown(qtbot, window, towns, ask):
    features = window.document.features

    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(towns)

    assert window.document.features == features
    assert ask(window.map, LAYERS) == "towns.gpkg: 3"
    assert ask(window.map, "document.querySelectorAll('#map .badge').length") == 4
    assert window._count.text() == "Projects: 5, on the map: 4, layers: 1, rows: 3"
    assert towns in window.settings.recent_files()


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


def test_saving_a_project_says_that_layers_are_not_kept(qtbot, window, towns, tmp_path):
    with qtbot.waitSignal(window.document_shown, timeout=60_000):
        window.opening.open_file(towns)

    window.saving.save_project(tmp_path / "kept.infromap")
    qtbot.waitUntil(lambda: "no layers" in window.statusBar().currentMessage(), timeout=20_000)

    assert len(open_project(read_project_file(tmp_path / "kept.infromap")).features) == 5


def test_a_map_of_layers_alone_is_no_project(qtbot, empty_window, towns, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        empty_window.opening.open_file(towns)

    empty_window.saving.save_project(tmp_path / "kept.infromap")

    assert "keeps an article" in said[0]
    assert not (tmp_path / "kept.infromap").exists()


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
