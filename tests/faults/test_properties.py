"""Whatever is made by the form of a file is read or refused in one line, and what is written is read as it was.

``make fuzz`` tries many more: INFROMAP_EXAMPLES says how many, and other ones each time.
"""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parent))

import strategies
from readers import make_reader

from infromap.article import parse_article
from infromap.coordinates import read_coordinates
from infromap.errors import ArticleError, InfromapError
from infromap.export import save_layer, save_map, to_geojson
from infromap.gazetteer.curated import read_curated_places
from infromap.model.bookmark import Bookmark
from infromap.model.layer_style import LayerStyle
from infromap.model.text import well_formed
from infromap.pipeline import build_map
from infromap.render import render_html
from infromap.session import look_of, open_project, open_state, read_project_file, save_project
from infromap.vector import read_layers
from infromap.vector.expression import select_rows
from infromap.vector.table import TableFormat
from layers import make_layer

EXAMPLES = os.environ.get("INFROMAP_EXAMPLES")
few = settings(
    max_examples=int(EXAMPLES or 25),
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


fewer = settings(few, max_examples=int(EXAMPLES or 6))  # what waits for the disk


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("properties")


@pytest.fixture(scope="module")
def project(folder):
    """Return a reader of projects and the members of a whole one."""
    reader = make_reader("project", folder)
    return reader, json.loads(reader.samples[0])


def outcome(read, *given):
    """Return what is read, or the line in which it is refused."""
    try:
        return read(*given)
    except InfromapError as error:
        told = str(error)
        assert told.strip()
        assert len(told.splitlines()) == 1
        return told


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@few
@given(content=strategies.geojson())
def test_any_geojson_is_drawn_or_refused(folder, content):
    assert outcome(lambda path: render_layers(read_layers(path)), written(folder / "any.geojson", content))


def render_layers(layers):
    from infromap.compose import compose_layers

    return render_html(compose_layers(layers))


@few
@given(content=strategies.tables())
def test_any_table_is_drawn_or_refused(folder, content):
    assert outcome(lambda path: render_layers(read_layers(path)), written(folder / "any.csv", content))


@few
@given(text=strategies.articles())
def test_any_text_becomes_a_map_a_page_and_geojson(text):
    def whole_way(text):
        document = build_map(parse_article(text, source="x.txt"))
        json.dumps(to_geojson(document)).encode()
        return render_html(document).encode()

    found = outcome(whole_way, text)

    assert isinstance(found, bytes) or (not text.strip("\ufeff").strip() and "holds no text" in found)


@fewer
@example(text=strategies.SENTENCES[0], bookmarks=[("half a letter \ud800", 4.0)])
@given(text=strategies.articles(), bookmarks=st.lists(st.tuples(strategies.texts, st.floats(0, 24)), max_size=3))
def test_a_project_is_read_as_it_was_written(folder, text, bookmarks):
    try:
        document = build_map(parse_article(text, source="x.txt"))
    except ArticleError:
        return
    marks = tuple(Bookmark(name=name[:200], lon=69.4, lat=-53.3, zoom=zoom) for name, zoom in bookmarks)
    path = folder / "round.infromap"

    save_project(document, path, bookmarks=marks)
    path.read_text(encoding="utf-8")
    opened = read_project_file(path)
    again = open_project(opened)

    written_as = tuple(replace(mark, name=well_formed(mark.name)) for mark in marks)  # no file has half a letter
    assert (opened.article, opened.bookmarks) == (document.reading.article, written_as)
    assert to_geojson(again) == to_geojson(document)
    save_project(again, folder / "again.infromap", opened=opened)
    assert (folder / "again.infromap").read_bytes() == path.read_bytes()


@few
@given(data=st.data())
def test_a_project_with_any_member_exchanged_opens_or_is_refused(project, folder, data):
    reader, members = project
    changed = json.loads(json.dumps(members))
    holder, key = changed, "infromap"
    for _ in range(data.draw(st.integers(0, 6))):
        if not isinstance(holder[key], dict | list) or not holder[key]:
            break
        holder = holder[key]
        key = data.draw(st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder))))
    holder[key] = data.draw(strategies.values)
    content = json.dumps(changed, ensure_ascii=False).encode("utf-8", "surrogatepass")

    assert outcome(reader.read, written(folder / "any.infromap", content))


