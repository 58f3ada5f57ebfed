"""A network file: a zip of numpy columns and a card that says whose data they are.

``docs/network-format.md`` describes it. It is written whole or not at all.
"""

import json
import math
import os
import tempfile
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np

from infromap.errors import NetworkError, reason_of
from infromap.model.place import Bounds
from infromap.route.classes import CLASSES, Mode
from infromap.route.layer import UNITS, Layer, Numbers
from infromap.route.store import is_plain_file
from infromap.saying import Saying

FORMAT = 1
_CARD = "card.json"
_LARGEST_CARD = 1_000_000  # bytes
_EDGE = 180  # degrees
_KINDS = {
    "component": np.int32, "edge_class": np.uint8, "edge_oneway": np.bool_, "edge_length_m": np.float32,
    "bend_count": np.int32,
}  # fmt: skip
_HEADS = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}
_DIFFERENCES = ("node_x", "node_y", "edge_from", "edge_to", "bend_x", "bend_y")  # coded as differences in byte planes


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkCard:
    """What a network file says of itself."""

    name: str
    source: str  # name of the file that it was made from
    date: str | None  # of the data: ISO 8601
    attribution: str
    license: str
    url: str  # where attribution and licence are explained
    bounds: dict[str, list[float]]  # by mode: west, south, east, north in degrees
    edges: dict[str, int]  # by mode

    def box(self, mode: Mode) -> Bounds | None:
        """Return the box of the ways of a mode; None if there are none."""
        edges = self.bounds.get(mode.value)
        return None if edges is None else Bounds(west=edges[0], south=edges[1], east=edges[2], north=edges[3])


def layer_bounds(layer: Layer) -> list[float]:
    """Return west, south, east and north of a layer with edges, in degrees."""
    x, y = np.concatenate((layer.node_x, layer.bend_x)), np.concatenate((layer.node_y, layer.bend_y))
    return [float(edge) / UNITS for edge in (x.min(), y.min(), x.max(), y.max())]


