"""The window: the only room that knows PySide6."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.gui.app import run_window
    from infromap.gui.page.picture import draw_page

__all__ = ["draw_page", "run_window"]

_HOMES = {"draw_page": "page.picture", "run_window": "app"}


def __getattr__(name: str) -> object:
    """Import one of the two when it is asked for: a window draws no picture when it starts."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
