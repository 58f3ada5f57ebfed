"""Whoever gave the data is named on the map."""

from infromap.compose.credit import credit_sources, is_openstreetmap
from infromap.model.provenance import Source
from infromap.pipeline import open_map


def test_openstreetmap_is_known_by_its_name():
    assert is_openstreetmap(Source(name="Photon (© OpenStreetMap contributors)"))
    assert not is_openstreetmap(Source(name="GeoNames"))


def test_the_base_map_is_always_named_and_each_source_of_places_once(brief):
    assert [source.name for source in credit_sources([])] == ["Natural Earth"]
    assert [source.name for source in open_map(brief).attribution] == ["Natural Earth", "GeoNames"]
