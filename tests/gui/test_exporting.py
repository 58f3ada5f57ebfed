"""Export and print from the window: what is asked, what is written, what can be called off."""

import threading
from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QMessageBox

from gis_files import write_points
from infromap.compose import add_layers
from infromap.errors import ExportError
from infromap.export import DocumentOptions, PictureOptions, save_map
from infromap.gui.files.export_dialogs import DocumentDialog, PictureDialog, TilesOffer
from infromap.gui.page.drawing import PageDrawer
from infromap.gui.page.picture import as_file
from infromap.gui.page.sheets import render_sheet
from infromap.gui.window import MainWindow
from infromap.model.layer import RowFilter
from infromap.model.place import Bounds
from infromap.model.tiles import BaseMap, TileLayer
from infromap.pipeline import open_map
from infromap.render import render_html
from infromap.vector import read_layer
from layers import make_layer
from tile_files import write_mbtiles
from tile_server import TileServer, grey_tile


@pytest.fixture(autouse=True)
def messages(monkeypatch):
    """Answer every message box, and return what they said."""
    said = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(f"{box.text()} {box.detailedText()}"))
    return said


@pytest.fixture
def empty_window(settings):
    main = MainWindow(settings)
    main.show()
    yield main
    main.open_map.undo.setClean()
    main.close()
    main.deleteLater()


@pytest.fixture
def answer(monkeypatch):
    """Return a function that answers the file dialog, and remembers what it was asked."""
    asked = []

    def set_answer(path, kind=""):
        def get_name(_parent, title, suggestion, kinds, chosen):
            asked.append((title, suggestion, kinds.split(";;"), chosen))
            return str(path), kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", get_name)
        return asked

    return set_answer


def accept(dialog_type, change=lambda dialog: None):
    """Fill in the dialog that opens next and press its OK button."""

    def press():
        dialog = next((each for each in QApplication.topLevelWidgets() if isinstance(each, dialog_type)), None)
        if dialog is None or not dialog.isVisible():
            QTimer.singleShot(20, press)
            return
        change(dialog)
        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()

    QTimer.singleShot(0, press)


@pytest.fixture
def written(qtbot, messages):
    """Return a function that waits for a file; an error that is told ends the waiting."""

    def wait_for(path):
        qtbot.waitUntil(lambda: path.exists() or bool(messages), timeout=60_000)
        assert messages == []
        return path

    return wait_for


@pytest.fixture(scope="module")
def document(brief):
    return open_map(brief)


@pytest.fixture
def draw(qapp, document):
    """Return a function that draws the brief."""

    def draw_brief(options, document=document):
        return as_file(PageDrawer().draw(render_html(document), options), options)

    draw_brief.document = document
    return draw_brief


# Files


def test_the_exported_page_is_the_one_that_is_shown(qtbot, window, tmp_path, answer):
    target = tmp_path / "sent.html"
    answer(target)

    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.commands["export_as"].trigger()

    save_map(window.document, tmp_path / "again.html")
    assert target.read_bytes() == (tmp_path / "again.html").read_bytes() == window.map._handler._content
    assert str(target) in window.statusBar().currentMessage()


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".kml", ".csv"])
def test_each_kind_is_what_the_command_line_writes(qtbot, window, tmp_path, answer, suffix):
    answer(tmp_path / f"map{suffix}")

    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.commands["export_as"].trigger()

    save_map(window.document, tmp_path / f"again{suffix}")
    if suffix == ".gpkg":  # which holds the time of its making
        assert len(read_layer(tmp_path / "map.gpkg", layer="lines")) == 3
    else:
        assert (tmp_path / f"map{suffix}").read_bytes() == (tmp_path / f"again{suffix}").read_bytes()


def test_folder_and_kind_are_remembered_and_a_name_gets_the_chosen_suffix(qtbot, window, tmp_path, answer):
    (tmp_path / "maps").mkdir()
    asked = answer(tmp_path / "maps" / "brief", "KML (*.kml)")

    for _ in range(2):
        with qtbot.waitSignal(window.worker.finished, timeout=20_000):
            window.commands["export_as"].trigger()
        answer(tmp_path / "maps" / "second.kml", "KML (*.kml)")

    assert sorted(each.name for each in (tmp_path / "maps").iterdir()) == ["brief.kml", "second.kml"]
    _, suggestion, kinds, chosen = asked[1]
    assert suggestion == str(tmp_path / "maps" / "2026-02-09_aiib-kazakhstan.kml")
    assert chosen == "KML (*.kml)"
    assert [kind.partition("*")[2].strip(")") for kind in kinds] == [
        ".html", ".png", ".pdf", ".gpkg", ".geojson", ".kml", ".csv",
    ]  # fmt: skip


