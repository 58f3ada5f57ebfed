"""What a tracer is: something that knows where a road or railway really runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import shapely

    from infromap.model.project import Kind
    from infromap.model.route import Traced, Waypoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A line that follows something real, and what it follows."""

    line: shapely.LineString  # lon, lat in degrees, EPSG:4326
    traced: Traced


class Tracer(Protocol):
    """Anything that knows where a road or railway really runs."""

    def trace(self, stops: Sequence[Waypoint], kind: Kind) -> Course | None:
        """Return the course through the stops in order; None if this tracer has nothing for such a project.

        Raises
        ------
        InfromapError
            If it has, and the stops are not joined; the message names the leg.
        """
