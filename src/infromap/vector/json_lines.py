"""GeoJSON whose features stand one behind another, on a line each or behind the sign of RFC 8142."""

import re
from pathlib import PurePath
from typing import IO

from infromap.errors import VectorError
from infromap.saying import Saying
from infromap.vector.opening import JSON_LINES_SUFFIXES

_MARK = b"\xef\xbb\xbf"  # of UTF-8; GDAL would pass over the first feature for it
_SIGN = b"\x1e"  # stands before each text of a sequence as RFC 8142 has it, and nowhere within one
_BLANK = b" \t\r"
_START = re.compile(rb"\n[^\n]")
_COLLECTION = re.compile(rb'\s*\{[^{}\[\]]*"type"\s*:\s*"FeatureCollection"')
_SPREAD = re.compile(rb"\s*\{[^}\r\n]*[\r\n]\s*[^\s{]")  # an object that goes on below
_TWO_LINES = re.compile(rb'\s*\{[^\r\n]*"(Feature|geometry|coordinates)"[^\r\n]*\}\s*[\r\n]\s*\{')
_BLOCK = 1_000_000
_DRIVER = "GeoJSONSeq:"


def holds_lines(suffix: str, head: bytes) -> bool:
    """Tell by a file's suffix and first bytes whether its features stand one behind another.

    One object over the whole file that is only called so is none of them; a ``.geojson`` or ``.json`` with a feature
    on each line is.
    """
    start = head.removeprefix(_MARK)
    if suffix in JSON_LINES_SUFFIXES:
        return start.startswith(_SIGN) or not (_COLLECTION.match(start) or _SPREAD.match(start))
    return suffix in (".geojson", ".json") and (start.startswith(_SIGN) or _TWO_LINES.match(start) is not None)


def lines_source(source: str, head: bytes) -> str:
    """Return what GDAL is to open, so that it takes the file for nothing else."""
    behind_mark = f"/vsisubfile/{len(_MARK)},{source}" if head.startswith(_MARK) else source
    return _DRIVER + behind_mark


def count_texts(file: IO[bytes]) -> int:
    """Return how many texts stand in a file: behind signs, or on lines that are not blank."""
    count, last, has_signs = 0, b"\n", None
    while block := file.read(_BLOCK):
        if has_signs is None:
            has_signs = block.removeprefix(_MARK).startswith(_SIGN)
        if has_signs:
            count += block.count(_SIGN)
        elif lines := block.translate(None, delete=_BLANK):
            count += len(_START.findall(last + lines))
            last = lines[-1:]
    return count


def tell_lost(source: str, texts: int | None, read: int) -> list[Saying]:
    """Say how many texts of a file are no features: GDAL passes over them without a word.

    Parameters
    ----------
    source
        As GDAL names the file.
    texts
        How many there are, None where nobody has counted.
    read
        How many have become rows.

    Raises
    ------
    VectorError
        If none has.
    """
    if not source.startswith(_DRIVER) or texts is None or read >= texts:
        return []
    name = PurePath(source).name
    if not read:
        raise VectorError(
            "{name} cannot be read: it is not {kind}; check where it comes from", name=name, kind="GeoJSON"
        )
    told = "{file}: {lost:,} of {count:,} lines are no features and are left out"
    return [Saying(told, file=name, lost=texts - read, count=texts)]
