"""Language, colours, size of text: at once, in everything that is open, and at the next start again."""

import json
import logging
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSettings, Qt, qWarning
from PySide6.QtWidgets import QApplication, QCheckBox, QDockWidget, QMessageBox

from gis_files import write_points
from infromap.compose import compose_layers
from infromap.gui.app import Windows
from infromap.gui.layers.layers_panel import LayersPanel
from infromap.gui.program.appearance import Theme, apply_text_scale, apply_theme, is_dark
from infromap.gui.program.language import Translation, system_language
from infromap.gui.program.preferences import Preferences
from infromap.gui.settings import WindowSettings
from layers import make_layer

pytestmark = pytest.mark.qt

TITLES = {"en": "Projects", "ru": "Проекты", "kk": "Жобалар", "zh": "项目"}
VIEW = "JSON.stringify([infromap.map.getCenter().lng, infromap.map.getCenter().lat, infromap.map.getZoom()])"


@pytest.fixture(autouse=True)
def _plain_application(qapp):
    """Leave the application as it was: other tests read its words and colours."""
    yield
    QLocale.setDefault(QLocale.system())
    apply_theme(Theme.SYSTEM)
    apply_text_scale(1)


@pytest.fixture
def windows(qtbot, settings, brief):
    """Return the open windows; the first shows the brief."""
    windows = Windows("en", settings=settings)
    first = windows.new()
    with qtbot.waitSignal(first.map.painted, timeout=60_000):
        first.opening.open_file(brief)
    yield windows
    for window in list(windows.open_windows):
        window.open_map.undo.setClean()
        window.close()
    windows.translation.remove()
    qtbot.waitUntil(lambda: not windows.open_windows)


def speak(qtbot, windows, language):
    """Choose a language in the first window's menu; return the window that took its place, drawn."""
    before = windows.open_windows[0]
    before.commands[f"language_{language}"].trigger()
    qtbot.waitUntil(lambda: before not in windows.open_windows, timeout=10_000)
    after = windows.open_windows[0]
    qtbot.waitUntil(lambda: after.map.is_painted, timeout=60_000)
    return after


def dock_titles(window):
    return [dock.windowTitle() for dock in window.findChildren(QDockWidget)]


@pytest.mark.parametrize("language", ["ru", "kk", "zh"])
def test_another_language_is_spoken_at_once_by_window_qt_and_page(qtbot, windows, ask, language):
    window = speak(qtbot, windows, language)

    assert TITLES[language] in dock_titles(window)
    assert window.commands["open"].text() != "&Open…"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
    assert ask(window.map, "document.documentElement.lang") == language
    assert window.commands[f"language_{language}"].isChecked()


def test_map_steps_choice_view_and_panels_outlive_a_change_of_language(qtbot, windows, tmp_path, ask):
    first = windows.open_windows[0]
    with qtbot.waitSignal(first.map.painted, timeout=60_000):
        first.opening.open_file(write_points(tmp_path / "towns.gpkg"))
    chosen = first.document.features[1].id
    first.select_feature(chosen)
    first.map.look_at(70.5, 50.25, 7)
    qtbot.waitUntil(lambda: json.loads(ask(first.map, VIEW))[2] == 7, timeout=10_000)
    first.findChild(QDockWidget, "article").hide()
    document = first.document

    window = speak(qtbot, windows, "ru")

    assert window.document is document
    assert (window.open_map.undo.count(), window.open_map.undo.isClean()) == (1, False)
    assert json.loads(ask(window.map, VIEW)) == [pytest.approx(70.5, abs=0.05), pytest.approx(50.25, abs=0.05), 7]
    qtbot.waitUntil(lambda: ask(window.map, "window.infromap.selected") == chosen, timeout=10_000)
    assert window.findChild(QDockWidget, "article").isHidden()
    assert window.open_map.undo.undoText() == "добавление towns.gpkg"
    window = speak(qtbot, windows, "en")  # the windows that knew the step's name are gone
    assert window.open_map.undo.undoText() == "Add towns.gpkg"
    window.commands["undo"].trigger()
    assert window.document.layers == ()
    assert window.open_map.undo.isClean()


