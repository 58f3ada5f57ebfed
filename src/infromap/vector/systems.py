"""Coordinate systems by name or number, and where numbers lie in one of them."""

import math
from dataclasses import dataclass
from functools import cache

Box = tuple[float, float, float, float]  # west, south, east, north, or the like in other units


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinateSystem:
    """An entry of the EPSG registry."""

    code: str  # EPSG:32642
    name: str
    area: str  # where it is used, in English
    box: Box | None  # of that area, in degrees


@cache
def list_systems() -> tuple[CoordinateSystem, ...]:
    """Return all flat coordinate systems of the EPSG registry that are not given up, geographic ones first."""
    from pyproj.database import query_crs_info
    from pyproj.enums import PJType

    kinds = (PJType.GEOGRAPHIC_2D_CRS, PJType.PROJECTED_CRS)
    found = [each for kind in kinds for each in query_crs_info(auth_name="EPSG", pj_types=kind)]
    return tuple(
        CoordinateSystem(
            code=f"EPSG:{each.code}",
            name=each.name,
            area=(each.area_of_use.name if each.area_of_use else None) or "",
            box=each.area_of_use.bounds if each.area_of_use else None,
        )
        for each in found
    )


def find_systems(text: str) -> list[CoordinateSystem]:
    """Return the systems that have all words of a text: first the one whose code it is, then those so called.

    Those of which only the area has some of the words come last.
    """
    words = text.casefold().split()
    called, used = [], []
    for system in list_systems():
        name = f"{system.code} {system.name}".casefold()
        if all(word in name for word in words):
            called.append(system)
        elif all(word in name or word in system.area.casefold() for word in words):
            used.append(system)
    code = f"EPSG:{text.strip().upper().removeprefix('EPSG:')}"
    called.sort(key=lambda system: not system.name.startswith("WGS 84"))  # far more data are in these than in others
    return sorted([*called, *used], key=lambda system: system.code != code)


def find_system(code: str) -> CoordinateSystem | None:
    """Return the system with a code such as ``EPSG:32642``; None if there is none."""
    return next((each for each in list_systems() if each.code == code.upper()), None)


def box_in_degrees(box: Box, crs: str) -> Box | None:
    """Return where a box of a coordinate system lies, in degrees; None if nowhere on Earth."""
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    try:
        found = Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform_bounds(*box)
    except ProjError:
        return None
    west, south, east, north = map(float, found)
    is_there = all(map(math.isfinite, found)) and max(abs(west), abs(east)) <= 360 and max(abs(south), abs(north)) <= 90
    return (west, south, east, north) if is_there else None


def lies_within(box: Box, area: Box | None) -> bool:
    """Tell whether the middle of a box lies in the area of a system, which may go over 180°; True if none is known."""
    if area is None:
        return True
    lon, lat = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    west, south, east, north = area
    is_between = west <= lon <= east if west <= east else lon >= west or lon <= east
    return is_between and south <= lat <= north
