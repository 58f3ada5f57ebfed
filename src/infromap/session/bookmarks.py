"""Bookmarks as members of the project file; what stands there may come from anybody."""

from typing import TYPE_CHECKING, Any

from infromap.model.bookmark import Bookmark
from infromap.model.text import well_formed

if TYPE_CHECKING:
    from infromap.session.members import Members

MOST_LETTERS = 200  # of a name
_MOST_ZOOM = 24.0


def bookmark_to_json(bookmark: Bookmark) -> dict[str, Any]:
    """Return a bookmark as an object of the project file."""
    lon, lat = round(bookmark.lon, 6), round(bookmark.lat, 6)
    return {"name": well_formed(bookmark.name), "lon": lon, "lat": lat, "zoom": bookmark.zoom}


def bookmark_from_json(members: "Members") -> Bookmark:
    """Return the bookmark of an object; of a name that is too long its beginning.

    Raises
    ------
    ProjectFileError
        If it is none.
    """
    return Bookmark(
        name=members.text("name")[:MOST_LETTERS],
        lon=members.number("lon", least=-180, most=180),
        lat=members.number("lat", least=-90, most=90),
        zoom=members.number("zoom", least=0, most=_MOST_ZOOM),
    )
