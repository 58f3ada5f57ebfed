"""Documents of features placed by hand: crowded, across 180°, sharing legs, of every kind."""

from dataclasses import replace

from shapely import LineString, Point

from infromap.compose.bounds import enclose
from infromap.model.place import Exactness
from infromap.model.project import Kind
from infromap.model.provenance import Source
from infromap.model.route import GeometryMethod, Waypoint

SOURCE = Source(name="test", url=None, date=None)


def draw_point(like, name, lon, lat, *, kind=Kind.HOSPITAL, exactness=Exactness.EXACT, accuracy_km=1.0):
    return replace(
        like,
        id=name,
        name=name,
        kind=kind,
        geometry=Point(lon, lat),
        method=GeometryMethod.GAZETTEER,
        exactness=exactness,
        accuracy_km=accuracy_km,
        waypoints=(),
        geometry_length_km=None,
        fact_rows=(),
    )


def draw_line(like, name, places, *, kind=Kind.HIGHWAY, method=GeometryMethod.SCHEMATIC):
    """Return a line through places, each a name, lon and lat."""
    return replace(
        draw_point(like, name, 0, 0, kind=kind),
        geometry=LineString([(lon, lat) for _, lon, lat in places]),
        method=method,
        exactness=Exactness.CITY,
        accuracy_km=None,
        geometry_length_km=100.0,
        waypoints=tuple(
            Waypoint(name=stop, point=Point(lon, lat), accuracy_km=5, source=SOURCE, is_stated=True)
            for stop, lon, lat in places
        ),
    )


def with_features(document, features):
    return replace(
        document,
        features=tuple(features),
        bounds=enclose(feature.geometry for feature in features if feature.geometry is not None),
    )


def every_kind(document):
    """Return a document with one project of each kind, in rows."""
    like = document.features[0]
    kinds = list(Kind)
    return with_features(
        document,
        [draw_point(like, kind.value, 52 + 5 * (i % 6), 52 - 3 * (i // 6), kind=kind) for i, kind in enumerate(kinds)],
    )


def crowded(document):
    """Return twelve projects at one point, five within 60 km of another, and one far from all."""
    like = document.features[0]
    stack = [draw_point(like, f"stack {i}", 71.4, 51.1, kind=list(Kind)[i]) for i in range(12)]
    near = [draw_point(like, f"near {i}", 76.5 + 0.18 * i, 43.2 + 0.05 * i, kind=list(Kind)[i]) for i in range(5)]
    return with_features(document, [*stack, *near, draw_point(like, "alone", 52.0, 47.0)])


def across_180(document):
    """Return points on both sides of 180° and a line from one to the other."""
    like = document.features[0]
    return with_features(
        document,
        [
            draw_point(like, "Fiji", 178.4, -18.1),
            draw_point(like, "Samoa", -171.8, -13.8, kind=Kind.PORT),
            draw_line(like, "cable", [("Suva", 178.4, -18.1), ("Apia", -171.8, -13.8)], kind=Kind.GRID),
        ],
    )


def sharing_legs(document):
    """Return a railway and two roads that share a leg, one traced."""
    like = document.features[0]
    ends = [("A", 69.0, 50.0), ("B", 72.0, 49.0)]
    return with_features(
        document,
        [
            draw_line(like, "railway", [*ends, ("C", 75.0, 50.0)], kind=Kind.RAILWAY, method=GeometryMethod.TRACED),
            draw_line(like, "first road", [("D", 67.0, 48.5), *ends]),
            draw_line(like, "second road", [*reversed(ends), ("E", 66.0, 51.0)]),
        ],
    )


def of_every_exactness(document):
    """Return an exact place, a city, an approximate place and a region, side by side."""
    like = document.features[0]
    radii = {Exactness.EXACT: 0.5, Exactness.CITY: 8.0, Exactness.APPROXIMATE: 20.0, Exactness.REGION: 150.0}
    return with_features(
        document,
        [
            draw_point(like, exactness.value, 60.0 + 6 * i, 48.0, kind=Kind.WIND, exactness=exactness, accuracy_km=km)
            for i, (exactness, km) in enumerate(radii.items())
        ],
    )
