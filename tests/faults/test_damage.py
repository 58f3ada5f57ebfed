"""Where files of the program are damaged, doctor and window say which, and the rest works."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
SAMPLE = (
    "geodata/gazetteer/places.sqlite",
    "geodata/basemap/world.json",
    "resources/i18n/infromap_ru.qm",
    "resources/templates/map.html",
    "resources/vocabulary/countries.toml",
)
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks")


def run(program: str, *words: object, **variables: str) -> dict:
    command = [sys.executable, str(HERE / program), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **variables})
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_commands_bear_damage_and_doctor_names_the_file(tmp_path):
    found = run("damage.py", tmp_path, *SAMPLE)

    assert found == {"damages": 25, "faults": {}}


@pytest.mark.qt
@pytest.mark.parametrize(
    ("language", "spoiled", "located", "notices"),
    [
        (
            "ru",
            {
                "geodata/gazetteer/places.sqlite": "missing",
                "resources/icons/actions/open.svg": "anything",
                "resources/i18n/infromap_ru.qm": "cut",
                "resources/i18n/ru.json": "empty",
                "resources/script/window-mark.js": "missing",
            },
            1,  # by the curated places
            ["geodata/gazetteer/places.sqlite is missing"],
        ),
        (
            "en",
            {"geodata/basemap/world.json": "cut", "geodata/facts/aiib-kazakhstan.toml": "empty"},
            2,
            ["geodata/facts/aiib-kazakhstan.toml is damaged"],
        ),
    ],
)
def test_the_window_opens_and_says_which_files_are_damaged(tmp_path, language, spoiled, located, notices):
    homes = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    (tmp_path / "tree").mkdir()

    words = [f"{name}={damage}" for name, damage in spoiled.items()]
    said = run("damaged_window.py", tmp_path / "tree", language, *words, QT_QPA_PLATFORM="offscreen", **homes)

    assert said["status"] == 0
    assert (said["features"], said["located"]) == (2, located)
    assert [notice for notice in notices if not any(each.startswith(notice) for each in said["notices"])] == []
    (message,) = said["messages"]
    assert [name for name in spoiled if name not in message] == []
