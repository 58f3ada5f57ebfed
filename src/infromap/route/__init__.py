"""Stage 3: places become a line, with its length and how it was made."""

from infromap.route.course import Course, Tracer
from infromap.route.line import trace_route
from infromap.route.stops import plan_waypoints

__all__ = ["Course", "Tracer", "plan_waypoints", "trace_route"]
