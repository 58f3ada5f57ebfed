"""Coordinates of any system become longitude and latitude."""

from pathlib import Path
from typing import Any

import numpy as np
import shapely

from infromap.errors import UnknownCrsError, VectorError, reason_of

_AT_ONCE = 20_000  # shapes; other threads go on between


def to_degrees(path: Path, shapes: Any, crs: str | None) -> Any:
    """Return shapely geometries in EPSG:4326, x = longitude; Z stays as it is.

    Points that the coordinate system cannot turn come back infinite. ``path`` is for the message.

    Raises
    ------
    UnknownCrsError
        If the coordinate system is not stated.
    VectorError
        If it cannot be used.
    """
    if crs is None:
        raise UnknownCrsError(
            "{path} does not say its coordinate system; name it with --crs EPSG:…, or add a .prj file", path=path
        )
    if crs in ("EPSG:4326", "OGC:CRS84"):
        return shapes
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    try:
        transform = Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform
        return _transform(shapes, lambda xyz: np.column_stack([*transform(xyz[:, 0], xyz[:, 1]), xyz[:, 2:]]))
    except ProjError as error:
        raise VectorError(
            "{path}: its coordinate system cannot be used ({reason}); save it as EPSG:4326",
            path=path,
            reason=reason_of(error),
        ) from error


def _transform(shapes: Any, turn: Any) -> Any:
    turned = np.array(shapes, dtype=object)
    for start in range(0, len(turned), _AT_ONCE):
        _transform_in_place(turned[start : start + _AT_ONCE], turn)
    return turned


def _transform_in_place(turned: Any, turn: Any) -> None:
    """Turn flat shapes and those with Z apart: shapely would give Z to all. Measures (M) are left out."""
    measured = shapely.has_m(turned)
    if measured.any():  # shapely makes NaN of Z where there is M as well
        turned[measured] = shapely.from_wkb(shapely.to_wkb(turned[measured], output_dimension=3))
        turned[shapely.has_m(turned)] = shapely.force_2d(turned[shapely.has_m(turned)])
    is_high = shapely.has_z(turned)
    for chosen, include_z in ((~is_high, False), (is_high, True)):
        if chosen.any():
            turned[chosen] = shapely.transform(turned[chosen], turn, include_z=include_z)
