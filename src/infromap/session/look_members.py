"""The look of a map ↔ members of the project file; what comes from outside is believed in nothing."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infromap.errors import InfromapError
from infromap.model.layer import MOST_PASTED, Origin
from infromap.model.layer_style import Classes, ClassMethod, LayerStyle, Marker, Markers, Sizes
from infromap.model.tiles import BaseMap
from infromap.saying import Saying
from infromap.session.doubt import doubt_of_layer, is_far, is_tiles_to_trust
from infromap.session.look import KeptLayer, MapLook

if TYPE_CHECKING:
    from infromap.session.members import Members

MEMBERS = ("layers", "are_projects_shown", "base_map")  # of ``infromap``

_KNOWN = ("name", "file", "style", "filter")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_MOST_CLASSES = 40  # with the most markers there is a code for each (render/layer_signs.py)
_LARGEST = 1.7e308
_MOST_LETTERS = 10_000
_MOST_NAME = 200
_PASTED = (".csv", ".geojson", ".geojsonl", ".tsv")
_TABLE_NUMBERS = ("x", "y", "wkt", "place")

Json = dict[str, Any]


def look_to_json(look: MapLook, path: Path) -> Json:
    """Return the members that a look has in the project file ``path``."""
    return {
        "layers": [_layer_to_json(layer, path) for layer in look.layers],
        "are_projects_shown": look.are_projects_shown,
        "base_map": _base_map_to_json(look.base_map, path) if look.base_map else None,
    }


def look_from_json(own: "Members", path: Path) -> MapLook:
    """Read the look of a map; ProjectFileError if something of it is of another type than it should be."""
    return MapLook(
        layers=tuple(_layer(each, path) for each in own.objects("layers")),
        are_projects_shown=own.is_null("are_projects_shown") or own.boolean("are_projects_shown"),
        base_map=None if own.is_null("base_map") else _base_map(own.object("base_map"), path),
    )


def _layer_to_json(layer: KeptLayer, path: Path) -> Json:
    origin, style = layer.origin, layer.style
    return {
        **layer.others,
        "name": layer.name,
        "file": {
            **(_file_to_json(origin.path, path) if origin.text is None else _pasted_to_json(origin.path, origin.text)),
            "layer": origin.layer,
            "crs": origin.crs,
            "table": dict(origin.table) if origin.table else None,
        },
        "filter": layer.filter,
        "style": {
            "colour": style.colour,
            "width_px": style.width_px,
            "radius_px": style.radius_px,
            "opacity": style.opacity,
            "is_visible": style.is_visible,
            "label_column": style.label_column,
            "classes": _classes_to_json(style.classes) if style.classes else None,
            "sizes": _sizes_to_json(style.sizes) if style.sizes else None,
            "marker": style.marker.value,
            "markers": _markers_to_json(style.markers) if style.markers else None,
        },
    }


def _layer(members: "Members", path: Path) -> KeptLayer:
    file = members.object("file")
    origin = Origin(
        path=_file(file, path) if file.is_null("text") else _pasted_name(file),
        text=None if file.is_null("text") else file.text("text", most=MOST_PASTED),
        layer=file.text_or_none("layer"),
        crs=file.text_or_none("crs"),
        table=None if file.is_null("table") else _table(file.object("table")),
    )
    return KeptLayer(
        name=members.text("name"),
        origin=origin,
        doubt=None if origin.text is not None else doubt_of_layer(origin.path, path),
        style=_style(members.object("style")),
        filter=None if members.is_null("filter") else members.text("filter", most=_MOST_LETTERS),
        others=members.left(_KNOWN),
    )


def _style(members: "Members") -> LayerStyle:
    return LayerStyle(
        colour=_colour(members, "colour", members.text("colour")),
        width_px=members.number("width_px", least=0, most=100),
        radius_px=None if members.is_null("radius_px") else members.number("radius_px", least=0.1, most=100),
        opacity=members.number("opacity", least=0, most=1),
        is_visible=members.boolean("is_visible"),
        label_column=members.text_or_none("label_column"),
        classes=None if members.is_null("classes") else _classes(members.object("classes")),
        sizes=None if members.is_null("sizes") else _sizes(members.object("sizes")),
        marker=Marker.CIRCLE if members.is_null("marker") else members.choice("marker", list(Marker)),
        markers=None if members.is_null("markers") else _markers(members.object("markers")),
    )


def _classes_to_json(classes: Classes) -> Json:
    return {
        "column": classes.column,
        "method": classes.method.value,
        "ramp": classes.ramp,
        "bounds": list(classes.bounds),
        "categories": list(classes.categories),
        "colours": list(classes.colours),
    }


def _classes(members: "Members") -> Classes:
    colours = tuple(_colour(members, "colours", each) for each in members.texts("colours"))
    bounds = tuple(members.numbers("bounds"))
    categories = members.values("categories")
    is_whole = len(categories) == len(colours) if categories else len(bounds) == len(colours) + 1
    if not 1 <= len(colours) <= _MOST_CLASSES or not is_whole or list(bounds) != sorted(bounds):
        raise members.refusal("colours", Saying("as long as bounds or categories say"))
    return Classes(
        column=members.text("column"),
        method=members.choice("method", list(ClassMethod)),
        ramp=members.text("ramp"),
        bounds=bounds,
        categories=categories,
        colours=colours,
    )


def _sizes_to_json(sizes: Sizes) -> Json:
    return {
        "column": sizes.column,
        "least": sizes.least,
        "greatest": sizes.greatest,
        "smallest_px": sizes.smallest_px,
        "largest_px": sizes.largest_px,
    }


def _sizes(members: "Members") -> Sizes:
    return Sizes(
        column=members.text("column"),
        least=members.number("least", least=-_LARGEST, most=_LARGEST),
        greatest=members.number("greatest", least=-_LARGEST, most=_LARGEST),
        smallest_px=members.number("smallest_px", least=0.1, most=100),
        largest_px=members.number("largest_px", least=0.1, most=200),
    )


def _markers_to_json(markers: Markers) -> Json:
    return {
        "column": markers.column,
        "categories": list(markers.categories),
        "markers": [marker.value for marker in markers.markers],
    }


def _markers(members: "Members") -> Markers:
    categories, names = members.values("categories"), members.texts("markers")
    is_known = set(names) <= {marker.value for marker in Marker}
    if not 1 <= len(names) <= len(Marker) or len(names) != len(categories) or not is_known:
        raise members.refusal("markers", Saying("a list of markers, one for each category"))
    return Markers(column=members.text("column"), categories=categories, markers=tuple(Marker(name) for name in names))


def _table(members: "Members") -> dict[str, str | int | bool | None]:
    return {
        "encoding": members.text("encoding"),
        "separator": members.text("separator"),
        "has_decimal_comma": members.boolean("has_decimal_comma"),
        "has_header": members.boolean("has_header"),
        "is_lon_first": not members.is_null("is_lon_first") and members.boolean("is_lon_first"),
        "crs": members.text_or_none("crs"),
        "is_sure": True,
        **{name: None if members.is_null(name) else members.integer(name, least=0) for name in _TABLE_NUMBERS},
    }


def _base_map_to_json(base_map: BaseMap, path: Path) -> Json:
    return {
        "tiles": base_map.tiles.name if base_map.tiles else None,
        "file": _file_to_json(base_map.tile_file, path) if base_map.tile_file else None,
        "opacity": base_map.opacity,
    }


def _base_map(members: "Members", path: Path) -> BaseMap:
    """Return the base map; of a server the name alone is believed, and one that is not known is none."""
    name = members.text_or_none("tiles")
    file = None if members.is_null("file") else _file(members.object("file"), path)
    return BaseMap(
        tiles=_find_tiles(name) if name else None,
        tile_file=file if file and is_tiles_to_trust(file, path) else None,
        opacity=members.number("opacity", least=0, most=1),
    )


def _find_tiles(name: str) -> Any:
    from infromap.render import find_tile_layer

    try:
        return find_tile_layer(name)
    except InfromapError:
        return None


def _file_to_json(file: Path, path: Path) -> Json:
    """Return where a file is: from the project file's folder, so that both can move together, and absolutely."""
    try:
        relative = Path(os.path.relpath(file, path.absolute().parent)).as_posix()
    except ValueError:  # on another drive
        relative = None
    return {"path": relative, "absolute": str(file)}


def _pasted_to_json(name: Path, text: str) -> Json:
    """Return what was pasted; a version that does not know of it looks for a file of that name and misses it."""
    return {"path": None, "absolute": name.name, "text": text}


def _pasted_name(members: "Members") -> Path:
    name = Path(members.text("absolute", most=_MOST_NAME))
    if name.name != str(name) or name.suffix not in _PASTED:
        raise members.refusal("absolute", Saying("a name that ends with {known}", known=", ".join(_PASTED)))
    return name


def _file(members: "Members", path: Path) -> Path:
    relative = members.text_or_none("path")
    beside = Path(os.path.normpath(path.absolute().parent / relative)) if relative else None
    is_beside = beside is not None and not is_far(beside, path) and _is_there(beside)
    return beside if beside and is_beside else Path(members.text("absolute"))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _colour(members: "Members", name: str, text: str) -> str:
    if not _COLOUR.fullmatch(text):
        raise members.refusal(name, Saying("a colour such as #1f77b4"))
    return text
