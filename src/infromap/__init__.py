"""infromap turns a news article about infrastructure finance into a map that can be trusted and sent on.

>>> from pathlib import Path
>>> import infromap
>>> article = infromap.read_article(Path("article.txt"))  # doctest: +SKIP
>>> infromap.save_map(infromap.build_map(article), Path("map.html"))  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.article import parse_article, read_article
    from infromap.export import save_map
    from infromap.pipeline import build_map
    from infromap.render import render_html

__version__ = "0.1.0"
USER_AGENT = f"infromap/{__version__} (maps articles about infrastructure finance)"
__all__ = ["__version__", "build_map", "parse_article", "read_article", "render_html", "save_map"]

_HOMES = {
    "build_map": "infromap.pipeline",
    "parse_article": "infromap.article",
    "read_article": "infromap.article",
    "render_html": "infromap.render",
    "save_map": "infromap.export",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that no command loads what it does not need."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'infromap' has no attribute {name!r}")