def test_the_table_outlives_a_change_of_language(qtbot, windows, tmp_path):
    first = windows.open_windows[0]
    first.commands["show_attribute_table"].trigger()
    table, header = first.table, first.table.view.horizontalHeader()
    header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    table.bar.search.setText("highway")
    table.bar.search.returnPressed.emit()
    table.view.hideColumn(2)
    header.moveSection(header.visualIndex(5), 0)
    table.bar.show_statistics.setChecked(True)
    table.view.selectAll()
    qtbot.waitUntil(lambda: len(table.view.selected_rows()) == 2)
    before = [table.view.rows_model.index(row, 0).data() for row in range(2)]

    window = speak(qtbot, windows, "ru")

    view, header = window.table.view, window.table.view.horizontalHeader()
    assert [view.rows_model.index(row, 0).data() for row in range(view.rows_model.rowCount())] == before
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (0, Qt.SortOrder.DescendingOrder)
    assert window.table.bar.search.text() == "highway"
    assert (view.isColumnHidden(2), header.logicalIndex(0)) == (True, 5)
    assert window.table.bar.show_statistics.isChecked()
    assert len(view.selected_rows()) == 2
    assert view.rows_model.headerData(0, Qt.Orientation.Horizontal) == "Название"
    window.table.bar.search.clear()
    window.table.bar.search.returnPressed.emit()
    assert view.rows_model.rowCount() == len(window.document.features)


def test_the_rows_of_a_layer_stay_in_sight_in_another_language(qtbot, windows, tmp_path):
    first = windows.open_windows[0]
    with qtbot.waitSignal(first.map.painted, timeout=60_000):
        first.opening.open_file(write_points(tmp_path / "towns.gpkg"))
    first.commands["show_attribute_table"].trigger()
    assert first.table.bar.layer_box.currentData() == "layer-1"
    first.table.bar.only_chosen.setEnabled(True)
    first.table.view.selectRow(1)
    first.table.bar.only_chosen.setChecked(True)

    window = speak(qtbot, windows, "kk")

    assert window.table.bar.layer_box.currentData() == "layer-1"
    assert window.table.view.rows_model.rows.tolist() == [1]
    assert window.table.bar.only_chosen.isChecked()


def test_a_measurement_goes_on_in_another_language(qtbot, windows, ask):
    first = windows.open_windows[0]
    points = ((57.2, 50.3), (69.4, 53.3))
    first.measuring._start(is_area=False, points=points)

    window = speak(qtbot, windows, "ru")

    assert window.measuring.panel.isVisible()
    assert window.measuring.panel.total.text().startswith("903")
    qtbot.waitUntil(lambda: ask(window.map, "infromap.pen?.points()?.length") == 2, timeout=10_000)


def test_a_correction_goes_on_in_another_language(qtbot, windows, ask):
    first = windows.open_windows[0]
    first.select_feature(next(each.id for each in first.document.features if "Ulgaisyn" in each.name))
    first.commands["correct_place"].trigger()
    first.correcting.places.names.setCurrentText("Ulgaisyn")
    first.correcting.places.search.setText("Irgiz")
    first.commands["edit_line"].trigger()
    qtbot.waitUntil(lambda: ask(first.map, "!!infromap.pen?.points()"), timeout=10_000)

    window = speak(qtbot, windows, "kk")

    places = window.correcting.places
    assert places.isVisible()
    assert (places.names.currentText(), places.search.text()) == ("Ulgaisyn", "Irgiz")
    assert places.candidates.topLevelItem(0).text(0) == "Yrghyz"
    assert places.candidates.topLevelItem(0).text(5).startswith("0,")  # the score, in figures of the language
    qtbot.waitUntil(lambda: ask(window.map, "!!infromap.pen?.points()"), timeout=10_000)


def test_a_project_stays_the_windows_own_when_the_language_changes(qtbot, windows, tmp_path, monkeypatch):
    said = []
    for method in ("exec", "open", "show"):
        monkeypatch.setattr(QMessageBox, method, lambda box: said.append(box.text()))
    first, path = windows.open_windows[0], tmp_path / "mine.infromap"
    first.saving.save_project(path)
    qtbot.waitUntil(lambda: path.exists() and not first.worker.is_running, timeout=20_000)

    window = speak(qtbot, windows, "ru")
    assert said == []
    assert window.open_map.path == path
    path.unlink()
    window.commands["save"].trigger()

    qtbot.waitUntil(path.exists, timeout=20_000)


