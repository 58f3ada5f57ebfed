"""Stage 3: places become a line, with its length and how it was made."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infromap.route.course import Course, Tracer
    from infromap.route.line import trace_route
    from infromap.route.stops import plan_waypoints

__all__ = ["Course", "Tracer", "plan_waypoints", "trace_route"]

_HOMES = {"Course": "course", "Tracer": "course", "plan_waypoints": "stops", "trace_route": "line"}


def __getattr__(name: str) -> object:
    """Import what traces when it is first used: every run looks into the folder of networks."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
