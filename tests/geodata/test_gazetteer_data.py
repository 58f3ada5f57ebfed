"""The built gazetteer and the hand-kept table, tested as code."""

import csv
import sqlite3

import pytest

from infromap.assets import geodata_path


@pytest.fixture(scope="module")
def rows():
    with geodata_path("gazetteer/curated.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_gazetteer_is_small_enough_for_the_repository():
    assert geodata_path("gazetteer/places.sqlite").stat().st_size <= 25_000_000


def test_the_gazetteer_is_sound_and_holds_the_world():
    base = sqlite3.connect(f"file:{geodata_path('gazetteer/places.sqlite')}?mode=ro&immutable=1", uri=True)
    try:
        tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        ((state,),) = base.execute("PRAGMA integrity_check")
        ((count,),) = base.execute("SELECT count(*) FROM place")
    finally:
        base.close()

    assert state == "ok"
    assert "place" in tables
    assert count > 150_000


def test_every_curated_place_has_a_point_a_source_and_an_accuracy(rows):
    assert rows
    for row in rows:
        assert -180 <= float(row["lon"]) <= 180, row
        assert -90 <= float(row["lat"]) <= 90, row
        assert float(row["accuracy_km"]) > 0, row
        assert row["source"].strip(), row


def test_no_curated_place_stands_twice(rows):
    keys = [row["id"] for row in rows] + [(row["lat"], row["lon"]) for row in rows]

    assert len(keys) == len(set(keys))
