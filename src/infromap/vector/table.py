"""How a table of text is written: its letters, its separator, and the columns that hold coordinates."""

import codecs
import csv
import io
import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

import shapely

from infromap.errors import VectorError
from infromap.vector.opening import check_file
from infromap.vector.systems import Box

SEPARATORS = (",", ";", "\t", "|")
ENCODINGS = ("utf-8-sig", "cp1251", "gb18030", "cp1252", "utf-16")
DEGREES = "EPSG:4326"

_HEAD_BYTES = 200_000
_SAMPLE_ROWS = 200
_NEAR = 5.0  # degrees
_LARGEST_CELL = 2**31 - 1  # a polygon as WKT is longer than the csv module expects

_X_NAMES = {"lon", "lng", "long", "longitude", "x", "долгота", "бойлық", "经度"}
_Y_NAMES = {"lat", "latitude", "y", "широта", "ендік", "纬度"}
_WKT_NAMES = {"wkt", "the_geom", "geom", "geometry", "shape"}
WKT_SYSTEM = re.compile(r"\s*SRID=\d+;", re.IGNORECASE)
_WKT = re.compile(
    r"\s*(SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(Z|M|ZM)?\s*(\(|EMPTY)", re.IGNORECASE
)
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_COMMA_NUMBER = re.compile(r"[+-]?\d+,\d+")

