"""Where the files that come with infromap are found.

A wheel carries ``resources/`` and ``geodata/`` inside the package; a checkout and an editable
install have them at the top level. Nothing else in the program looks for files of ours.
"""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from infromap.errors import DataError, reason_of
from infromap.saying import Saying

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent
Value = TypeVar("Value")
logger = logging.getLogger(__name__)

OUTER_SVG_TAG = re.compile(r".*?<svg[^>]*>(?P<body>.*)</svg>.*", re.DOTALL)

_WORDS = 120  # letters of what a library says


def resource_path(name: str) -> Path:
    """Return the path of a file or folder under ``resources/``, such as ``style/page.css``."""
    return _find("resources", name)


def geodata_path(name: str) -> Path:
    """Return the path of a file or folder under ``geodata/``, such as ``basemap/world.json``."""
    return _find("geodata", name)


def read_resource(name: str) -> str:
    """Return the text of a file under ``resources/``; DataError if it is missing or damaged."""
    return read_text(resource_path(name))


def read_text(path: Path) -> str:
    """Return the text of a file of ours.

    Raises
    ------
    DataError
        If it is missing, empty, or no text in UTF-8.
    """
    with reading(path):
        if path.exists() and not path.is_file():  # a pipe would be waited for, a device read without end
            raise ValueError(Saying("it is no file"))
        text = path.read_text(encoding="utf-8")
        if not text.strip():
            raise ValueError(Saying("it is empty"))
    return text


def read_svg(path: Path) -> str:
    """Return a drawing of ours; DataError if it is missing or damaged."""
    text = read_text(path)
    if not OUTER_SVG_TAG.fullmatch(text):
        raise damaged(path, Saying("it is no SVG"))
    return text


def list_own_files() -> list[Path]:
    """Return all files of ours that are there and that the program may read, in their order."""
    stocks = [_find(stock, ".") for stock in ("resources", "geodata")]
    paths = [path for stock in stocks for path in sorted(stock.rglob("*")) if path.is_file()]
    return [path for path in paths if not {"build", "desktop", "__pycache__"} & set(path.parts[len(stocks[0].parts) :])]


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Let whatever goes wrong in the reading of a file of ours be a DataError that names it."""
    try:
        yield
    except DataError:
        raise
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise damaged(path, reason_of(error)) from error


def damaged(path: Path, reason: str) -> DataError:
    """Return the error of a file of ours, which is named by its place below the program's folder."""
    said = reason if isinstance(reason, Saying) and len(reason) <= _WORDS else " ".join(reason.split())[:_WORDS]
    return DataError("{path} is damaged ({reason}); install infromap again", path=_shown(path), reason=said)


def read_or_without(read: Callable[[], Value], instead: Value) -> tuple[Value, tuple[Saying, ...]]:
    """Return what is read and nothing; or, where a file of ours is damaged, what stands for it and what is to say."""
    try:
        return read(), ()
    except DataError as error:
        logger.warning("%s", error)
        return instead, (error.saying,)


def bundled_article() -> Path:
    """Return the article that is shown when no other is named: the newest of those that come along."""
    articles = sorted(geodata_path("articles").glob("*.txt"))
    if not articles:
        raise DataError("geodata/articles holds no article; install infromap again")
    return articles[-1]


def _shown(path: Path) -> str:
    home = next((home for home in (_PACKAGE, _CHECKOUT) if path.is_relative_to(home)), None)
    return (path.relative_to(home) if home else path).as_posix()


def _find(stock: str, name: str) -> Path:
    for home in (_PACKAGE, _CHECKOUT):
        path = home / stock / name
        if path.exists():
            return path
    raise DataError("{what} is missing from this installation; install infromap again", what=f"{stock}/{name}")
