"""Damaged files end in a value or in one line; ``make fuzz`` tries many more."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fuzz import fuzz
from readers import NAMES

pytestmark = pytest.mark.qt  # tiles belong to the window
CASES = int(os.environ.get("INFROMAP_FUZZ_CASES", "300"))


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_file_is_read_or_refused_in_one_line(name, tmp_path):
    tally = fuzz(name, range(CASES), tmp_path / "kept")

    assert tally.faults == []
    assert tally.refused  # else the damage does no harm
    assert tally.read  # else it does too much