def test_a_file_that_gets_its_suffix_from_us_is_not_replaced_unasked(window, tmp_path, answer, monkeypatch):
    (tmp_path / "map.kml").write_text("precious")
    answer(tmp_path / "map", "KML (*.kml)")
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.No)

    window.commands["export_as"].trigger()
    window.worker.wait()

    assert (tmp_path / "map.kml").read_text() == "precious"


def test_a_target_that_cannot_be_written_is_told(qtbot, window, tmp_path, messages):
    window.exporting.export_file(tmp_path / "no such folder" / "map.html")
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)

    assert "no such folder" in messages[0]


def test_rows_of_a_layer_become_a_file(qtbot, window, tmp_path, answer):
    asked = answer(tmp_path / "rows")
    layer = make_layer([(1, 2), (3, 4)], "towns.shp", number=[1, 2])

    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.exporting.export_layer(layer, np.array([False, True]))

    assert asked[0][1].endswith("towns.gpkg")
    assert read_layer(tmp_path / "rows.gpkg").columns[0].values.tolist() == [2]


def test_no_file_that_the_map_was_made_from_is_proposed_or_written_over(
    qtbot, empty_window, tmp_path, answer, messages
):
    source = write_points(tmp_path / "towns.gpkg")
    before = source.read_bytes()
    with qtbot.waitSignal(empty_window.document_shown, timeout=60_000):
        empty_window.opening.open_file(source)
    asked = answer(source)

    for way in (
        lambda: empty_window.exporting.export_layer(empty_window.document.layers[0]),
        empty_window.exporting.choose,
    ):
        with qtbot.waitSignal(empty_window.worker.finished, timeout=20_000):
            way()

    assert asked[0][1].endswith("/towns-map.gpkg")
    assert ["is the file that is read" in each for each in messages] == [True, True]
    assert source.read_bytes() == before


def test_the_layer_menu_exports_the_rows_that_a_layer_shows(qtbot, window, tmp_path, answer):
    layer = make_layer([(70, 50), (71, 51)], "towns.gpkg", number=[1, 2])
    seen = replace(layer, filter=RowFilter(expression="number > 1", mask=np.array([False, True])))
    state = window.open_map.state
    with qtbot.waitSignal(window.document_shown, timeout=20_000):
        window.open_map.change(replace(state, layers=add_layers(window.document, [seen]).layers), lambda: "add")
    answer(tmp_path / "rows.gpkg")
    window.layering.panel.choose(window.document.layers[0].id)

    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.commands["layer_export"].trigger()

    assert read_layer(tmp_path / "rows.gpkg").columns[0].values.tolist() == [2]


def test_what_a_format_cannot_keep_is_told(qtbot, window, tmp_path):
    layer = make_layer([(1, 2)], a_name_that_is_too_long=["a"])

    with qtbot.waitSignal(window.worker.finished, timeout=20_000):
        window.exporting.save_layer(layer, tmp_path / "rows.shp")

    assert "a_name_that_is_too_long" in window.statusBar().currentMessage()


# Pictures


def test_a_picture_has_the_wanted_size_and_shows_what_the_window_shows(qtbot, window, tmp_path, answer, written):
    answer(tmp_path / "map.png")
    chosen = []

    def change(dialog):
        dialog.width_px.setValue(800)
        dialog.height_px.setValue(500)
        dialog.scale.setValue(1.5)
        assert "1200 × 750" in dialog.said.text()
        chosen.append(dialog.options())

    window.map.look_at(76.9, 43.25, 9)
    accept(PictureDialog, change)
    window.commands["export_as"].trigger()

    image = QImage(str(written(tmp_path / "map.png")))
    assert (image.width(), image.height()) == (1200, 750)
    assert chosen[0].bounds.west < 76.9 < chosen[0].bounds.east < chosen[0].bounds.west + 3


# Tiles

