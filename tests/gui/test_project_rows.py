"""The projects of a map as rows of the attribute table."""

import pytest

from corrections import IRGIZ, choose, edit
from infromap.gui.table.project_rows import projects_layer
from infromap.pipeline import open_map
from infromap.render.strings import load_strings
from infromap.session import apply_corrections


@pytest.mark.parametrize("language", ["en", "kk"])
def test_what_was_corrected_by_hand_has_the_day_of_its_last_correction(brief, language):
    base = open_map(brief)
    road = base.features[3]
    made = [
        choose(road, "Ulgaisyn", IRGIZ, date="2026-11-20"),
        edit(road, "note", "seen", date="2026-11-26"),
        edit(base.features[0], "note", "seen", date="2026-11-21"),
    ]
    strings = load_strings(language)

    rows = projects_layer(apply_corrections(base, made), strings)

    days = rows.column(strings["row.corrected"]).values.tolist()
    assert days == ["2026-11-21", None, None, "2026-11-26", None]
