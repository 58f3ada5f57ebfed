"""Whatever is installed with infromap is named with its licence."""

import importlib.metadata
import re
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement

from conftest import ROOT

EXTRAS = ("", "routes", "batch", "layers")


def installed(name: str, seen: set[str]) -> Iterator[str]:
    """Yield the distributions that come with one, itself first."""
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return
    called = found.metadata["Name"]
    if called in seen:
        return
    seen.add(called)
    yield called
    extras = EXTRAS if called == "infromap" else ("",)
    for text in found.requires or ():
        wanted = Requirement(text)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in extras):
            yield from installed(wanted.name, seen)


def test_every_package_that_comes_along_is_named_with_its_licence():
    words = set(re.findall(r"[\w.-]+", (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")))
    found = set(installed("infromap", set()))
    if "PySide6" not in found:
        pytest.skip("the packages are not installed here")

    assert found - {"infromap"} - words == set()
