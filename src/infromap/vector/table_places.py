"""Where the numbers of a table would lie, and whether longitude and latitude seem to be exchanged."""

import math
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

import shapely

from infromap.coordinates import Order, read_angle, read_place
from infromap.vector.place_column import BRACKETS
from infromap.vector.shapes import read_wkt
from infromap.vector.table import DEGREES, WKT_SYSTEM, Cells, TableFormat, TableHead, plain_number

if TYPE_CHECKING:
    from infromap.vector.systems import Box

EAST_WEST, NORTH_SOUTH = "EW", "NS"  # the letters of directions in a column of longitudes, and of latitudes

_NEAR = 5.0  # degrees


def read_coordinate(cell: str, form: TableFormat, directions: str) -> float:
    """Return a coordinate that is written as a number or in degrees, minutes and seconds; NaN of any other cell."""
    try:
        return float(plain_number(cell, has_decimal_comma=form.has_decimal_comma))
    except ValueError:
        angle = read_angle(cell, directions=directions)
        return math.nan if angle is None else angle


def read_both(cell: str, form: TableFormat) -> tuple[float, float]:
    """Return the longitude and the latitude that stand in one cell, in brackets or without; NaN of any other cell."""
    order = Order.LON_LAT if form.is_lon_first else Order.LAT_LON
    return read_place(cell.strip(BRACKETS), order=order) or (math.nan, math.nan)


def exchanged(form: TableFormat) -> TableFormat:
    """Return a format that takes longitude for latitude, and latitude for longitude."""
    return replace(form, x=form.y, y=form.x, is_lon_first=not form.is_lon_first)


def read_points(form: TableFormat, head: TableHead) -> tuple[list[float], list[float]]:
    """Return the coordinates of the first rows; cells that hold none are left out."""
    if form.place is not None:
        both = [read_both(row[form.place], form) for row in head.rows]
        return [x for x, _ in both if math.isfinite(x)], [y for _, y in both if math.isfinite(y)]
    if form.x is None or form.y is None:
        return [], []
    columns = ((form.x, EAST_WEST), (form.y, NORTH_SOUTH))
    xs, ys = ([read_coordinate(row[place], form, letters) for row in head.rows] for place, letters in columns)
    return [each for each in xs if math.isfinite(each)], [each for each in ys if math.isfinite(each)]


def table_box(form: TableFormat, head: TableHead) -> "Box | None":
    """Return the box of the first rows in their own numbers; None if they have no place."""
    if form.wkt is not None:
        shapes = read_wkt([WKT_SYSTEM.sub("", row[form.wkt]) for row in head.rows])
        west, south, east, north = map(float, shapely.total_bounds(shapes))
        return None if math.isnan(west) else (west, south, east, north)
    xs, ys = read_points(form, head)
    return (min(xs), min(ys), max(xs), max(ys)) if xs and ys else None


def says_degrees(form: TableFormat, names: Cells) -> bool:
    """Tell whether coordinates are called longitude and latitude, and not X and Y, or stand in one cell."""
    if form.place is not None:
        return True
    if form.x is None or form.y is None:
        return False
    return names[form.x].strip().casefold() != "x" and names[form.y].strip().casefold() != "y"


def are_degrees(form: TableFormat, head: TableHead) -> bool:
    """Tell whether the columns of coordinates can hold longitudes and latitudes."""
    xs, ys = read_points(form, head)
    return bool(xs and ys) and max(map(abs, xs)) <= 360 and max(map(abs, ys)) <= 90


def swap_advice(form: TableFormat, head: TableHead) -> bool:
    """Tell whether the numbers say that latitude and longitude are exchanged: latitudes beyond 90, longitudes never."""
    xs, ys = read_points(form, head)
    if form.place is not None:
        return len(xs) < len(read_points(exchanged(form), head)[0])
    return bool(xs and ys) and 90 < max(map(abs, ys)) <= 180 and max(map(abs, xs)) <= 90


def fits_exchanged(form: TableFormat, head: TableHead, around: "Box | None") -> bool:
    """Tell whether the first rows would lie in a box of degrees, and do not, if longitude and latitude were exchanged.

    In half the world both numbers may be either, and only what else is on a map tells; five degrees beyond it count as
    within. Where the box goes over 180°, or is none, nothing is told.
    """
    if around is None or form.crs not in (None, DEGREES):
        return False
    return not _is_near(form, head, around) and _is_near(exchanged(form), head, around)


def _is_near(form: TableFormat, head: TableHead, box: "Box") -> bool:
    xs, ys = read_points(form, head)
    if not xs or not ys:
        return False
    west, south, east, north = box
    return west - _NEAR <= median(xs) <= east + _NEAR and south - _NEAR <= median(ys) <= north + _NEAR