GREY = "#808080"  # of the tiles; the map has none
GROUND = (20, 60, 380, 240)  # of a picture of 400 × 300 pixels: the map, without its edges


@pytest.fixture
def steppe(tmp_path):
    """Return a file of grey tiles all over the world, to zoom 5."""
    tiles = {(z, x, y): grey_tile() for z in range(6) for x in range(1 << z) for y in range(1 << z)}
    return write_mbtiles(tmp_path / "steppe.mbtiles", tiles)


@pytest.fixture
def server(socket_enabled):
    """Return a tile server of this machine, and the layer that names it."""
    with TileServer() as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running, TileLayer(name="Test.Grey", url=running.url, attribution="© the Grey people")
        running.shutdown()


def picture(path):
    return QImage(str(path))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_picture_has_the_tiles_of_a_file(window, tmp_path, steppe, written, scale):
    window.base_maps.add_file(steppe)
    options = PictureOptions(width=400, height=300, scale=scale, has_legend=False)
    window.exporting.export_file(tmp_path / "with.png", options)
    image = picture(written(tmp_path / "with.png")).scaled(400, 300)
    window.worker.wait()

    window.exporting.export_file(tmp_path / "without.png", replace(options, has_tiles=False))

    assert share_of(image, GROUND, GREY) > 0.6
    assert share_of(picture(written(tmp_path / "without.png")).scaled(400, 300), GROUND, GREY) < 0.01


def test_a_document_and_paper_have_the_tiles_of_a_file(qtbot, window, tmp_path, steppe, written):
    window.base_maps.add_file(steppe)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setResolution(100)
    window.exporting.export_file(tmp_path / "map.pdf", DocumentOptions())
    document = written(tmp_path / "map.pdf").read_bytes()
    window.worker.wait()

    window.exporting.print_map(printer)
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == "Printed.", timeout=60_000)

    for pdf in (document, (tmp_path / "paper.pdf").read_bytes()):
        sheet = render_sheet(pdf, QSize(420, 595))
        assert share_of(sheet, (40, 90, 380, 380), GREY) > 0.6
    assert "Nobody" in read(document)[1][0]  # the credit


def test_tiles_of_a_server_are_drawn_online_alone(window, tmp_path, server, written):
    running, tiles = server
    window.base_maps.choose(BaseMap(tiles=tiles))
    options = PictureOptions(width=400, height=300, has_legend=False)
    window.exporting.export_file(tmp_path / "offline.png", options)
    offline = picture(written(tmp_path / "offline.png"))
    window.worker.wait()
    asked_offline = list(running.paths)

    window.network.set_online(True)
    window.exporting.export_file(tmp_path / "online.png", options)

    assert asked_offline == []
    assert share_of(offline, GROUND, GREY) < 0.01
    assert share_of(picture(written(tmp_path / "online.png")), GROUND, GREY) > 0.6


def test_tiles_that_do_not_come_leave_the_built_in_map(window, tmp_path, server, written):
    running, tiles = server
    running.has_tiles = False
    window.network.set_online(True)
    window.base_maps.choose(BaseMap(tiles=tiles))

    window.exporting.export_file(tmp_path / "map.pdf", DocumentOptions(has_table=False))

    _, texts = read(written(tmp_path / "map.pdf").read_bytes())
    assert running.paths
    assert "Kostanay" in texts[0]
    assert tiles.attribution not in texts[0]
    assert "SometilesofTest.Greydidnotcome" in "".join(texts[0].split())


def test_going_offline_ends_a_drawing_that_asks_a_server(qtbot, window, tmp_path, server, messages):
    _, tiles = server
    window.network.set_online(True)
    window.base_maps.choose(BaseMap(tiles=tiles))
    window.exporting.export_file(tmp_path / "map.png", PictureOptions(width=400, height=300))
    qtbot.waitUntil(lambda: bool(window.exporting._drawer._under_way), timeout=20_000)

    window.network.set_online(False)

    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)
    assert "called off" in messages[0]
    assert not (tmp_path / "map.png").exists()


