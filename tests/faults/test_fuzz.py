"""Damaged files end in a value or in one line; ``make fuzz`` tries many more."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fuzz import fuzz, main
from readers import NAMES

pytestmark = pytest.mark.qt  # tiles belong to the window
FORGIVING = ("recovery", "settings")  # do without what is damaged
CASES = int(os.environ.get("INFROMAP_FUZZ_CASES", "300"))


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_file_is_read_or_refused_in_one_line(name, tmp_path):
    tally = fuzz(name, range(CASES), tmp_path / "kept")

    assert tally.faults == []
    assert tally.refused or name in FORGIVING  # else the damage does no harm
    assert tally.read  # else it does too much


def test_an_extract_that_ends_osmium_is_refused_by_the_program(tmp_path):
    tally = fuzz("osm extract", range(1690, 1693), tmp_path / "kept", seed="2026-11-26")

    assert tally.faults == []
    assert tally.refused == 3
    assert not (tmp_path / "kept").exists()


def test_a_reader_that_does_not_begin_says_why_and_others_are_tried(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["fuzz.py", "--cases", "2", "no such reader", "curated"])

    assert main() == 1
    said = capsys.readouterr().out
    assert "no such reader did not begin: " in said
    assert "KeyError: 'no such reader'" in said
    assert "curated: 2 cases" in said