def test_unsaved_work_is_kept_for_a_crash_by_the_new_window_too(qtbot, windows):
    first = windows.open_windows[0]
    first.open_map.undo.resetClean()  # as after a crash: unsaved without a step
    first.saving.keep_unsaved()
    kept = first.saving._slot.path
    qtbot.waitUntil(kept.exists, timeout=20_000)

    window = speak(qtbot, windows, "ru")

    assert window.saving.is_unsaved
    assert kept.exists()
    window.open_map.undo.setClean()
    assert not kept.exists()


def test_the_title_tells_of_unsaved_work_in_another_language_and_qt_complains_of_nothing(qtbot, windows, caplog):
    caplog.set_level(logging.INFO, logger="qt")
    qWarning("heard")
    first = windows.open_windows[0]
    first.open_map.change(replace(first.open_map.state, are_projects_shown=False), lambda: "Hide")

    window = speak(qtbot, windows, "ru")

    assert window.isWindowModified()
    assert "heard" in caplog.messages
    assert [said for said in caplog.messages if "setWindowModified" in said] == []


def test_a_window_that_reads_a_file_finishes_it_first(qtbot, windows, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("A 50 MW solar plant will be built in Shymkent, Kazakhstan.")
    before = windows.open_windows[0]
    before.opening.open_file(other)
    before.commands["language_ru"].trigger()

    qtbot.waitUntil(lambda: before not in windows.open_windows, timeout=20_000)
    assert windows.open_windows[0].document.reading.article.source == "other.txt"


def test_an_empty_window_changes_its_language_too(qtbot, settings):
    windows = Windows("en", settings=settings)
    windows.open_empty()
    before = windows.open_windows[0]

    before.commands["language_zh"].trigger()

    qtbot.waitUntil(lambda: before not in windows.open_windows, timeout=10_000)
    after = windows.open_windows[0]
    assert after.centre.currentWidget() is after.start_page
    assert TITLES["zh"] in dock_titles(after)
    after.close()
    windows.translation.remove()


def test_the_language_is_remembered_and_the_command_line_wins(settings):
    Preferences(settings, language="en").set_language("kk")

    assert Preferences(settings).language == "kk"
    assert Preferences(settings, language="zh").language == "zh"
    assert Preferences(settings).language == "kk"


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["de-DE", "ru-Cyrl-KZ", "en-US"], "ru"),
        (["kk-Cyrl-KZ"], "kk"),
        (["zh-Hans-CN", "en"], "zh"),
        (["en-GB"], "en"),
        (["de-DE", "fr-FR"], "en"),
        ([], "en"),
    ],
)
def test_the_first_start_speaks_the_systems_language_if_it_can(wanted, language):
    assert system_language(wanted) == language


def test_colours_change_at_once_in_panels_icons_and_page(qtbot, windows, ask):
    window = windows.open_windows[0]
    before = window.commands["open"].icon().pixmap(24, 24).toImage()

    window.commands["theme_dark"].trigger()
    qtbot.waitUntil(lambda: ask(window.map, "document.documentElement.dataset.theme") == "dark", timeout=10_000)
    assert is_dark()
    assert window.projects.tree.palette().base().color().lightness() < 80
    assert window.commands["open"].icon().pixmap(24, 24).toImage() != before
    assert windows.open_windows[0] is window

    window.commands["theme_light"].trigger()
    qtbot.waitUntil(lambda: ask(window.map, "document.documentElement.dataset.theme") == "light", timeout=10_000)
    assert not is_dark()
    assert window.commands["open"].icon().pixmap(24, 24).toImage() == before