def test_the_dialog_says_what_becomes_of_the_tiles(qtbot):
    dialogs = [
        PictureDialog(
            None, tiles=TilesOffer(name="Grey & Co", credit="© Grey", is_online=is_online, are_at_hand=are_there)
        )
        for is_online, are_there in ((False, True), (True, True), (True, False))
    ]
    for dialog in (*dialogs, PictureDialog(None)):
        qtbot.addWidget(dialog)
        dialog.show()

    told = [[label.text() for label in dialog.findChildren(QLabel) if label.isVisible()] for dialog in dialogs]
    assert [dialog.options().has_tiles for dialog in dialogs] == [True, True, False]
    assert [dialog.tiles.isEnabled() for dialog in dialogs] == [True, True, False]
    assert dialogs[0].tiles.text() == "Tiles of Grey && Co"
    assert [any("© Grey" in text for text in texts) for texts in told] == [False, True, False]
    assert any("offline" in text for text in told[2])


def test_so_large_a_picture_that_a_server_would_be_plundered_is_refused(qtbot, qapp, document):
    dialog = PictureDialog(None, tiles=TilesOffer(name="Grey", credit="© Grey", is_online=True, are_at_hand=True))
    qtbot.addWidget(dialog)
    dialog.scale.setValue(1)
    dialog.width_px.setValue(9000)
    dialog.height_px.setValue(9000)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)

    assert not ok.isEnabled()
    with pytest.raises(ExportError, match="too many tiles"):
        PageDrawer().draw("", dialog.options(), origins=("https://tiles.example.org",))
    dialog.tiles.setChecked(False)
    assert ok.isEnabled()


