"""What lies on a clipboard is told apart by what it is."""

import json

import pytest
from PySide6.QtCore import QMimeData, QUrl

from infromap.gui.files.pasted import PastedKind, read_pasted

pytestmark = pytest.mark.qt


def mime(text):
    data = QMimeData()
    data.setText(text)
    return data


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://example.org/a?b=1", PastedKind.ADDRESS),
        ("  http://example.org\n", PastedKind.ADDRESS),
        ("https://example.org/a says that a road is built", PastedKind.ARTICLE),
        ("ftp://example.org/a", PastedKind.ARTICLE),
        (json.dumps({"type": "FeatureCollection", "features": []}), PastedKind.LAYER),
        ('{"type":"Point","coordinates":[1,2]}\n{"type":"Feature","properties":{},"geometry":null}', PastedKind.LAYER),
        ('{"type":"Point","coordinates":[1,2]}\n{"level":"info"}', PastedKind.ARTICLE),
        (json.dumps({"type": "gdal_streamed_alg"}), PastedKind.ARTICLE),
        ("{ not json", PastedKind.ARTICLE),
        ("[" * 100_000, PastedKind.ARTICLE),
        ('{"a":' * 100_000, PastedKind.ARTICLE),
        ("POINT (1 2)", PastedKind.LAYER),
        ("SRID=4326;MULTIPOLYGON EMPTY\nLINESTRING Z (1 2 3, 4 5 6)", PastedKind.LAYER),
        ("Point of order: the road", PastedKind.ARTICLE),
        ("name\tlat\tlon\nA\t53.3\t69.4", PastedKind.LAYER),
        ("lat;lon\n53,3;69,4", PastedKind.LAYER),
        ("lat, lon are what a map needs.\nThe road, 10 km long, is built.", PastedKind.ARTICLE),
        ("Kokshetau, 53.3, 69.4\nAktobe, 50.3, 57.2", PastedKind.ARTICLE),
        ("The World Bank lends US$ 100 million.", PastedKind.ARTICLE),
        ("/no/such/file.gpkg", PastedKind.ARTICLE),
        ("a\0b", PastedKind.ARTICLE),
        ("   \n", PastedKind.NOTHING),
    ],
)
def test_texts_are_told_apart(text, kind):
    assert read_pasted(mime(text)).kind is kind


def test_files_are_known_by_address_and_by_path(tmp_path):
    path = tmp_path / "a b.gpkg"
    path.write_bytes(b"")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])

    assert read_pasted(dropped).paths == (path,)
    assert read_pasted(mime(f"{path}\n{path}")).paths == (path, path)
    assert read_pasted(mime(f"{path}\nand more")).kind is PastedKind.ARTICLE
    assert read_pasted(mime(tmp_path.name)).kind is PastedKind.ARTICLE


def test_addresses_are_not_taken_for_files():
    dropped = QMimeData()
    dropped.setUrls([QUrl("https://example.org/a.gpkg")])

    assert read_pasted(dropped).kind is PastedKind.ADDRESS
