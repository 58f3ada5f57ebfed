"""Packages that only tracing needs: imported when asked for, and named where they are missing."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from infromap.errors import MissingExtraError

if TYPE_CHECKING:
    from infromap.saying import Saying

ADVICE = "pip install 'infromap[routes]'"


def import_extra(name: str, *, purpose: "Saying") -> ModuleType:
    """Import a package of the extra ``routes``.

    Raises
    ------
    MissingExtraError
        If it is not installed; the message says what for and how to get it.
    """
    try:
        return import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise MissingExtraError(
            "{purpose} needs {package}, which cannot be imported: {advice}",
            purpose=purpose,
            package=package,
            advice=ADVICE,
        ) from error