def test_an_empty_box_is_seen_in_the_dark_and_its_colours_go_with_it(qtbot):
    apply_theme(Theme.DARK)
    box = QCheckBox("Reversed")
    qtbot.addWidget(box)
    box.show()
    picture = box.grab().toImage()
    inside = picture.pixelColor(8, box.height() // 2).lightness()
    beside = picture.pixelColor(box.width() - 1, 0).lightness()
    apply_theme(Theme.LIGHT)

    assert inside - beside > 50
    qtbot.waitUntil(lambda: box.palette().base().color() == QApplication.palette().base().color())


def test_an_empty_box_of_the_layers_is_seen_in_the_dark(qtbot):
    apply_theme(Theme.DARK)
    panel = LayersPanel()
    qtbot.addWidget(panel)
    layer = make_layer([(60, 45)], "wells.gpkg", name=["x"])
    panel.show_document(compose_layers([replace(layer, style=replace(layer.style, is_visible=False))]), "built-in")
    panel.resize(300, 200)
    panel.show()
    box = panel.tree.visualItemRect(panel.tree.topLevelItem(0))
    picture = panel.tree.viewport().grab(box).toImage()
    inside = [picture.pixelColor(x, box.height() // 2).lightness() for x in range(5, 10)]
    ground = panel.tree.palette().base().color().lightness()
    apply_theme(Theme.LIGHT)

    assert min(inside) - ground > 50


def test_a_page_that_is_loaded_in_the_dark_begins_dark(qtbot, windows, tmp_path, ask):
    window = windows.open_windows[0]
    window.commands["theme_dark"].trigger()
    with qtbot.waitSignal(window.map.painted, timeout=60_000):
        window.opening.open_file(write_points(tmp_path / "towns.gpkg"))

    assert ask(window.map, "document.documentElement.dataset.theme") == "dark"
    assert ask(window.map, "window.infromapStartTheme") == "dark"


def test_colours_and_text_size_are_remembered(tmp_path):
    def settings():
        return WindowSettings(QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat))

    first = Preferences(settings(), language="en")
    first.set_theme(Theme.DARK)
    first.step_text(1)

    again = Preferences(settings(), language="en")
    assert (again.theme, again.text_scale) == (Theme.DARK, 1.1)


@pytest.mark.parametrize(("name", "value"), [("theme", "pink"), ("text_scale", "many"), ("language", "xx")])
def test_what_settings_cannot_mean_is_passed_over(settings, name, value):
    settings.set_value(name, value)

    preferences = Preferences(settings)

    assert (preferences.theme, preferences.text_scale) == (Theme.SYSTEM, 1.0)
    assert preferences.language in TITLES


def test_text_grows_and_shrinks_in_panels_and_page(qtbot, windows, ask):
    window = windows.open_windows[0]
    size, width = QApplication.font().pointSizeF(), ask(window.map, "window.innerWidth")

    for _ in range(2):
        window.commands["larger_text"].trigger()
    qtbot.waitUntil(lambda: window.details.text.font().pointSizeF() == pytest.approx(size * 1.25), timeout=10_000)
    qtbot.waitUntil(lambda: ask(window.map, "window.innerWidth") < 0.9 * width, timeout=10_000)

    window.commands["normal_text"].trigger()
    qtbot.waitUntil(lambda: window.details.text.font().pointSizeF() == pytest.approx(size), timeout=10_000)
    qtbot.waitUntil(lambda: ask(window.map, "window.innerWidth") == width, timeout=10_000)


def test_translations_of_one_language_go_when_another_comes(qapp):
    translation = Translation()
    translation.install("ru")
    translation.install("en")

    assert QCoreApplication.translate("MainWindow", "Projects") == "Projects"
    translation.remove()


def test_details_write_lengths_and_dates_as_the_language_does(qtbot, windows, tmp_path):
    article = tmp_path / "road.txt"
    article.write_text(
        "A 232.5 km highway will be built between Aktobe and Khromtau, Kazakhstan. "
        "It will be completed by 30 June 2027."
    )
    first = windows.open_windows[0]
    with qtbot.waitSignal(first.map.painted, timeout=60_000):
        first.opening.open_file(article)

    window = speak(qtbot, windows, "ru")
    window.select_feature(window.document.features[0].id)

    told = window.details.text.toPlainText()
    assert told.count("232,5") == 2
    assert "232,5 км" in told
    assert "30.06.2027" in told


def test_details_and_table_write_sums_as_the_language_does(qtbot, windows):
    text = {}
    for language in ("ru", "zh"):
        window = speak(qtbot, windows, language)
        text[language] = window.details.text.toPlainText()

    assert "9 проектов, более 2,6 млрд USD" in text["ru"]
    assert "9 个项目, 超过26亿 USD" in text["zh"]
    assert "billion" not in "".join(text.values())
    window.select_feature(window.document.features[2].id)
    assert "示意：以直线段连接Zhezkazgan、" in window.details.text.toPlainText()
