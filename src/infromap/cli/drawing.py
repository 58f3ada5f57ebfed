"""Pictures and documents from the command line: what is wanted of them, and the tiles on them."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infromap.cli.parser import UsageError, is_tile_file
from infromap.errors import ExportError

if TYPE_CHECKING:
    from infromap.export import DrawingOptions
    from infromap.model.tiles import TileLayer

Draw = Callable[[str, "DrawingOptions"], bytes]


def check_tiles(path: Path, options: argparse.Namespace) -> None:
    """Refuse tiles for a file that can have none."""
    if not options.tiles:
        return
    if path.suffix.lower() not in (".html", ".png", ".pdf"):
        raise ExportError(f"{path}: tiles go into .html, .png and .pdf alone; leave --tiles out")
    if is_tile_file(options.tiles) and path.suffix.lower() == ".html":
        raise ExportError(f"{options.tiles}: a page cannot carry the tiles of a file; export .png or .pdf")


def find_tiles(options: argparse.Namespace) -> "TileLayer | None":
    """Return the online tiles that the user asked for by name."""
    if not options.tiles or is_tile_file(options.tiles):
        return None
    from infromap.render import find_tile_layer

    return find_tile_layer(options.tiles)


def draw(html: str, options: "DrawingOptions", **tiles: Any) -> bytes:
    """Draw a page as the file that is wanted, with ``tiles`` as ``draw_page`` takes them."""
    try:
        from infromap.gui import draw_page
    except ImportError as error:
        raise ExportError(f"a drawing needs PySide6, which cannot be loaded ({error}); export .html instead") from error
    return draw_page(html, options, **tiles)


def draw_with_tiles(options: argparse.Namespace) -> "tuple[Draw, TileLayer]":
    """Return what draws with the tiles that the user asked for, and their layer."""
    layer = find_tiles(options)
    if layer:
        return partial(draw, origins=layer.origins), layer
    try:
        from infromap.gui.page.tile_file import open_tile_file
    except ImportError as error:
        raise ExportError(f"a drawing needs PySide6, which cannot be loaded ({error}); export .html instead") from error
    file = open_tile_file(Path(options.tiles))
    return partial(draw, tile_file=file), file.layer


def drawing_options(path: Path, options: argparse.Namespace) -> "DrawingOptions | None":
    """Return what the command line wants of a picture or a document; refuse it for other files."""
    from infromap.export import PAPERS_MM, DocumentOptions, PictureOptions

    of_picture = {"--size": options.size, "--scale": options.scale}
    of_document = {"--paper": options.paper, "--landscape": options.landscape}
    suffix = path.suffix.lower()
    for others, kind in ((of_picture, ".png"), (of_document, ".pdf")):
        given = [name for name, value in others.items() if value]
        if given and suffix != kind:
            raise UsageError(f"{given[0]} goes with a {kind} alone; leave it out")
    if suffix == ".png":
        width, height = options.size or (PictureOptions().width, PictureOptions().height)
        return PictureOptions(width=width, height=height, scale=options.scale or 1.0)
    if suffix == ".pdf":
        return DocumentOptions(paper_mm=PAPERS_MM[options.paper or "A4"], is_landscape=options.landscape)
    return None