decimals = st.decimals(-89, 89, places=5).map(float)
half = st.tuples(decimals, decimals)  # of the world: what goes over 180° is cut there in GeoJSON
shapes = st.one_of(
    st.none(),
    st.builds(shapely.Point, strategies.longitudes, strategies.latitudes),
    st.builds(shapely.Point, strategies.longitudes, strategies.latitudes, st.floats(-1e6, 1e6)),
    st.lists(half, min_size=2, max_size=4, unique=True).map(shapely.LineString),
    st.lists(half, min_size=3, max_size=5, unique=True).map(shapely.Polygon),
)
cells = st.one_of(st.none(), st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).map("t{}".format))
rows_of_a_layer = st.lists(
    st.tuples(shapes, cells, st.integers(-(2**53), 2**53), strategies.latitudes), min_size=1, max_size=5
)


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg"])
@fewer
@given(rows=rows_of_a_layer)
def test_a_layer_is_read_as_it_was_written(folder, suffix, rows):
    geometry, names, numbers, shares = zip(*rows, strict=True)
    if all(shape is None for shape in geometry):
        return
    layer = make_layer(geometry, name=[*names], number=[*numbers], share=[*shares])

    save_layer(layer, folder / f"round{suffix}")
    (again,) = read_layers(folder / f"round{suffix}")

    for before, after in zip(geometry, again.geometry.tolist(), strict=True):
        assert (before is None) == (after is None)
        assert before is None or shapely.equals_exact(turned(before), turned(after), 1e-9)
    assert column(again, "number") == [*numbers]
    assert np.allclose(column(again, "share"), shares, rtol=0, atol=1e-12)
    if any(name is not None for name in names):
        assert column(again, "name") == [*names]


def turned(shape):
    """Return a flat shape whose rings run as they always do: GeoJSON has a direction of its own."""
    return shapely.normalize(shapely.force_2d(shape))


def column(layer, name):
    return layer.column(name).values.tolist()


@few
@given(
    words=st.lists(
        st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\r")), min_size=1, max_size=5
    ),
    separator=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(("utf-8-sig", "utf-16", "gb18030")),
)
def test_the_words_of_a_table_survive_separators_quotes_and_encodings(folder, words, separator, encoding):
    import csv

    path = folder / "words.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        rows = ([f"x{word}", "53.3", "69.4"] for word in words)
        csv.writer(file, delimiter=separator).writerows([["word", "lat", "lon"], *rows])
    form = TableFormat(encoding=encoding, separator=separator, x=2, y=1)

    (layer,) = read_layers(path, table=form)

    assert column(layer, "word") == [f"x{word}" for word in words]


@few
@given(content=strategies.curated_tables())
def test_any_table_of_curated_places_is_read_or_refused(folder, content):
    found = outcome(read_curated_places, written(folder / "curated.csv", content))

    assert isinstance(found, tuple | str)


@few
@given(expression=st.one_of(strategies.texts, st.lists(st.sampled_from(
    ("name", '"number"', "LIKE", "'%a'", "=", "(", ")", "NOT", "1", "AND", "IS NULL", "abs", ",", "--", "/*", ";", "?1")
), max_size=8).map(" ".join)))  # fmt: skip
def test_any_expression_chooses_rows_or_is_refused(expression):
    layer = make_layer([(1, 2), None, (3, 4)], name=["a", None, "\ud800"], number=[1, 2, 3])

    found = outcome(select_rows, layer, expression)

    assert isinstance(found, str) or len(found) == 3


@few
@given(text=strategies.texts)
def test_any_text_is_coordinates_or_none(text):
    for each in read_coordinates(text):
        assert -180 <= each.lon <= 180
        assert -90 <= each.lat <= 90


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of a long name: hypothesis tells of its own work
@fewer
@given(
    style=st.builds(
        LayerStyle,
        width_px=st.floats(0, 100),
        radius_px=st.one_of(st.none(), st.floats(0.1, 100)),
        opacity=st.floats(0, 1),
        is_visible=st.booleans(),
        label_column=st.one_of(st.none(), strategies.texts.map(well_formed)),
    ),
    name=strategies.texts.map(well_formed),  # no file has half a letter
)
def test_the_look_of_a_layer_is_read_as_it_was_written(project, folder, style, name):
    reader, _ = project
    path = written(folder / "look.infromap", reader.samples[0])
    opened = read_project_file(path)
    (kept,) = opened.look.layers
    look = replace(opened.look, layers=(replace(kept, style=style, name=name),))

    save_project(open_project(opened), path, opened=opened, look=look)
    again = read_project_file(path)

    assert again.look == look
    assert look_of(open_state(again)).layers[0].style == style


@fewer
@given(texts=st.lists(strategies.texts, min_size=1, max_size=3))
def test_an_exported_map_of_any_text_is_whole_in_every_table(folder, texts):
    try:
        document = build_map(parse_article(strategies.SENTENCES[0] + "\n\n" + "\n\n".join(texts), source="x.txt"))
    except ArticleError:
        return
    for suffix in (".csv", ".kml", ".gpkg", ".geojson"):
        save_map(document, folder / f"any{suffix}")

    exported = json.loads((folder / "any.geojson").read_bytes())
    assert len(exported["features"]) == len(document.features)