def test_a_picture_larger_than_can_be_drawn_cannot_be_asked_for(qtbot):
    dialog = PictureDialog(None)
    qtbot.addWidget(dialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert ok.isEnabled()

    dialog.width_px.setValue(9000)
    dialog.scale.setValue(4)

    assert not ok.isEnabled()
    assert "36000" in dialog.said.text()


def share_of(image, box, *names):
    """Return how much of a box has one of the colours."""
    left, top, right, bottom = box
    found = [image.pixelColor(x, y).name() for x in range(left, right) for y in range(top, bottom)]
    return sum(found.count(name) for name in names) / len(found)


def test_legend_title_and_scale_bar_are_there_or_not(draw):
    full = QImage.fromData(draw(PictureOptions(width=900, height=600)))
    bare = QImage.fromData(
        draw(PictureOptions(width=900, height=600, has_title=False, has_legend=False, has_scale_bar=False))
    )

    legend, title, scale_bar = (660, 380, 880, 560), (0, 0, 900, 50), (2, 576, 70, 598)
    assert share_of(full, legend, "#ffffff") > 0.6  # its paper
    assert share_of(bare, legend, "#ffffff") < 0.1
    assert share_of(full, title, "#ffffff") > 0.7
    assert share_of(bare, title, "#ffffff") < 0.1
    assert share_of(full, scale_bar, "#000000", "#333333") > 0.02
    assert share_of(bare, scale_bar, "#000000", "#333333") == 0


def test_the_legend_of_a_small_picture_is_all_there(draw):
    image = QImage.fromData(draw(PictureOptions(width=500, height=300)))

    assert share_of(image, (350, 112, 488, 252), "#ffffff") > 0.6  # its paper
    assert share_of(image, (350, 257, 488, 262), "#ffffff") < 0.1  # the ground, between it and the credits
    assert share_of(image, (350, 92, 488, 104), "#ffffff") < 0.1  # and above it


def test_a_part_of_the_map_fills_the_picture(draw):
    part = Bounds(west=74, south=42, east=80, north=45)
    options = PictureOptions(width=900, height=612, has_title=False, has_legend=False, bounds=part)
    _, texts = read(PageDrawer().draw(render_html(draw.document), options))

    assert "50km" in texts[0]
    assert "Kokshetau" not in texts[0]
    assert "Kazakhstan".upper() not in texts[0]


def test_a_finer_picture_is_the_same_map_with_more_pixels(draw):
    one = QImage.fromData(draw(PictureOptions(width=700, height=500)))
    three = QImage.fromData(draw(PictureOptions(width=700, height=500, scale=3)))

    assert (three.width(), three.height()) == (2100, 1500)
    small = three.scaled(one.size())
    differing = sum(
        abs(one.pixelColor(x, y).lightness() - small.pixelColor(x, y).lightness()) > 60
        for x in range(0, 700, 3)
        for y in range(0, 500, 3)
    )
    assert differing < 0.03 * (700 * 500 / 9)
    assert three.dotsPerMeterX() == pytest.approx(3 * one.dotsPerMeterX(), abs=3)


# Documents


def read(pdf):
    """Return the sheets of a PDF, and the words of each without spaces."""
    pages = PdfReader(BytesIO(pdf)).pages
    return pages, ["".join(page.extract_text().split()) for page in pages]


def size_of(page):
    return pytest.approx((page.mediabox.width, page.mediabox.height), abs=1.5)


def drawn_on(page):
    """Return what a sheet holds: its drawing instructions, those of its parts too, and the width of each picture."""
    instructions, widths = [page.get_contents().get_data()], []
    resources = [page["/Resources"]]
    while resources:
        for part in (resources.pop().get("/XObject") or {}).values():
            part = part.get_object()
            if part["/Subtype"] == "/Image":
                widths.append(int(part["/Width"]))
                continue
            instructions.append(part.get_data())
            resources.append(part.get("/Resources", {}))
    return b"\n".join(instructions), widths


def test_a_document_holds_the_map_as_lines_and_letters_not_as_a_picture(draw):
    pages, texts = read(draw(DocumentOptions()))

    instructions, widths = drawn_on(pages[0])
    assert instructions.count(b" l\n") > 5_000  # the ground's lines
    for name in ("Kostanay", "Astana", "Karaganda", "generalhospital"):  # of the ground and of the projects
        assert name in texts[0]
    assert max(widths, default=0) < 300  # shadows of badges alone


def test_a_document_holds_table_sources_what_is_not_located_and_page_numbers(draw, document):
    pages, texts = read(draw(DocumentOptions()))

    whole = "".join(texts)
    assert "".join(document.title.split()) in texts[0]
    assert "9February2026" in texts[0]
    assert "NOTLOCATED220MWwindpowerplant:Thearticledoesnotsaywhere." in texts[0]
    assert "GeoNames,https://www.geonames.org/" in whole
    for feature in document.features:
        assert all("".join(row.source.url.split()) in whole for row in feature.fact_rows if row.source.url)
    assert all("".join(notice.split()) in whole for notice in document.notices)
    assert [f"{i + 1}/{len(texts)}" in text for i, text in enumerate(texts)] == [True] * len(texts)
    assert len(pages) > 2


@pytest.mark.parametrize(
    ("options", "points"),
    [
        (DocumentOptions(), (595, 842)),
        (DocumentOptions(is_landscape=True), (842, 595)),
        (DocumentOptions(paper_mm=(297.0, 420.0)), (842, 1191)),
        (DocumentOptions(paper_mm=(215.9, 279.4), is_landscape=True), (792, 612)),
    ],
)
def test_a_document_has_the_wanted_paper_and_the_whole_map_on_its_first_sheet(draw, options, points):
    pages, texts = read(draw(options))

    assert size_of(pages[0]) == points
    assert "Data:NaturalEarth·GeoNames" in texts[0]  # stands in the map's last corner
    assert "schematic,nottherealcourse" in texts[0]  # the legend below it


def test_the_legend_of_several_layers_is_whole_below_the_map(draw, document):
    layers = [make_layer([(60 + number, 45)], f"layer{number}.gpkg", name=["x"]) for number in range(9)]

    _, texts = read(draw(DocumentOptions(is_landscape=True), add_layers(document, layers)))

    assert all(f"layer{number}.gpkg1" in texts[0] for number in range(9))


def test_a_document_without_table_is_the_map_alone(draw):
    _, texts = read(draw(DocumentOptions(has_table=False)))

    assert "Whatthearticlesays" not in "".join(texts)


def test_layers_are_lines_where_they_are_few_and_one_picture_where_they_are_many(draw, document):
    places = np.random.default_rng(5).uniform((50, 42), (80, 54), (20_000, 2))
    many = make_layer([tuple(each) for each in places], "many.gpkg", number=list(range(20_000)))
    few = make_layer([tuple(each) for each in places[:200]], "few.gpkg", number=list(range(200)))

    drawn = {layer.name: read(draw(DocumentOptions(), add_layers(document, [layer]))) for layer in (few, many)}

    def widest(name):
        return max(drawn_on(drawn[name][0][0])[1], default=0)

    assert widest("few.gpkg") < 300 < widest("many.gpkg")
    assert "many.gpkg20,000" in drawn["many.gpkg"][1][0]  # the legend


def test_the_dialog_asks_for_paper_and_the_document_is_written(window, tmp_path, answer, written):
    answer(tmp_path / "map.pdf")

    def change(dialog):
        dialog.paper.setCurrentText("A3")
        dialog.orientation.setCurrentIndex(1)
        dialog.extent.setCurrentIndex(1)

    accept(DocumentDialog, change)
    window.commands["export_as"].trigger()

    assert size_of(PdfReader(written(tmp_path / "map.pdf")).pages[0]) == (1191, 842)


def test_the_dialog_shows_the_sheets_and_draws_them_again_after_a_choice(qtbot, window):
    dialog = DocumentDialog(None, window.exporting._preview)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = dialog.preview.document

    def is_wide():
        size = shown.pagePointSize(0)
        return shown.pageCount() > 0 and size.width() > size.height()

    qtbot.waitUntil(lambda: shown.pageCount() > 2 and not is_wide(), timeout=60_000)
    dialog.orientation.setCurrentIndex(1)
    dialog.table.setChecked(False)

    qtbot.waitUntil(lambda: shown.pageCount() in (1, 2) and is_wide(), timeout=60_000)
    assert dialog.preview.currentWidget() is dialog.preview.sheets


def test_the_sheets_are_drawn_while_the_dialog_that_the_command_opens_is_there(qtbot, window, tmp_path, answer):
    answer(tmp_path / "map.pdf")
    pages = []

    ticks = iter(range(600))

    def look():
        dialog = QApplication.activeModalWidget()
        is_drawn = isinstance(dialog, DocumentDialog) and dialog.preview.currentWidget() is dialog.preview.sheets
        if is_drawn or next(ticks, None) is None:
            timer.stop()
            pages.append(dialog.preview.document.pageCount())
            dialog.reject()

    timer = QTimer(interval=50)
    timer.timeout.connect(look)
    timer.start()
    window.commands["export_as"].trigger()

    qtbot.waitUntil(lambda: bool(pages), timeout=60_000)
    assert pages[0] > 2
    assert not (tmp_path / "map.pdf").exists()


# Paper


def test_print_goes_to_the_printer_on_its_paper(qtbot, window, tmp_path, monkeypatch):
    def accept_printer(dialog):
        printer = dialog.printer()
        assert window.document.reading.article.source == f"{printer.docName()}.txt"
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)  # the printer of the test
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
        printer.setResolution(150)
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept_printer)

    window.commands["print"].trigger()
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == "Printed.", timeout=60_000)

    pdf = (tmp_path / "paper.pdf").read_bytes()
    sheet = render_sheet(pdf, QSize(420, 595))
    assert size_of(PdfReader(BytesIO(pdf)).pages[0]) == (420, 595)
    assert share_of(sheet, (0, 0, 420, 30), "#ffffff") == 1  # the margin
    assert share_of(sheet, (40, 90, 380, 250), "#ffffff") < 0.2  # the map


