"""How fast articles are read and names are looked up, beside flashgeotext on the same texts in the same run.

flashgeotext finds names of cities and countries in a text, and nothing else; we find projects with their sums,
sizes, dates and people, look every place up and make the map document. ``make bench`` installs it in ``.venv-bench``;
nothing else needs it. The ratios are the result: they hold on other machines, the times do not.

Usage: ``reading.py [FOLDER]``, with a folder of more articles.
"""

import json
import platform
import statistics
import subprocess
import sys
import time
import tomllib
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MORE = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "articles"
PEER_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
RECORD = ROOT / "docs" / "performance.md"
HEADING = "## Reading and places"
ROUNDS = 7

PEER = """
import json, sys, time
from flashgeotext.geotext import GeoText
read = GeoText().extract
"""
OURS = """
import json, sys, time
from infromap.article import parse_article
from infromap.gazetteer import open_places
from infromap.pipeline import build_map
places = open_places()
read = lambda text: build_map(parse_article(text, source="x"), gazetteer=places)
"""
OURS_EXTRACT = """
import json, sys, time
from infromap.article import extract_projects, parse_article
read = lambda text: extract_projects(parse_article(text, source="x"))
"""
LOOP = """
texts, seconds = json.load(sys.stdin), []
for _ in range(8):
    begin = time.process_time()  # of the processor: other work on the machine does not count
    for text in texts:
        read(text)
    seconds.append(time.process_time() - begin)
print(json.dumps([len(texts) / each for each in seconds]))
"""
PEER_ONCE = """
import json, sys
from flashgeotext.geotext import GeoText
print(json.dumps(GeoText().extract(open(sys.argv[1], encoding="utf-8").read())))
"""


def main() -> None:
    """Print the tables and write them into the record."""
    if not PEER_PYTHON.exists():
        raise SystemExit("flashgeotext is not installed; run: make bench")
    text = "\n".join([HEADING, "", *reading_table(), "", *lookup_table(), ""])
    print(text)
    write_section(text, HEADING)


def reading_table() -> list[str]:
    """Return the rows of articles per second and of the whole process."""
    where = f"{date.today().isoformat()}, {platform.machine()}, Python {platform.python_version()}"
    lines = [f"{where}; medians; ratio: flashgeotext = 1, larger is faster; articles a second of processor time.", ""]
    lines += ["| what | flashgeotext | infromap | ratio |", "|---|---|---|---|"]
    for name, texts in corpora().items():
        peer, extract, whole = (rates(*each, texts) for each in programs())
        lines.append(row(f"{name}: articles/s, projects alone", peer[1], extract[1]))
        lines.append(row(f"{name}: articles/s, the whole map document", peer[1], whole[1]))
        lines.append(row(f"{name}: the first round of a new process", peer[0], whole[0]))
    brief = newest_brief()
    peer_s, our_s = whole_process(brief)
    lines.append(
        f"| start of the process to the answer for the brief | {peer_s:.2f} s | {our_s:.2f} s | {peer_s / our_s:.2f} |"
    )
    return lines


def row(what: str, peer: float, ours: float) -> str:
    """Return a row of rates."""
    return f"| {what} | {peer:,.0f} | {ours:,.0f} | {ours / peer:.3f} |"


def programs() -> tuple[tuple[Path | str, str], ...]:
    """Return the interpreters and codes of the peer, of our extraction, and of our whole way."""
    return (PEER_PYTHON, PEER), (sys.executable, OURS_EXTRACT), (sys.executable, OURS)


def corpora() -> dict[str, list[str]]:
    """Return the texts: the bundled brief and the test passages, and the shared articles where they are."""
    passages = tomllib.loads((ROOT / "tests" / "data" / "passages.toml").read_text(encoding="utf-8"))["passage"]
    found = {"brief and passages": [newest_brief().read_text(encoding="utf-8"), *(each["text"] for each in passages)]}
    if MORE.is_dir():
        found["news articles"] = [path.read_text(encoding="utf-8") for path in sorted(MORE.glob("*.txt"))]
    return {
        f"{name} ({len(texts)} × {sum(map(len, texts)) // len(texts)} letters)": texts for name, texts in found.items()
    }


def newest_brief() -> Path:
    """Return the bundled article."""
    return max((ROOT / "geodata" / "articles").glob("*.txt"))


def rates(python: Path | str, code: str, texts: list[str]) -> tuple[float, float]:
    """Return articles per second in the first round of one process, and the median of the others."""
    run = subprocess.run(
        [python, "-c", code + LOOP], input=json.dumps(texts), capture_output=True, text=True, check=True, timeout=600
    )
    first, *others = json.loads(run.stdout)
    return first, statistics.median(others)


def whole_process(path: Path) -> tuple[float, float]:
    """Return the seconds from the start of a process to its answer, for the peer and for us, in turn."""
    commands = ([PEER_PYTHON, "-c", PEER_ONCE, path], [sys.executable, "-m", "infromap", "extract", path])
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for command, into in zip(commands, seconds, strict=True):
            begin = time.perf_counter()
            subprocess.run(command, capture_output=True, check=True, timeout=120)
            into.append(time.perf_counter() - begin)
    return statistics.median(seconds[0]), statistics.median(seconds[1])


def lookup_table() -> list[str]:
    """Return lookups per second: each name once, so that nothing is remembered."""
    import random
    import sqlite3

    from infromap.assets import geodata_path
    from infromap.gazetteer import open_places

    database = sqlite3.connect(f"{geodata_path('gazetteer/places.sqlite').as_uri()}?mode=ro", uri=True)
    rows = database.execute("SELECT name, country FROM place").fetchall()
    database.close()
    sample = random.Random(1).sample(rows, 2_000)
    asked = {
        "names as they are": sample,
        "with one letter wrong": [(misspelt(name), country) for name, country in sample[:500]],
    }
    lines = [f"Lookups among {len(rows):,} places, each name asked once, with its country:", ""]
    lines += ["| names | lookups/s | p50 | p99 |", "|---|---|---|---|"]
    for what, names in asked.items():
        with open_places() as places:
            places.candidates("Almaty")  # opens the file
            seconds = sorted(lookup_seconds(places, *each) for each in names)
        p50, p99 = (seconds[int(len(seconds) * part)] * 1000 for part in (0.5, 0.99))
        lines.append(f"| {len(names):,} {what} | {len(seconds) / sum(seconds):,.0f} | {p50:.2f} ms | {p99:.2f} ms |")
    return lines


def lookup_seconds(places: object, name: str, country: str) -> float:
    """Return how long one lookup takes."""
    begin = time.perf_counter()
    places.candidates(name, country=country)  # type: ignore[attr-defined]
    return time.perf_counter() - begin


def misspelt(name: str) -> str:
    """Return a name with two letters in its middle changed over."""
    middle = len(name) // 2
    return name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :] if len(name) > 3 else name


def write_section(text: str, heading: str) -> None:
    """Put the section into the record in place of the older one; other sections stay."""
    old = RECORD.read_text(encoding="utf-8") if RECORD.exists() else "# Performance\n"
    before, found, behind = old.partition(heading)
    rest = behind[behind.find("\n## ") + 1 :] if "\n## " in behind else ""
    parts = [before.rstrip(), text.rstrip(), *([rest.rstrip()] if found and rest else [])]
    RECORD.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
