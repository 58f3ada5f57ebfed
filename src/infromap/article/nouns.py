"""A head noun: the word that names what is built."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from infromap.model.project import Kind

HEAD_REACH = 80  # letters


class Head(NamedTuple):
    """A head noun; offsets count from the start of the sentence. ``kind`` is None where the text leaves it open."""

    text: str
    start: int
    end: int
    kind: "Kind | None"
    linear: bool
    is_part: bool
    is_plural: bool
    is_open: bool  # its noun alone does not say the kind
    is_service: bool = False  # "drinking water": a project only where a place is named with it