Cells = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFormat:
    """How a table is to be read; columns are counted from 0, and None where there is none."""

    encoding: str
    separator: str
    has_decimal_comma: bool = False
    has_header: bool = True
    x: int | None = None
    y: int | None = None
    wkt: int | None = None
    crs: str | None = None  # None: longitude and latitude if the numbers are degrees, else not known
    is_sure: bool = False  # whether the letters are Unicode and the columns say by their names what they hold

    @property
    def has_place(self) -> bool:
        """Whether it says where coordinates stand."""
        return self.wkt is not None or (self.x is not None and self.y is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableHead:
    """The names of the columns and the first rows, as many cells in each."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def guess_table(path: Path) -> TableFormat:
    """Return how a table seems to be written.

    Columns of coordinates are found by their names, else by what they hold: text that begins as WKT does, or the
    only two columns of decimals, if one of them goes beyond 90 and so can only be the longitude.

    Raises
    ------
    VectorError
        If the file does not exist or is no text.
    """
    content = _read_start(path)
    encoding = _guess_encoding(content)
    form = guess_text(_decode(content, encoding), encoding)
    if form is None:
        raise VectorError(f"{path} is empty; choose another file")
    return form


def guess_text(text: str, encoding: str = ENCODINGS[0]) -> TableFormat | None:
    """Return how the beginning of a table seems to be written, as ``guess_table``; None if it is empty."""
    separator = _guess_separator(text)
    lines = _split(text, separator, _SAMPLE_ROWS)
    if not lines:
        return None
    has_comma = separator != "," and any(_COMMA_NUMBER.fullmatch(cell.strip()) for row in lines[1:] for cell in row)
    has_header = not any(map(is_number, lines[0])) or any(_is_named(cell, _X_NAMES | _Y_NAMES) for cell in lines[0])
    form = TableFormat(encoding=encoding, separator=separator, has_decimal_comma=has_comma, has_header=has_header)
    return guess_columns(form, _head(text, form))


def guess_columns(form: TableFormat, head: TableHead) -> TableFormat:
    """Return the format with the columns that seem to hold coordinates."""
    columns = head.columns
    x, y, wkt = (_find_named(columns, names) for names in (_X_NAMES, _Y_NAMES, _WKT_NAMES))
    if wkt is None or not _holds_wkt(head, wkt):
        wkt = next((place for place in range(len(columns)) if _holds_wkt(head, place)), None)
    is_utf = form.encoding.startswith("utf")
    if x is not None and y is not None:
        return replace(form, x=x, y=y, wkt=None, is_sure=is_utf and _are_degrees(form, head, x, y))
    if wkt is not None:
        return replace(form, x=None, y=None, wkt=wkt, is_sure=is_utf)
    x, y = _find_degrees(form, head)
    return replace(form, x=x, y=y, wkt=None, is_sure=False)


def read_head(path: Path, form: TableFormat) -> TableHead:
    """Return the first rows of a table as it would be read.

    Raises
    ------
    VectorError
        If the file does not exist.
    """
    return _head(_decode(_read_start(path), form.encoding), form)


def _head(text: str, form: TableFormat) -> TableHead:
    lines = _split(text, form.separator, _SAMPLE_ROWS + 1)
    width = max(map(len, lines), default=0)
    names = column_names(lines[0] if lines and form.has_header else [], width)
    rows = lines[1:] if form.has_header else lines
    return TableHead(columns=names, rows=tuple(tuple(fit(row, width)) for row in rows[:_SAMPLE_ROWS]))


def is_wkt(text: str) -> bool:
    """Tell whether a text begins as a geometry in WKT does."""
    return _WKT.match(text) is not None


def column_names(header: Cells, width: int) -> tuple[str, ...]:
    """Return a name for each column, by its number where the header has none."""
    named = [cell.strip() for cell in header]
    return tuple(
        named[place] if place < len(named) and named[place] else f"column {place + 1}" for place in range(width)
    )


def fit(row: Cells, width: int) -> list[str]:
    """Return a row of so many cells: cut, or filled with empty ones."""
    return [*row[:width], *[""] * (width - len(row))]


def says_degrees(form: TableFormat, names: Cells) -> bool:
    """Tell whether the columns of coordinates are called longitude and latitude, and not X and Y."""
    if form.x is None or form.y is None:
        return False
    return names[form.x].strip().casefold() != "x" and names[form.y].strip().casefold() != "y"


def swap_advice(form: TableFormat, head: TableHead, x: int, y: int) -> bool:
    """Tell whether the numbers say that latitude and longitude are exchanged: latitudes beyond 90, longitudes never."""
    xs, ys = (_numbers(form, head, place) for place in (x, y))
    return bool(xs and ys) and 90 < max(map(abs, ys)) <= 180 and max(map(abs, xs)) <= 90


def fits_exchanged(form: TableFormat, head: TableHead, around: Box | None) -> bool:
    """Tell whether the first rows would lie in a box of degrees, and do not, if longitude and latitude were exchanged.

    In half the world both numbers may be either, and only what else is on a map tells; five degrees beyond it count as
    within. Where the box goes over 180°, or is none, nothing is told.
    """
    if around is None or form.x is None or form.y is None or form.crs not in (None, DEGREES):
        return False
    xs, ys = _numbers(form, head, form.x), _numbers(form, head, form.y)
    if not xs or not ys:
        return False
    x, y = median(xs), median(ys)
    return not _is_near(x, y, around) and _is_near(y, x, around)


def _is_near(lon: float, lat: float, box: Box) -> bool:
    west, south, east, north = box
    return west - _NEAR <= lon <= east + _NEAR and south - _NEAR <= lat <= north + _NEAR


def table_box(form: TableFormat, head: TableHead) -> Box | None:
    """Return the box of the first rows in their own numbers; None if they have no place."""
    if form.wkt is not None:
        shapes = shapely.from_wkt([WKT_SYSTEM.sub("", row[form.wkt]) for row in head.rows], on_invalid="ignore")
        west, south, east, north = map(float, shapely.total_bounds(shapes))
        return None if math.isnan(west) else (west, south, east, north)
    if form.x is None or form.y is None:
        return None
    xs, ys = _numbers(form, head, form.x), _numbers(form, head, form.y)
    return (min(xs), min(ys), max(xs), max(ys)) if xs and ys else None


def is_number(cell: str, *, has_decimal_comma: bool = False) -> bool:
    """Tell whether a cell holds a number."""
    return _NUMBER.fullmatch(plain_number(cell, has_decimal_comma=has_decimal_comma)) is not None


def plain_number(cell: str, *, has_decimal_comma: bool) -> str:
    """Return the text of a number as Python reads it."""
    return cell.strip().replace(",", ".") if has_decimal_comma else cell.strip()


@contextmanager
def reading_text(path: Path) -> Iterator[None]:
    """Turn what the reading of a text raises into one line.

    Raises
    ------
    VectorError
        If what is done with the file here fails.
    """
    try:
        yield
    except (OSError, csv.Error) as error:
        raise VectorError(f"{path} cannot be read: {error}; save it as UTF-8 text") from error


def split_rows(lines: io.TextIOBase, separator: str) -> "csv._reader":  # type: ignore[name-defined]  # no public name
    """Return the rows of a text as lists of cells, cells of any length."""
    csv.field_size_limit(_LARGEST_CELL)
    return csv.reader(lines, delimiter=separator)


def _read_start(path: Path) -> bytes:
    check_file(path)
    with reading_text(path), path.open("rb") as file:
        return file.read(_HEAD_BYTES)


def _decode(content: bytes, encoding: str) -> str:
    """Return the text of the beginning of a file, which may end within a letter."""
    return codecs.getincrementaldecoder(encoding)(errors="replace").decode(content)


def _guess_encoding(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8-sig")().decode(content)
    except UnicodeDecodeError:
        return "gb18030" if _is_chinese(content) else "cp1251"
    return "utf-8-sig"


def _is_chinese(content: bytes) -> bool:
    """Tell GB18030 from Cyrillic letters: common Chinese letters begin with other bytes than small Cyrillic ones."""
    try:
        text = codecs.getincrementaldecoder("gb18030")().decode(content)
    except UnicodeDecodeError:
        return False
    begins = [letter.encode("gb18030")[0] for letter in text if letter > "\x7f"]
    return sum(0xB0 <= each <= 0xD7 for each in begins) > 0.7 * len(begins)


def _guess_separator(text: str) -> str:
    """Return the separator that cuts the most rows into the same number of cells, the more the better."""
    return max(SEPARATORS, key=lambda separator: _evenness(_split(text, separator, 20)))


def _evenness(rows: Sequence[Cells]) -> tuple[float, int]:
    widths = [len(row) for row in rows]
    width = max(widths, key=widths.count, default=1)
    return (widths.count(width) / len(widths), width) if width > 1 else (0.0, 1)


def _split(text: str, separator: str, limit: int) -> list[list[str]]:
    """Return the first rows that are not blank."""
    rows: list[list[str]] = []
    for row in split_rows(io.StringIO(text, newline=""), separator):
        if any(row):
            rows.append(row)
        if len(rows) == limit:
            break
    return rows


def _is_named(column: str, names: set[str]) -> bool:
    return column.strip().casefold() in names


def _find_named(columns: Cells, names: set[str]) -> int | None:
    """Return the column that is called so; else the only one that has such a word in its name."""
    for place, column in enumerate(columns):
        if _is_named(column, names):
            return place
    longer = [each for each in names if len(each) > 1]
    having = [
        place for place, column in enumerate(columns) if set(re.findall(r"[^\W\d_]+", column.casefold())) & set(longer)
    ]
    return having[0] if len(having) == 1 else None


def _holds_wkt(head: TableHead, place: int) -> bool:
    cells = [row[place] for row in head.rows if row[place].strip()]
    return bool(cells) and all(map(is_wkt, cells))


def _are_degrees(form: TableFormat, head: TableHead, x: int, y: int) -> bool:
    xs, ys = (_numbers(form, head, place) for place in (x, y))
    return bool(xs and ys) and max(map(abs, xs)) <= 360 and max(map(abs, ys)) <= 90


def _find_degrees(form: TableFormat, head: TableHead) -> tuple[int, int] | tuple[None, None]:
    """Return the columns of longitude and latitude where the numbers alone prove which they are."""
    found = [place for place in range(len(head.columns)) if _holds_degrees(form, head, place)]
    if len(found) != 2:
        return None, None
    first, second = (max(map(abs, _numbers(form, head, place))) for place in found)
    if (first > 90) == (second > 90):
        return None, None
    return (found[0], found[1]) if first > 90 else (found[1], found[0])


def _holds_degrees(form: TableFormat, head: TableHead, place: int) -> bool:
    cells = [row[place] for row in head.rows if row[place].strip()]
    numbers = _numbers(form, head, place)
    has_decimals = any("." in cell or ("," in cell and form.has_decimal_comma) for cell in cells)
    return bool(cells) and len(numbers) == len(cells) and has_decimals and max(map(abs, numbers)) <= 180


def _numbers(form: TableFormat, head: TableHead, place: int) -> list[float]:
    texts = [plain_number(row[place], has_decimal_comma=form.has_decimal_comma) for row in head.rows]
    return [float(text) for text in texts if _NUMBER.fullmatch(text)]
