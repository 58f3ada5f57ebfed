"""GeoJSON with a feature on each line is read whole, however it is written, and what is none of it is told."""

import io
import json
import zipfile

import pytest

from infromap.errors import VectorError
from infromap.vector import plan_file, read_layers, read_lines, read_plan
from infromap.vector.json_lines import count_texts


def feature(name, x):
    place = {"type": "Point", "coordinates": [x, 50.0]}
    return json.dumps({"type": "Feature", "properties": {"name": name}, "geometry": place})


TWO = [feature("A", 60), feature("B", 61)]
WRITTEN = {
    "lines": "\n".join(TWO),
    "lines of Windows": "\r\n".join([*TWO, ""]),
    "blank lines": "\n\n \n".join(["", *TWO, "", ""]),
    "mark of UTF-8": "\ufeff" + "\n".join(TWO),
    "sequence of RFC 8142": "".join(f"\x1e{each}\n" for each in TWO),
    "sequence on many lines": "".join(f"\x1e{json.dumps(json.loads(each), indent=1)}\n" for each in TWO),
    "a first line beyond what is looked at": "\n".join([feature("A" * 200_000, 60), TWO[1]]),
}


def write(folder, content, suffix=".geojsonl"):
    path = folder / f"towns{suffix}"
    path.write_bytes(content.encode())
    return path


def spots(layer):
    return [(shape.x, shape.y) for shape in layer.geometry]


@pytest.mark.parametrize("suffix", [".geojsonl", ".geojsons", ".ndgeojson", ".ndjson", ".jsonl"])
@pytest.mark.parametrize("how", WRITTEN)
def test_every_feature_is_a_row(tmp_path, how, suffix):
    plan = plan_file(write(tmp_path, WRITTEN[how], suffix))
    (layer,) = read_plan(plan)

    assert spots(layer) == [(60, 50), (61, 50)]
    assert [column.name for column in layer.columns] == ["name"]
    assert layer.name == f"towns{suffix}"
    assert layer.notices == ()
    assert [info.rows for info in plan.layers] == [2]


@pytest.mark.parametrize("suffix", [".geojson", ".json"])
@pytest.mark.parametrize("how", ["lines", "mark of UTF-8", "sequence of RFC 8142"])
def test_lines_by_the_name_of_a_collection_are_read_whole(tmp_path, how, suffix):
    (layer,) = read_layers(write(tmp_path, WRITTEN[how], suffix))

    assert spots(layer) == [(60, 50), (61, 50)]


@pytest.mark.parametrize("indent", [None, 1])
def test_one_object_by_the_name_of_lines_is_read(tmp_path, indent):
    collection = {"type": "FeatureCollection", "features": [json.loads(each) for each in TWO]}

    (many,) = read_layers(write(tmp_path, json.dumps(collection, indent=indent)))
    (one,) = read_layers(write(tmp_path, json.dumps(json.loads(TWO[0]), indent=indent)))

    assert spots(many) == [(60, 50), (61, 50)]
    assert spots(one) == [(60, 50)]
    assert many.notices == one.notices == ()


@pytest.mark.parametrize(
    "lines",
    [[TWO[0][:40], *TWO], [TWO[0], TWO[1][:40], TWO[1]], [*TWO, "the end"], [*TWO, '{"level": "info"}'], [*TWO, "{"]],
)
def test_lines_that_are_no_features_are_counted(tmp_path, lines):
    (layer,) = read_layers(write(tmp_path, "\n".join(lines)))

    assert spots(layer) == [(60, 50), (61, 50)]
    assert layer.notices == ("towns.geojsonl: 1 of 3 lines are no features and are left out",)


@pytest.mark.parametrize(
    "content",
    ["", "\ufeff\n", "The bank lends 3 million.\n", '{"level": "info"}\n{"level": "debug"}\n', "{}"],
)
def test_what_is_no_such_thing_is_told_in_one_line(tmp_path, content):
    with pytest.raises(VectorError, match=r"^\S*towns.ndjson cannot be read: it is not GeoJSON; check where"):
        read_layers(write(tmp_path, content, ".ndjson"))


def test_lines_in_an_archive_are_read_as_those_beside_it(tmp_path):
    with zipfile.ZipFile(tmp_path / "towns.zip", "w") as archive:
        archive.writestr("data/a.geojsonl", "\n".join([*TWO, "the end"]))
        archive.writestr("data/b.geojsons", WRITTEN["sequence of RFC 8142"])
        archive.writestr("data/c.ndjson", WRITTEN["mark of UTF-8"].encode())

    layers = read_layers(tmp_path / "towns.zip")

    assert [layer.name for layer in layers] == [f"towns.zip, data/{name}" for name in "abc"]
    assert [spots(layer) for layer in layers] == [[(60, 50), (61, 50)]] * 3
    assert [len(layer.notices) for layer in layers] == [1, 0, 0]


def test_roads_are_traced_over_lines_of_such_a_file(tmp_path):
    road = {"type": "LineString", "coordinates": [[60, 50], [61, 51]]}
    path = write(tmp_path, "\n".join(json.dumps(each) for each in (road, road)))

    assert [line.wkt for line in read_lines(path).lines] == ["LINESTRING (60 50, 61 51)"] * 2


@pytest.mark.parametrize("size", [1, 2, 7, 1_000_000])
@pytest.mark.parametrize("how", WRITTEN)
def test_texts_are_counted_wherever_a_block_ends(monkeypatch, how, size):
    monkeypatch.setattr("infromap.vector.json_lines._BLOCK", size)
    if "beyond" in how and size == 1:
        size = 3

    assert count_texts(io.BytesIO(WRITTEN[how].encode())) == 2
