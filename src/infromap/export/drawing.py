"""What is wanted of a drawing: a picture of the map, or a document on paper."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from infromap.errors import ExportError

if TYPE_CHECKING:
    from infromap.model.place import Bounds

MAX_SIDE = 16_384  # pixels
MAX_PIXELS = 150_000_000  # 600 MB while it is drawn
MIN_SIDE = 200
MAX_SCALE = 4.0
MARGIN_MM = 14.0
MOST_TILES = 400  # that one drawing may ask of a server, which gives them to readers and not to be gathered
_TILE = 256  # pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOptions:
    """A picture of ``width`` × ``height`` page pixels, each drawn as ``scale`` × ``scale`` pixels.

    A larger scale makes the same map finer: letters and lines keep their size on it. The credits stand on every
    picture.
    """

    width: int = 1400
    height: int = 900
    scale: float = 1.0
    has_title: bool = True
    has_legend: bool = True
    has_scale_bar: bool = True
    has_tiles: bool = True  # those that lie over the base map, where there are some
    bounds: "Bounds | None" = None  # what is shown; all of the map if it is left out

    @property
    def pixels(self) -> tuple[int, int]:
        """Return width and height of the file."""
        return round(self.width * self.scale), round(self.height * self.scale)


PAPERS_MM = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "Letter": (215.9, 279.4)}  # portrait


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOptions:
    """Sheets of paper: title, map, legend and, if wanted, the table of projects with all their sources."""

    paper_mm: tuple[float, float] = PAPERS_MM["A4"]  # width and height, portrait
    is_landscape: bool = False
    has_table: bool = True
    has_tiles: bool = True
    bounds: "Bounds | None" = None

    @property
    def size_mm(self) -> tuple[float, float]:
        """Return width and height of a sheet as it lies."""
        width, height = self.paper_mm
        return (height, width) if self.is_landscape else (width, height)


DrawingOptions = PictureOptions | DocumentOptions


def count_tiles(width: int, height: int) -> int:
    """Return how many tiles a view of so many pixels shows at most."""
    return (width // _TILE + 2) * (height // _TILE + 2)


def check_picture(options: PictureOptions, path: Path) -> None:
    """Refuse a picture that cannot be drawn.

    Raises
    ------
    ExportError
        If it is too small, too large, or its scale is not from 1 to 4; ``path`` is for the message.
    """
    if not 1 <= options.scale <= MAX_SCALE:
        raise ExportError(
            "{path}: a scale of {scale:g} cannot be drawn; use 1 to {most:g}",
            path=path,
            scale=options.scale,
            most=MAX_SCALE,
        )
    if min(options.width, options.height) < MIN_SIDE:
        raise ExportError(
            "{path}: {width} × {height} is too small; use {least} or more on a side",
            path=path,
            width=options.width,
            height=options.height,
            least=MIN_SIDE,
        )
    width, height = options.pixels
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise ExportError(
            "{path}: {width} × {height} pixels cannot be drawn; at most {most} on a side and {millions} million in all",
            path=path,
            width=width,
            height=height,
            most=MAX_SIDE,
            millions=MAX_PIXELS // 1000000,
        )
