"""The window: the only room that knows PySide6."""

from infromap.gui.app import run_window
from infromap.gui.page.picture import draw_page

__all__ = ["draw_page", "run_window"]
