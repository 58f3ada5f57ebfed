"""Loads a library without the packages that it would load beside itself if they happen to be installed."""

import importlib
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def without_packages(*names: str) -> Iterator[None]:
    """Let imports in this thread, within the context, find that these packages are not installed.

    folium and pyogrio load pandas and pyarrow where they can, for callers who give or want data frames: half
    a second for nothing. What is loaded already stays, and other threads import whatever they like.
    """
    finder = _Refusing(names)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


@contextmanager
def loaded_later(name: str) -> Iterator[None]:
    """Give imports within the context something that stands for a library, and loads it when it is first used."""
    if name in sys.modules:
        yield
        return
    stand_in = ModuleType(name)

    def step_aside() -> None:  # whoever imports the library from now on gets it
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]

    def load(wanted: str) -> object:
        if wanted.startswith("__") and wanted != "__path__":  # PySide looks at modules: no use of one
            raise AttributeError(wanted)
        step_aside()
        value = getattr(importlib.import_module(name), wanted)
        setattr(stand_in, wanted, value)
        return value

    stand_in.__getattr__ = load  # type: ignore[method-assign]
    sys.modules[name] = stand_in
    try:
        yield
    finally:
        step_aside()


@contextmanager
def with_only(name: str, **held: object) -> Iterator[None]:
    """Give imports within the context, in the place of a module, one that holds these names and no others.

    For what a library loads and uses for little, or for nothing that we ask of it; whoever imports the module later
    gets it. What is loaded already stays.
    """
    if name in sys.modules:
        yield
        return
    stand_in = ModuleType(name)
    vars(stand_in).update(held)
    sys.modules[name] = stand_in
    try:
        yield
    finally:
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]


class _Refusing:
    def __init__(self, names: Sequence[str]):
        self._names = names
        self._thread = threading.get_ident()

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> None:
        if fullname in self._names and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(f"{fullname} is left out here", name=fullname)
