"""What strangers may write, by its form: hypothesis makes it, and makes it small where it does harm."""

import csv
import io
import json
from typing import Any

from hypothesis import strategies as st

ODD_NUMBERS = (
    0.0,
    -0.0,
    1e308,
    -1e308,
    5e-324,
    180.0000001,
    -180.0,
    90.0,
    91.0,
    360.0,
    53.3,
    169.4,
    2**31,
    2**63,
    10**400,
)
ODD_TEXTS = (
    "", "\0", "\ud800", "\udcff", "\u202e", "\ufeff", "\r\n", "\u2028", "<script>", "${x}", "=cmd()", "A" * 5_000,
    "1e308", "nan", "EPSG:0", "/dev/zero", "/vsicurl/http://127.0.0.1:9/", "../../etc/passwd", "2026-02-30", "-",
)  # fmt: skip
SENTENCES = (
    "The AIIB lends USD 250 million for a hospital in Kokshetau, Kazakhstan.",
    "АБИИ выделит 250 млн долларов на дорогу.",
    "Ақтөбе–Ұлғайсын жолы 236 км.", "title: x", "date 2026-02-09", "# Roads", "a 220 MW wind power plant", "€ 5,5 bn",
)  # fmt: skip

letters = st.characters(exclude_categories=())  # all of Unicode, halves of pairs too
texts = st.one_of(st.sampled_from(ODD_TEXTS), st.text(letters, max_size=30))
numbers = st.one_of(st.sampled_from(ODD_NUMBERS), st.integers(-200, 200), st.floats())
values = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, texts),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=6,
)
longitudes, latitudes = st.floats(-180, 180), st.floats(-90, 90)

_position = st.one_of(st.tuples(longitudes, latitudes).map(list), st.lists(numbers, max_size=5), values)
_line = st.one_of(st.lists(_position, max_size=5), values)
_KINDS = (
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection",
    "Curve",
)


def _geometry(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    coordinates = st.one_of(
        _position, _line, st.lists(_line, max_size=3), st.lists(st.lists(_line, max_size=2), max_size=2)
    )
    return st.fixed_dictionaries(
        {"type": st.sampled_from(_KINDS)},
        optional={
            "coordinates": coordinates,
            "geometries": st.lists(inner, max_size=2),
            "crs": values,
            "bbox": _position,
        },
    )


geometries = st.recursive(st.one_of(st.none(), values), _geometry, max_leaves=3)
features = st.one_of(
    st.fixed_dictionaries(
        {"type": st.just("Feature"), "geometry": geometries, "properties": st.dictionaries(texts, values, max_size=3)},
        optional={"id": values},
    ),
    values,
)


@st.composite
def geojson(draw: st.DrawFn) -> bytes:
    """Return a feature collection in which anything may be anything else; one point at least is one."""
    point = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [60, 50]}, "properties": {"n": 1}}
    collection = {"type": "FeatureCollection", "features": [point, *draw(st.lists(features, max_size=4))]}
    collection |= draw(st.dictionaries(st.sampled_from(("crs", "name", "bbox", "type")), values, max_size=1))
    return json.dumps(collection, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """Return a table of text in one of many dialects."""
    names = draw(st.lists(st.one_of(st.sampled_from(("lat", "lon", "x", "y", "wkt", "широта")), texts), max_size=5))
    cells = st.one_of(
        numbers.map(str), texts, st.sampled_from(("POINT (60 50)", "POINT (1e308 nan)", "53,3", "69,4", "007"))
    )
    rows = draw(st.lists(st.lists(cells, max_size=6), max_size=6))
    out = io.StringIO()
    quoting = draw(st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    separator, line_end = draw(st.sampled_from(",;\t| ")), draw(st.sampled_from(("\n", "\r\n", "\r")))
    writer = csv.writer(out, delimiter=separator, quoting=quoting, lineterminator=line_end)
    writer.writerows([["lat", "lon", *names], *rows] if draw(st.booleans()) else rows)
    encoding = draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1251", "gb18030", "utf-32")))
    return out.getvalue().encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace")


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Return a text with sentences that say something among letters that say nothing."""
    parts = draw(st.lists(st.one_of(st.sampled_from(SENTENCES), texts), min_size=1, max_size=6))
    text = draw(st.sampled_from(("\n\n", "\n", " ", ""))).join(parts)
    return text * draw(st.sampled_from((1, 1, 1, 50)))


@st.composite
def curated_tables(draw: st.DrawFn) -> bytes:
    """Return a table of places kept by hand, with its own columns."""
    from infromap.gazetteer.curated import COLUMNS

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    cells = st.one_of(texts, numbers.map(str), st.sampled_from(("city", "exact", "approximate", "KZ", "69.4", "53.3")))
    writer.writerows(draw(st.lists(st.lists(cells, min_size=len(COLUMNS) - 1, max_size=len(COLUMNS) + 1), max_size=3)))
    return out.getvalue().encode("utf-8", "surrogatepass")
