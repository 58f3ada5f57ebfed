"""Whatever is pinned, or installed with infromap, is named with its licence."""

import importlib.metadata
import re
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from conftest import ROOT

EXTRAS = ("", "routes", "batch", "layers")
WORDS = {  # of a licence, in what packages say of theirs
    "MIT": r"MIT|jQuery|HPND",
    "BSD": r"BSD|Zlib|ISC|same as Leaflet",
    "Apache-2.0": r"Apache|Dual",
    "LGPL-3.0-only": r"LGPL-3",
    "MPL": r"MPL|Mozilla",
    "MPL-2.0": r"MPL.2|Mozilla Public License 2",
    "PSF-2.0": r"PSF|Python Software Foundation",
    "GPL-2.0-or-later": r"GPLv2|GPL-2",
}


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


def named() -> list[tuple[str, str]]:
    """Return each package of the tables, and the licence that it stands with; what is in brackets is a remark."""
    text = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = [
        row
        for table in text.split("| licence | packages |\n|---|---|\n")[1:]
        for row in table.split("\n\n")[0].splitlines()
    ]
    cells = [row.strip("| ").split(" | ") for row in rows]
    return [
        (canonicalize_name(name.strip()), licence.split(" (")[0])
        for licence, packages in cells
        for name in re.sub(r"\([^)]*\)", "", packages).split(",")
    ]


def pinned() -> set[str]:
    files = [
        ".setup/constraints.txt",
        *(str(path.relative_to(ROOT)) for path in (ROOT / ".setup" / "lock").glob("*.txt")),
    ]
    names = {
        canonicalize_name(name)
        for file in files
        for name in re.findall(r"^([\w.-]+)==", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
    }
    return names | set(
        re.findall(r"^([\w.-]+)@", (ROOT / ".setup" / "npm.txt").read_text(encoding="utf-8"), re.MULTILINE)
    )


def own_word(name: str) -> str:
    """Return what an installed package says of its licence; nothing of one that is not here."""
    try:
        about = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
    told = [about.get("License-Expression"), about.get("License"), *(about.get_all("Classifier") or [])]
    return " ".join(each[:200] for each in told if each and (not each.count("::") or each.startswith("License")))


def test_every_package_that_is_pinned_or_comes_along_is_named_once():
    names = [name for name, _ in named()]
    along = {canonicalize_name(name) for name in installed("infromap", set())} - {"infromap"}

    assert len(pinned()) > 100
    assert (pinned() | along) - set(names) == set()
    assert set(names) - pinned() - along == set()
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(("name", "licence"), [each for each in named() if own_word(each[0])])
def test_a_package_says_the_same_of_its_licence(name, licence):
    assert re.search(WORDS[licence], own_word(name)), own_word(name)
