"""A layer of a GIS file, read some thousand rows at a time, as whole columns."""

import json
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath
from typing import Any

import numpy as np

from infromap.saying import Saying
from infromap.vector.extent import check_extent
from infromap.vector.shapes import ShapeReader

ROWS_AT_ONCE = 10_000

# Hears how many rows are read, and of how many (None: nobody knows). What it raises ends the reading at once.
Report = Callable[[int, int | None], None]

_NUMBERS = {"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double"}
_FIRST_INEXACT = 2**53  # integers below it are exact as floating-point numbers; the next one above it looks like it
_TEXTS = {"string", "large_string", "binary", "large_binary"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What a layer holds: geometries as the file has them, and an array of values for each field."""

    shapes: Any
    fields: tuple[str, ...]
    types: tuple[str, ...]  # GDAL's: OFTString, OFTReal…
    values: tuple[Any, ...]
    crs: str | None
    told: tuple[Saying, ...] = ()  # what GDAL warned of, and what is not as the file has it


def read_rows(source: str, layer: str, *, letters: str | None = None, report: Report | None = None) -> Rows:
    """Read a layer in one pass; other threads go on meanwhile, and ``report`` may end it after each batch.

    Parameters
    ----------
    source
        A file as GDAL names it.
    layer
        The name of the layer.
    letters
        The encoding of a Shapefile that does not state it.
    report
        Hears of each batch how many rows are read by then.

    Returns
    -------
    Rows
        Empty columns where the layer has no rows.

    Raises
    ------
    VectorError
        If there are too many rows or columns.
    """
    import nanoarrow  # slow to load, as pyogrio is, and most runs need neither
    import pyogrio
    from nanoarrow.iterator import UnregisteredExtensionWarning

    # WORKAROUND: GDAL 3.12's own Arrow batches of a FlatGeobuf with a row that is nowhere lose every place, or crash.
    pyogrio.set_gdal_config_options({"OGR_FLATGEOBUF_STREAM_BASE_IMPL": "YES"})
    parts: list[list[Any]] = []
    done = 0
    shapes = ShapeReader(source, layer)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        warnings.simplefilter("ignore", UnregisteredExtensionWarning)  # it need not know GDAL's own kinds of columns
        with pyogrio.raw.open_arrow(
            source, layer=layer, batch_size=ROWS_AT_ONCE, datetime_as_string=True, encoding=letters
        ) as opened:
            meta, reader = opened
            fields = tuple(str(name) for name in meta["fields"])
            check_extent(PurePath(source).name, columns=len(fields))  # a batch of them all takes memory at once
            for batch in nanoarrow.c_array_stream(reader):
                *columns, wkb = [column_values(batch.child(place)) for place in range(batch.n_children)]
                parts.append([*map(words_of, columns), shapes.read(wkb, done)])
                done += len(batch)
                check_extent(PurePath(source).name, columns=len(fields), rows=done)
                if report:
                    report(done, None)
    whole = [join_pieces(pieces) for pieces in zip(*parts, strict=True)] or [_objects([])] * (len(fields) + 1)
    return Rows(
        shapes=whole[-1],
        fields=fields,
        types=tuple(meta["ogr_types"]),
        values=tuple(whole[: len(fields)]),
        crs=meta["crs"],
        told=(*_tell_warnings(told), *shapes.told(), *_tell_guess(layer, letters)),
    )


def _tell_warnings(told: Iterable[warnings.WarningMessage]) -> list[Saying]:
    return [Saying(" ".join(str(each.message).split())) for each in told]


def _tell_guess(layer: str, letters: str | None) -> list[Saying]:
    if letters in (None, "UTF-8"):
        return []
    told = "{layer} does not say its encoding; read as {letters}, check that it is so"
    return [Saying(told, layer=layer, letters=letters)]


def words_of(column: Any) -> Any:
    """Return a column in which bytes have become text, or the number of them where they are none."""
    if not isinstance(next((each for each in column if each is not None), None), bytes):  # all are of one kind
        return column
    return _objects([None if each is None else _word_of(each) for each in column])


def _word_of(content: bytes) -> str:
    if b"\0" not in content:
        with suppress(UnicodeDecodeError):
            return content.decode()
    return f"{len(content):,} bytes"


def column_values(array: Any) -> Any:
    """Return an Arrow array as numpy has it: numbers with NaN for nothing, or objects with None for nothing."""
    view = array.view()
    kind, count, start = view.storage_type, len(array), view.offset
    buffers = list(view.buffers)
    present = _present(buffers[0], count, start) if view.null_count else np.ones(count, dtype=bool)
    if kind in _NUMBERS and not _is_date(array):
        return _numbers(np.asarray(buffers[1])[start : start + count], present)
    if kind in _TEXTS:
        ends = np.asarray(buffers[1])[start : start + count + 1].tolist()
        return _texts(ends, bytes(buffers[2]), present, is_text=kind.endswith("string"))
    import nanoarrow

    return _objects([_plain(each) for each in nanoarrow.Array(array).iter_py()])


def _present(bits: Any, count: int, start: int) -> Any:
    flags = np.unpackbits(np.frombuffer(bits, dtype=np.uint8), bitorder="little")
    return flags[start : start + count].astype(bool)


def _is_date(array: Any) -> bool:
    return bool(array.schema.format.startswith("t"))  # days and milliseconds are stored as numbers


def _numbers(numbers: Any, present: Any) -> Any:
    if present.all():
        return numbers.copy()  # the batch goes, and its memory with it
    if _is_exact_as_real(numbers[present]):
        return np.where(present, numbers, np.nan)
    return np.where(present, numbers.astype(object), None)


def _texts(ends: list[int], data: bytes, present: Any, *, is_text: bool) -> Any:
    is_ascii = is_text and data.isascii()
    whole: Any = data.decode() if is_ascii else data
    pieces: list[Any] = [whole[begin:end] for begin, end in pairwise(ends)]
    if is_text:
        words = pieces if is_ascii else [piece.decode("utf-8", "replace") for piece in pieces]
        known: dict[str, str] = {}
        pieces = list(map(known.setdefault, words, words))  # columns say the same again and again: one word, many rows
    return np.where(present, _objects(pieces), None)


def _objects(values: list[Any]) -> Any:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def _plain(value: Any) -> Any:
    """Return truth as it is; dates as ISO 8601 has them, lists and what has parts as JSON."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def join_pieces(pieces: tuple[Any, ...]) -> Any:
    """Put the pieces of a column together; integers that a floating-point number cannot hold stay exact."""
    if len({each.dtype.kind for each in pieces}) > 1 and not all(map(_is_exact_as_real, pieces)):
        return np.concatenate(
            [np.where(each != each, None, each.astype(object)) for each in pieces]
        )  # NaN is not itself
    return np.concatenate(pieces)


def _is_exact_as_real(numbers: Any) -> bool:
    if numbers.dtype == object:  # what no number of numpy's can hold
        return False
    return numbers.dtype.kind == "f" or bool((np.abs(numbers.astype(float)) < _FIRST_INEXACT).all())
