"""Finds the column of a table that holds both coordinates of a place in one cell, and which of them comes first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infromap.coordinates import Order, read_place

if TYPE_CHECKING:
    from infromap.vector.table import TableHead

X_NAMES = {"lon", "lng", "long", "longitude", "x", "долгота", "бойлық", "经度"}
Y_NAMES = {"lat", "latitude", "y", "широта", "ендік", "纬度"}
BRACKETS = " ()[]"  # may stand around both

_NAMES = {
    "coordinates", "coordinate", "coords", "coord", "latlon", "latlong", "latlng", "lonlat", "geo_point_2d", "location",
    "point", "position", "gps", "координаты", "координата", "координаттар", "координат", "坐标", "经纬度",
}  # fmt: skip
_FIGURE = r"[+\-−–]?\d{1,3}[.,]\d+\s*°?"
_TWO_DECIMALS = re.compile(rf"{_FIGURE}(\s*[,;/]\s*|\s+){_FIGURE}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceColumn:
    """A column that holds places."""

    column: int
    is_lon_first: bool
    is_sure: bool  # whether the cells or the name of the column say what comes first, and no other column holds places


def is_place(cell: str) -> bool:
    """Tell whether a cell holds both coordinates: with directions, degree signs or two decimals; ``12:30`` does not."""
    text = cell.strip(BRACKETS)
    if _TWO_DECIMALS.fullmatch(text) is None and not any(each == "°" or each.isalpha() for each in text):
        return False
    return any(read_place(text, order=order) for order in Order)


def find_place(head: "TableHead") -> PlaceColumn | None:
    """Return the column of places of a table: one that is called so rather than others, then the first."""
    found = [place for place in range(len(head.columns)) if _holds_places(_cells(head, place))]
    if not found:
        return None
    column = next((place for place in found if head.columns[place].strip().casefold() in _NAMES), found[0])
    cells, named = _cells(head, column), _order_of_name(head.columns[column])
    order = named or _order_of_cells(cells)
    are_read = all(read_place(cell, order=order) for cell in cells)
    is_plain = named is not None or all(len({read_place(cell, order=each) for each in Order}) == 1 for cell in cells)
    is_sure = are_read and is_plain and len(found) == 1
    return PlaceColumn(column=column, is_lon_first=order is Order.LON_LAT, is_sure=is_sure)


def _cells(head: "TableHead", place: int) -> list[str]:
    return [cell for row in head.rows if (cell := row[place].strip(BRACKETS))]


def _holds_places(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(is_place, cells))


def _order_of_name(name: str) -> Order | None:
    """Return what comes first by the name of a column, such as ``lat, lon`` or ``Долгота/широта``."""
    low = name.casefold()
    lon, lat = (
        min((low.find(each) for each in names if len(each) > 1 and each in low), default=-1)
        for names in (X_NAMES, Y_NAMES)
    )
    if lon < 0 or lat < 0:
        return None
    return Order.LAT_LON if lat < lon else Order.LON_LAT


def _order_of_cells(cells: Sequence[str]) -> Order:
    """Return the order in which more cells are places; latitude first if that leaves it open."""
    counts = {order: sum(read_place(cell, order=order) is not None for cell in cells) for order in Order}
    return max(Order, key=lambda order: counts[order])
