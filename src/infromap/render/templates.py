"""Templates of folium that are compiled when they are first rendered."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jinja2 import Environment, Template


@contextmanager
def templates_later() -> Iterator[None]:
    """Let templates that are made within the context be compiled by their first use.

    folium has one in each of its 45 classes and compiles all of them when it is imported, which takes longer than
    an article's page; ours uses none of them.
    """
    compile_now = Environment.from_string

    def from_string(environment: Environment, source: Any, *arguments: Any, **options: Any) -> Any:
        return _LaterTemplate(lambda: compile_now(environment, source, *arguments, **options))

    Environment.from_string = from_string  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        Environment.from_string = compile_now  # type: ignore[method-assign]


class _LaterTemplate:
    """Stands for a template until something is asked of it."""

    def __init__(self, make: Any):
        self._make = make
        self._template: Template | None = None

    def __getattr__(self, name: str) -> Any:
        if self._template is None:
            self._template = self._make()
        return getattr(self._template, name)
