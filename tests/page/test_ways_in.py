"""Hostile files of every kind become the exported page and its PDF: nothing runs, nothing is asked for."""

import io
import os

import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from hostile import hostile_texts
from hostile_inputs import FILES, SENTENCES, named_file
from hostile_pages import WATCH, assert_nothing_ran, use_everything, use_layers
from infromap.article import parse_article
from infromap.export import DocumentOptions
from infromap.gui import draw_page
from infromap.pipeline import build_map, open_layers, open_map
from infromap.render import find_tile_layer, render_html
from infromap.session import compose_state, is_project, open_project, open_state, read_project_file
from infromap.vector import is_layer_file
from tls_server import Counter, running

pytestmark = pytest.mark.qt

EVERY = bool(os.environ.get("INFROMAP_EVERY_TEXT"))  # make fuzz
TEXTS = hostile_texts()
RUNS = {
    "/JS",
    "/JavaScript",
    "/Launch",
    "/AA",
    "/EmbeddedFiles",
    "/AcroForm",
    "/RichMedia",
    "/SubmitForm",
    "/ImportData",
}


def open_it(path):
    """Return the map of a file, by the way that the program opens it."""
    if is_project(path):
        opened = read_project_file(path)
        return compose_state(open_project(opened), open_state(opened))
    return open_layers([path]) if is_layer_file(path) else open_map(path)


@pytest.mark.parametrize("way", FILES if EVERY else ("html", "project", "geojson", "kml"))
def test_no_file_runs_anything_on_the_page(load_page, qtbot, socket_enabled, tmp_path, way):
    with running(Counter()) as address:
        document = open_it(FILES[way](tmp_path, hostile_texts(beacon=address)))
        evaluate, messages, requests = load_page(render_html(document), before=WATCH)
        (use_everything if document.features else use_layers)(evaluate)
        qtbot.waitUntil(lambda: evaluate("window.__drawn === true"), timeout=60_000)

        assert_nothing_ran(evaluate, messages, [each for each in requests if not each.startswith("blob:")])
        assert evaluate("document.querySelectorAll('.entry').length") > 0


def test_no_name_of_a_file_and_no_pasted_text_runs_anything(load_page, tmp_path):
    for text in TEXTS[:: 1 if EVERY else 50]:
        name = text.replace("/", "\u2215").replace("\x00", "").encode("utf-8", "replace").decode()[:60]
        documents = [open_map(named_file(tmp_path, name)), build_map(parse_article(f"{SENTENCES} {text}", source=text))]
        for document in documents:
            evaluate, messages, requests = load_page(render_html(document), before=WATCH)
            assert_nothing_ran(evaluate, messages, requests)


def test_no_name_or_credit_of_tiles_runs_anything(load_page):
    from dataclasses import replace

    document = build_map(parse_article(SENTENCES, source="a.txt"))
    tiles = replace(find_tile_layer("Esri.WorldGrayCanvas"), name=" ".join(TEXTS), attribution=" ".join(TEXTS))
    html = render_html(document, tiles=tiles)

    evaluate, messages, requests = load_page(html, before=WATCH)
    use_everything(evaluate)

    assert evaluate("window.__ran") == 0
    assert {each.partition("/tile/")[0] for each in requests[1:] if each.startswith("http")} <= {
        tiles.url.partition("/tile/")[0]
    }
    assert messages == [] or all("tile" in each.lower() or "net::" in each for each in messages)


@pytest.mark.parametrize("way", ["html", "project"])
def test_a_pdf_holds_links_to_the_web_and_nothing_that_runs(tmp_path, way):
    document = open_it(FILES[way](tmp_path, TEXTS))

    pdf = pypdf.PdfReader(io.BytesIO(draw_page(render_html(document), DocumentOptions())))

    links = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    assert {link["/Subtype"] for link in links} <= {"/Link"}
    addresses = [link["/A"]["/URI"] for link in links if "/A" in link]
    assert all(link["/A"]["/S"] == "/URI" for link in links if "/A" in link)
    assert [each for each in addresses if not each.startswith(("http://", "https://"))] == []
    keys = set().union(
        *(each.keys() for each in map(pdf.get_object, range(1, len(pdf.xref[0]))) if hasattr(each, "keys"))
    )
    assert keys & RUNS == set()
    assert "/OpenAction" not in pdf.trailer["/Root"]
    assert "".join(page.extract_text() for page in pdf.pages).count("window.__ran") > 5


def keys_of(pdf):
    """Return the keys of all dictionaries in a PDF."""
    objects = map(pdf.get_object, {*pdf.xref.get(0, ()), *pdf.xref_objStm} - {0})
    return set().union(*(each.keys() for each in objects if hasattr(each, "keys")))


def test_the_pdf_check_would_see_what_runs():
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(100, 100)
    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")})
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): writer._add_object(script)})
    written = io.BytesIO()
    writer.write(written)

    assert {"/AA", "/JS"} <= keys_of(pypdf.PdfReader(written))
