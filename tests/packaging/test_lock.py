"""What set-up installs is what is pinned, each file by its sum, from wherever the user's registry is."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from conftest import ROOT

LOCK = ROOT / ".setup" / "lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
GOALS = {
    "run": (["hatchling", *PROJECT["dependencies"]], ["run"]),
    "test": (EXTRAS["dev"], ["run", "test"]),
    "bundle": ([*EXTRAS["layers"], *EXTRAS["routes"], *EXTRAS["bundle"]], ["run", "test", "bundle"]),
    "bench": (["pytest-benchmark"], ["run", "test", "bench"]),
    "peers": (["folium", "geopandas"], ["peers"]),
}


def locked(name: str) -> dict[str, str]:
    """Return the entries of a file: what stands behind each name and version."""
    parts = re.split(r"^([\w.-]+==[^ ]+)", (LOCK / f"{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def pins() -> set[str]:
    lines = (ROOT / ".setup" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if not line.startswith("#")]
    return {f"{canonicalize_name(name)}=={version}" for name, version in pairs}


@pytest.mark.parametrize("goal", GOALS)
def test_all_that_is_needed_is_locked(goal):
    needed, files = GOALS[goal]
    names = {entry.split("==")[0] for file in files for entry in locked(file)}

    assert {canonicalize_name(Requirement(each).name) for each in needed} - names == set()


@pytest.mark.parametrize("name", GOALS)
def test_each_entry_is_a_pinned_version_with_sums_and_no_address(name):
    entries = locked(name)

    assert entries.keys() - pins() == set()
    assert [entry for entry, sums in entries.items() if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", sums)] == []
    assert "://" not in (LOCK / f"{name}.txt").read_text(encoding="utf-8")