def write_network(path: Path, card: NetworkCard, layers: Mapping[Mode, Layer], *, scratch: Path) -> None:
    """Write a network; a crash leaves the old file or the new one, whole.

    What is not finished stands in the folder ``scratch``, on the same disk.

    Raises
    ------
    NetworkError
        If the file cannot be written; what stood there is untouched.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=scratch, suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
                _fill(archive, card, layers)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise NetworkError(
            "{path} cannot be written: {reason}; choose another file or folder", path=path, reason=reason_of(error)
        ) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def read_card(path: Path) -> NetworkCard:
    """Return what a network says of itself, without its columns.

    Raises
    ------
    NetworkError
        If the file is missing, damaged, or of another version.
    """
    try:
        _check_is_file(path)
        with zipfile.ZipFile(path) as archive, archive.open(_CARD) as member:
            card = json.loads(member.read(_LARGEST_CARD))
        if card.pop("format") != FORMAT:
            raise NetworkError(
                "{path} is of another version of infromap; build it again: infromap routes build", path=path
            )
        return _checked(NetworkCard(**card))
    except Exception as error:  # zipfile and json raise what their parsing of hostile bytes runs into
        raise _damaged(path, error) from error


def read_layer(path: Path, mode: Mode) -> Layer | None:
    """Return the ways of one mode; None if the network has none.

    Raises
    ------
    NetworkError
        If the file is missing or damaged.
    """
    try:
        _check_is_file(path)
        with zipfile.ZipFile(path) as archive:
            if f"{mode.value}/node_x.npy" not in archive.namelist():
                return None
            layer = Layer(**{field.name: _read(archive, mode, field.name) for field in fields(Layer)})
        _check(layer)
    except Exception as error:  # zipfile and numpy raise what their parsing of hostile bytes runs into
        raise _damaged(path, error) from error
    return layer


def _check_is_file(path: Path) -> None:
    if not is_plain_file(path):
        raise NetworkError("{path} does not exist or is no file; infromap routes list shows what there is", path=path)


def _checked(card: NetworkCard) -> NetworkCard:
    """Return a card whose members are of the types that they should be; ValueError if not."""
    texts = (card.name, card.source, card.attribution, card.license, card.url, card.date or "")
    is_sound = all(isinstance(each, str) for each in texts)
    is_sound &= all(type(count) is int and count >= 0 for count in card.edges.values())
    for box in card.bounds.values():
        west, south, east, north = box
        is_sound &= all(isinstance(edge, float | int) and abs(edge) <= _EDGE for edge in box)
        is_sound &= west <= east and south <= north
    if not is_sound:
        raise ValueError(Saying("its card is not as it should be"))
    return card


def _check(layer: Layer) -> None:
    """Raise ValueError if columns do not fit one another."""
    nodes, edges = len(layer.node_x), len(layer.edge_from)
    of_edges = (layer.edge_to, layer.edge_class, layer.edge_oneway, layer.edge_length_m, layer.bend_count)
    is_sound = (
        all(len(column) == edges for column in of_edges)
        and len(layer.node_y) == len(layer.component) == nodes
        and len(layer.bend_x) == len(layer.bend_y) == int(layer.bend_count.sum())
        and int(layer.bend_count.min(initial=0)) >= 0
        and all(bool(((column >= 0) & (column < nodes)).all()) for column in (layer.edge_from, layer.edge_to))
        and bool((layer.edge_class < len(CLASSES)).all())
        and bool((layer.edge_length_m >= 0).all() and np.isfinite(layer.edge_length_m).all())
        and all(_is_within(x, 180 * UNITS) for x in (layer.node_x, layer.bend_x))
        and all(_is_within(y, 90 * UNITS) for y in (layer.node_y, layer.bend_y))
    )
    if not is_sound:
        raise ValueError(Saying("its columns do not fit one another"))


def _is_within(column: Numbers, most: int) -> bool:
    return bool(((column >= -most) & (column <= most)).all())


def _damaged(path: Path, error: Exception) -> NetworkError:
    if isinstance(error, NetworkError):
        return error
    return NetworkError(
        "{path} is no network that can be read ({reason}); build it again: infromap routes build",
        path=path,
        reason=reason_of(error),
    )


def _fill(archive: zipfile.ZipFile, card: NetworkCard, layers: Mapping[Mode, Layer]) -> None:
    archive.writestr(_member(_CARD), json.dumps({"format": FORMAT, **asdict(card)}, ensure_ascii=False, indent=1))
    for mode, layer in layers.items():
        for field in fields(Layer):
            column = getattr(layer, field.name)
            if field.name in _DIFFERENCES:
                column = _to_planes(column)
            with archive.open(_member(f"{mode.value}/{field.name}.npy"), "w", force_zip64=True) as member:
                np.lib.format.write_array(member, column, allow_pickle=False)


def _member(name: str) -> zipfile.ZipInfo:
    """Return the head of a member without the time of day: the same ways give the same bytes."""
    member = zipfile.ZipInfo(name)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _read(archive: zipfile.ZipFile, mode: Mode, name: str) -> Numbers:
    is_packed = name in _DIFFERENCES
    info = archive.getinfo(f"{mode.value}/{name}.npy")
    with archive.open(info) as member:
        shape, _, kind = _HEADS[np.lib.format.read_magic(member)](member)
        if kind != np.dtype(np.uint8 if is_packed else _KINDS[name]) or len(shape) != 1 + is_packed:
            raise ValueError(Saying("its column {column} is not as it should be", column=name))
        if math.prod(shape) * kind.itemsize > info.file_size:  # no memory for what is not there
            raise ValueError(Saying("its column {column} is cut off", column=name))
    with archive.open(info) as member:
        column: Numbers = np.lib.format.read_array(member, allow_pickle=False)
    return _from_planes(column) if is_packed else column


def _to_planes(column: Numbers) -> Numbers:
    """Return differences, byte by byte: all lowest bytes, then all second bytes and so on, which deflate likes."""
    differences = np.diff(column.astype("<i4"), prepend=np.int32(0)).astype("<i4")
    return np.ascontiguousarray(differences.view(np.uint8).reshape(-1, 4).T)


def _from_planes(planes: Numbers) -> Numbers:
    differences = np.ascontiguousarray(planes.T).view("<i4").reshape(-1)
    return np.cumsum(differences, dtype=np.int64).astype(np.int32)
