"""What is measured between the points that a pen has drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import shapely

from infromap.geodesic import distance_km, polygon_area_km2


@dataclass(frozen=True)
class Measurement:
    """A line, or the outline of an area, on the ellipsoid WGS 84; points are (lon, lat) in degrees."""

    points: tuple[tuple[float, float], ...] = ()
    is_area: bool = False

    @cached_property
    def legs_km(self) -> tuple[float, ...]:
        """The length of each leg; of an area the last one leads back to the start."""
        closing = self.points[:1] if self.is_area and len(self.points) > 2 else ()
        return tuple(distance_km(shapely.Point(a), shapely.Point(b)) for a, b in pairwise((*self.points, *closing)))

    @property
    def length_km(self) -> float:
        """The length of the line, or of the outline."""
        return sum(self.legs_km)

    @cached_property
    def area_km2(self) -> float:
        """The area within the outline; 0 for a line."""
        return polygon_area_km2(shapely.Polygon(self.points)) if self.is_area and len(self.points) > 2 else 0.0

    @cached_property
    def crosses_itself(self) -> bool:
        """Whether the outline of an area crosses itself."""
        return self.is_area and len(self.points) > 3 and not shapely.LinearRing(self.points).is_simple

    def to_table(self) -> str:
        """Return the legs as text for a spreadsheet: places as files hold them, kilometres, the total at the end."""
        corners = [*self.points, *(self.points[:1] if self.is_area else ())]
        lines = ["from_lon\tfrom_lat\tto_lon\tto_lat\tlength_km"]
        for (a, b), leg_km in zip(pairwise(corners), self.legs_km, strict=False):
            lines.append("\t".join(f"{value:.6f}" for value in (*a, *b, leg_km)))
        lines.append(f"total_km\t{self.length_km:.6f}")
        if self.is_area:
            lines.append(f"area_km2\t{self.area_km2:.6f}")
        return "\n".join(lines) + "\n"
