"""Looks at the files that come with infromap: each is there, can be read, and is what was installed."""

import hashlib
import json
import re
import tomllib
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from functools import partial
from importlib import metadata
from pathlib import Path

from infromap.assets import damaged, geodata_path, list_own_files, read_svg, read_text, reading, resource_path
from infromap.doctor.finding import Finding
from infromap.errors import DataError
from infromap.saying import Saying

_LISTED = {  # which files of a package's list of sums are looked at
    "infromap": re.compile(r"infromap/(resources|geodata)/"),
    "XStatic-Leaflet": re.compile(r".*/leaflet\.(js|css)$"),
}
_QM_HEAD = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_DAMAGED = "damaged"
_AGAIN = "install infromap again"


def examine_own_files() -> list[Finding]:
    """Return a finding for each stock of files, and one for each file that is damaged, which is told once."""
    findings: list[Finding] = []
    for finding in (*_stocks(), *_readable(), *_as_installed()):
        is_told = any(_name_of(finding) == _name_of(each) for each in findings)
        findings += [] if is_told else [finding]
    return findings


def _name_of(finding: Finding) -> object:
    """Return the file that a finding is about; the finding itself where nothing is wrong."""
    if finding.is_ok:
        return finding
    return (finding.advice or "" if finding.state == _DAMAGED else finding.state).split()[0]


def _stocks() -> Iterator[Finding]:
    for subject, read in (
        ("gazetteer", _read_gazetteer),
        ("curated places", _read_curated),
        ("facts", _read_facts),
        ("base map", _read_basemap),
        ("vocabulary", _read_vocabulary),
        ("page", _read_page),
    ):
        try:
            yield Finding(subject=subject, state=read())
        except DataError as error:
            yield Finding(subject=subject, state=_DAMAGED, advice=error.saying)


def _read_gazetteer() -> str:
    from infromap.gazetteer.store import PlaceStore

    with PlaceStore(geodata_path("gazetteer/places.sqlite")) as store:
        store.check()
        return f"{store.count():,} places"


def _read_curated() -> str:
    from infromap.gazetteer.curated import read_curated_places

    return f"{len(read_curated_places(geodata_path('gazetteer/curated.csv')))} places"


def _read_facts() -> str:
    from infromap.compose.facts import list_fact_files, read_fact_file

    return f"{sum(len(read_fact_file(path)) for path in list_fact_files())} projects"


def _read_basemap() -> str:
    from infromap.render.page import read_basemap

    return f"{len(read_basemap()) / 1000:,.0f} kB"


def _read_vocabulary() -> str:
    from infromap.article.vocabulary import read_all

    return f"{read_all()} files"


def _read_page() -> str:
    from infromap.render.page import read_parts

    return f"{read_parts() / 1000:,.0f} kB of scripts and styles"


def _readable() -> Iterator[Finding]:
    """Read each file as far as its kind can be told from any other text."""
    paths = list_own_files()
    for path in paths:
        try:
            _CHECKS.get(path.suffix, read_text)(path)
        except DataError as error:
            yield Finding(subject="file", state=_DAMAGED, advice=error.saying)
    yield Finding(subject="own files", state=f"{len(paths)} in {geodata_path('articles').parent.parent}")


def _as_installed() -> Iterator[Finding]:
    """Hold each file against the sum that the installation has noted; a checkout has none."""
    for package, pattern in _LISTED.items():
        sums = {path: noted for path, noted in _noted_sums(package).items() if pattern.match(path)}
        wrong = [path for path, noted in sums.items() if _sum(_home_of(package) / path) != noted]
        for path in wrong:
            state = Saying("{path} is missing, or not what was installed", path=path.removeprefix("infromap/"))
            yield Finding(subject="file", state=state, advice=_AGAIN)
        if sums and not wrong:
            yield Finding(subject=f"sums of {package}", state=f"{len(sums)} files are what was installed")


def _noted_sums(package: str) -> dict[str, str]:
    """Return the sums of a package's files by their paths; none where the program does not run from its package."""
    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        return {}
    if package == "infromap" and not resource_path(".").is_relative_to(_home_of(package)):
        return {}
    return {str(file): file.hash.value for file in files if file.hash}


def _home_of(package: str) -> Path:
    return Path(str(metadata.distribution(package).locate_file(""))).resolve()


def _sum(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return urlsafe_b64encode(hashlib.file_digest(file, "sha256").digest()).decode().rstrip("=")
    except OSError:
        return ""


def _parse(parse: Callable[[str], object], path: Path) -> None:
    with reading(path):
        parse(read_text(path))


def _read_translations(path: Path) -> None:
    """Walk through the sections of a file of Qt's: a head, then each with its length, up to the end."""
    with reading(path):
        content = path.read_bytes()
    at = len(_QM_HEAD)
    while at + 5 <= len(content):
        at += 5 + int.from_bytes(content[at + 1 : at + 5], "big")
    if not content.startswith(_QM_HEAD) or at != len(content):
        raise damaged(path, Saying("it is no file of translations"))


def _any_content(path: Path) -> None:
    with reading(path):
        if not path.stat().st_size:
            raise ValueError(Saying("it is empty"))


_CHECKS: dict[str, Callable[[Path], object]] = {
    ".toml": partial(_parse, tomllib.loads),
    ".json": partial(_parse, json.loads),
    ".svg": read_svg,
    ".qm": _read_translations,
    ".sqlite": _any_content,
    ".png": _any_content,
}