# Called off


def test_a_drawing_that_is_called_off_writes_nothing_and_the_next_one_works(qtbot, window, tmp_path, messages, written):
    window.exporting.export_file(tmp_path / "first.png", PictureOptions(width=3000, height=2000))
    qtbot.waitUntil(lambda: bool(window.exporting._drawer._under_way), timeout=20_000)
    window.worker.cancel()
    window.exporting.export_file(tmp_path / "second.png", PictureOptions(width=400, height=300))

    written(tmp_path / "second.png")
    assert not (tmp_path / "first.png").exists()
    assert messages == []


def test_a_window_closes_while_a_drawing_is_under_way(qtbot, window, tmp_path):
    window.exporting.export_file(tmp_path / "map.png")
    qtbot.waitUntil(lambda: bool(window.exporting._drawer._under_way), timeout=20_000)

    window.close()

    assert not window.isVisible()
    assert not (tmp_path / "map.png").exists()


def test_a_drawing_can_be_asked_for_on_any_thread(qtbot, document):
    drawer, drawn = PageDrawer(), []
    html = render_html(document)
    thread = threading.Thread(target=lambda: drawn.append(drawer.draw(html, PictureOptions(width=400, height=300))))

    thread.start()
    qtbot.waitUntil(lambda: bool(drawn), timeout=60_000)

    thread.join()
    assert drawn[0].startswith(b"%PDF")
