"""Online tile layers by their names in xyzservices, and why some cannot be used."""

import difflib
import re
from typing import Any

from infromap.errors import RenderError
from infromap.model.tiles import TileLayer
from infromap.saying import Saying

# Servers that turn away whoever sends no Referer, as a page from a file does; so their terms of use say.
_WANT_REFERER = ("tile.openstreetmap.org", "tiles.stadiamaps.com")
_FILLED_BY_LEAFLET = ("s", "z", "x", "y", "r")
_MERCATOR = ("EPSG:3857", "EPSG3857", "3857")
_MAX_ZOOM = 19


def find_tile_layer(name: str) -> TileLayer:
    """Return the tile layer of a name in xyzservices, such as ``Esri.WorldImagery``.

    Raises
    ------
    RenderError
        If there is none of that name, or if a page from a file cannot use it: it wants a key, a Referer or
        another projection, is not encrypted, or is out of order.
    """
    from xyzservices import providers

    try:
        provider: dict[str, Any] = dict(providers.query_name(name))
    except ValueError as error:
        raise RenderError(
            "no tile layer called {name!r} in xyzservices; {advice}", name=name, advice=_suggest(name)
        ) from error
    url = _fill(str(provider["url"]), provider)
    _check(str(provider["name"]), url, provider)
    return TileLayer(
        name=str(provider["name"]),
        url=url,
        attribution=re.sub(r"\(C\)", "©", str(provider["attribution"])).replace("**", ""),
        subdomains=tuple(provider.get("subdomains", "abc")) if "{s}" in url else (),
        min_zoom=int(provider.get("min_zoom", 0)),
        max_zoom=min(int(provider.get("max_zoom", _MAX_ZOOM)), _MAX_ZOOM),
    )


def _suggest(name: str) -> Saying:
    from xyzservices import providers

    close = difflib.get_close_matches(name, list(providers.flatten()), n=3)
    if close:
        return Saying("did you mean {names}?", names=", ".join(close))
    return Saying("see xyzservices.readthedocs.io for the names")


def _fill(url: str, provider: dict[str, Any]) -> str:
    """Put the provider's own values into its address; what is missing or to be inserted by the user stays open."""

    def value(match: re.Match[str]) -> str:
        given = str(provider.get(match[1], match[0]))
        return match[0] if match[1] in _FILLED_BY_LEAFLET or given.startswith("<insert") else given

    return re.sub(r"\{(\w+)\}", value, url)


def _check(name: str, url: str, provider: dict[str, Any]) -> None:
    origin = re.sub(r"\{s\}\.?", "", url)
    missing = set(re.findall(r"\{(\w+)\}", url)) - set(_FILLED_BY_LEAFLET)
    reason = None
    if missing:
        wanted = ", ".join(sorted(missing))
        reason = Saying("wants a key of your own ({wanted}), which everybody could read in the page", wanted=wanted)
    elif any(f"//{host}/" in origin for host in _WANT_REFERER):
        reason = Saying("refuses pages that send no Referer, as a page from a file does")
    elif not url.startswith("https://"):
        reason = Saying("is not encrypted (http)")
    elif str(provider.get("crs", _MERCATOR[0])) not in _MERCATOR:
        reason = Saying("is in another projection ({crs})", crs=provider["crs"])
    elif provider.get("status") == "broken":
        reason = Saying("is known to be out of order")
    elif provider.get("tms") or int(provider.get("tileSize", 256)) != 256:
        reason = Saying("has tiles of another numbering or size")
    if reason:
        raise RenderError(
            "{name} {reason}; take another, such as Esri.WorldGrayCanvas or OpenTopoMap", name=name, reason=reason
        )
