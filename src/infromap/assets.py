"""Where the files that come with infromap are found.

A wheel carries ``resources/`` and ``geodata/`` inside the package; a checkout and an editable
install have them at the top level. Nothing else in the program looks for files of ours.
"""

from pathlib import Path

from infromap.errors import DataError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def resource_path(name: str) -> Path:
    """Return the path of a file or folder under ``resources/``, such as ``style/page.css``."""
    return _find("resources", name)


def geodata_path(name: str) -> Path:
    """Return the path of a file or folder under ``geodata/``, such as ``basemap/world.json``."""
    return _find("geodata", name)


def bundled_article() -> Path:
    """Return the article that is shown when no other is named: the newest of those that come along."""
    articles = sorted(geodata_path("articles").glob("*.txt"))
    if not articles:
        raise DataError("geodata/articles holds no article; install infromap again")
    return articles[-1]


def _find(stock: str, name: str) -> Path:
    for home in (_PACKAGE, _CHECKOUT):
        path = home / stock / name
        if path.exists():
            return path
    raise DataError(f"{stock}/{name} is missing from this installation; install infromap again")
