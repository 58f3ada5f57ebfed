"""What the choice of places asks of whoever knows names."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from shapely import Point

    from infromap.model.place import Candidate


class PlaceFinder(Protocol):
    """The embedded gazetteer, or the same with an online geocoder behind it."""

    def candidates(
        self,
        name: str,
        *,
        country: str | None = None,
        near: Sequence["Point"] = (),
        limit: int = 10,
        is_region: bool = False,
    ) -> tuple["Candidate", ...]:
        """Return what a name may mean, best first."""
        ...

    def country_area(self, code: str) -> tuple["Point", float] | None:
        """Return the middle of a country (lon, lat in degrees) and its radius in km; None for an unknown code."""
        ...
