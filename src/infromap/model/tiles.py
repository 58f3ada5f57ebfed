"""Map tiles, and what lies under everything on a map."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class TileLayer:
    """Tiles in Web Mercator from a server, drawn over the base map; asked for only when the reader wants them."""

    name: str  # as in xyzservices: "Esri.WorldImagery"
    url: str  # with {z}, {x}, {y} and, where there are several servers, {s}
    attribution: str  # plain text that must stand on the map
    subdomains: tuple[str, ...] = ()
    min_zoom: int = 0
    max_zoom: int = 18
    opacity: float = 1.0  # over the base map, 0 to 1

    @property
    def origins(self) -> tuple[str, ...]:
        """Return scheme and host of each server, the only ones that the page may ask."""
        urls = [self.url.replace("{s}", each) for each in self.subdomains or ("",)]
        return tuple(f"{parts.scheme}://{parts.netloc}" for parts in map(urlsplit, urls))


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseMap:
    """What lies under everything: the program's own map and, over it, tiles of a server or of a file; not of both."""

    tiles: TileLayer | None = None  # of a server
    tile_file: Path | None = None  # MBTiles or PMTiles
    opacity: float = 1.0  # of the tiles, 0 to 1
