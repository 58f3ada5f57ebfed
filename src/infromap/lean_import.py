"""Loads a library without the packages that it would load beside itself if they happen to be installed."""

import importlib
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from types import ModuleType
from typing import Any


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
def loaded_later(name: str, *taken: str) -> Iterator[None]:
    """Give imports within the context something that stands for a library, and loads it when it is first used.

    ``taken`` are classes and functions that are taken from it at once, by ``from library import Thing`` or in a
    signature: something stands for each of them, too, which can be called and asked whether it is the class of a value.
    Modules within such a library cannot be imported in the context.
    """
    if name in sys.modules:
        yield
        return
    stand_in = ModuleType(name)

    def step_aside() -> None:  # whoever imports the library from now on gets it
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]

    def find(wanted: str) -> Any:
        step_aside()
        return getattr(importlib.import_module(name), wanted)

    def load(wanted: str) -> object:
        if wanted.startswith("__") and (taken or wanted != "__path__"):  # PySide looks at modules: no use of one
            raise AttributeError(wanted)
        value = find(wanted)
        setattr(stand_in, wanted, value)
        return value

    stand_in.__getattr__ = load  # type: ignore[method-assign]
    vars(stand_in).update({each: _Taken(partial(find, each)) for each in taken})
    sys.modules[name] = stand_in
    try:
        yield
    finally:
        step_aside()


class _Taken:
    """Stands for a class or a function of a library that is loaded later."""

    def __init__(self, find: Callable[[], Any]):
        self._find = find

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return self._find()(*arguments, **options)

    def __instancecheck__(self, value: object) -> bool:
        return isinstance(value, self._find())


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
