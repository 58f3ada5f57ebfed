"""Which waypoints a line goes through: the article's own, and towns that a source puts between them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from infromap.model.route import Waypoint

if TYPE_CHECKING:
    from infromap.model.place import Place
    from infromap.model.provenance import Source


def plan_waypoints(
    stated: Sequence["Place"],
    known: Sequence["Place"] = (),
    *,
    known_source: "Source | None" = None,
) -> tuple[Waypoint, ...]:
    """Order the waypoints of a line.

    Parameters
    ----------
    stated
        The places that the article names, in its order; empty if it names no ends.
    known
        The full order of places as another source gives it, the article's among them; empty if
        there is none. Used whole where the article states no ends, and otherwise only between
        the article's first and last place, if it agrees with the article's order (or with its
        reverse).
    known_source
        Who gives the order of ``known``.

    Returns
    -------
    tuple of Waypoint
        In travel order; ``is_stated`` tells the article's own, which stand where ``stated`` has them, from the
        added ones.
    """
    order = _between_ends(stated, known) if stated else tuple(known)
    own = {place.gazetteer_id: place for place in stated}
    return tuple(
        _waypoint(own[place.gazetteer_id], added_from=None)
        if place.gazetteer_id in own
        else _waypoint(place, added_from=known_source)
        for place in order
    )


def _between_ends(stated: Sequence["Place"], known: Sequence["Place"]) -> tuple["Place", ...]:
    """Return the part of ``known`` between the article's ends, or ``stated`` where they disagree."""
    ids = [place.gazetteer_id for place in stated]
    for order in (tuple(known), tuple(reversed(known))):
        known_ids = [place.gazetteer_id for place in order]
        if set(ids) <= set(known_ids):
            positions = [known_ids.index(each) for each in ids]
            if positions == sorted(positions):
                return order[positions[0] : positions[-1] + 1]
    return tuple(stated)


def _waypoint(place: "Place", *, added_from: "Source | None") -> Waypoint:
    return Waypoint(
        name=place.name,
        point=place.point,
        accuracy_km=place.accuracy_km,
        source=place.source,
        is_stated=added_from is None,
        added_from=added_from,
        note=place.note,
        exactness=place.exactness,
    )
