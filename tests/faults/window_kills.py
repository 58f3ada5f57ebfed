"""Kills a window at random moments while it is edited: ``python tests/faults/window_kills.py 200 [SEED]``.

The next window finds what was kept or saved last, or something newer, and all of it in order; it goes on from there,
until it is killed as well. Prints what was found as JSON.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).resolve().with_name("edited_window.py")
PROJECTS = 2  # of the article
_LONGEST_S = 1.5
_PATIENCE_S = 120


@dataclass
class Life:
    """What one window said from its start to its death."""

    found: list[str] | None = None
    offered: int = 0
    projects: int = 0
    made: int = 0
    kept: int = 0
    saved: int = 0
    has_begun: threading.Event = field(default_factory=threading.Event)

    def hear(self, words: dict[str, Any]) -> None:
        for name, value in words.items():
            setattr(self, name, value)
        if "made" in words:
            self.has_begun.set()


def main(times: int, seed: str = "infromap") -> dict[str, object]:
    """Kill so many windows, one after another over the same files."""
    chance = random.Random(seed)
    said: dict[str, object] = {"seed": seed, "killed": 0, "offered": 0, "edits": 0, "faults": []}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        before = Life()
        for _ in range(times):
            life = _live(Path(home), chance.uniform(0, _LONGEST_S))
            said["faults"] += _faults(before, life)
            said["killed"] += 1
            said["offered"] += bool(life.offered)
            said["edits"] = life.made
            before = life
    return said


def _faults(before: Life, life: Life) -> list[str]:
    """Return what is wrong with what a window found, as the one before it had said what it kept."""
    if life.found is None:
        return ["the window did not open"]
    count = len(life.found)
    faults = []
    if life.found != [f"edit {number}" for number in range(1, count + 1)] or life.projects != PROJECTS:
        faults.append(f"what was found is not whole: {life.projects} projects, {life.found[-3:]}")
    if not max(before.kept, before.saved) <= count <= max(before.made, before.kept):
        faults.append(f"{count} edits were found; {before.kept} were kept, {before.saved} saved, {before.made} made")
    if life.offered > 1:
        faults.append(f"{life.offered} maps were offered")
    return faults


def _live(home: Path, seconds: float) -> Life:
    """Let a window live and be edited for a while, and kill it."""
    places = {name: str(home / name) for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(PROGRAM), str(home / "project.infromap")]
    life = Life()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment) as it:
        listening = threading.Thread(
            target=lambda: [life.hear(json.loads(line)) for line in it.stdout if line[-1] == "\n"]
        )
        listening.start()
        if life.has_begun.wait(_PATIENCE_S):
            time.sleep(seconds)
        it.kill()
        listening.join()
    if life.found is not None:  # what was there at the start is kept as it was
        life.kept = max(life.kept, len(life.found) if life.offered else 0)
        life.saved = max(life.saved, 0 if life.offered else len(life.found))
        life.made = max(life.made, len(life.found))
    return life


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), *sys.argv[2:3])))
