import pytest

from infromap.compose import facts as facts_module
from infromap.compose import match_known_project, read_known_projects
from infromap.model.article import Financier
from infromap.model.facts import KnownProject
from infromap.model.project import Kind, PlaceMention, PlaceRole, Project
from infromap.model.provenance import Quote

KNOWN = KnownProject(
    id="a-b", kind=Kind.HIGHWAY, country="KZ", places=("A", "B", "C"), financiers=("ADB",), min_places=2
)
IDS = {"A": "1", "B": "2", "C": "3"}


def quote(text: str) -> Quote:
    return Quote(field="place", text=text, start=0, end=len(text))


def project(**changes) -> Project:
    values = {
        "id": "p",
        "name": "p",
        "kind": Kind.HIGHWAY,
        "country": "KZ",
        "financiers": (Financier(name="ADB", quote=quote("ADB")),),
    }
    return Project(**(values | changes))


def match(candidate: Project, place_ids: set[str], known: KnownProject = KNOWN) -> KnownProject | None:
    return match_known_project(
        candidate, place_ids, [known], find_place_id=lambda name, country: IDS.get(name) if country == "KZ" else None
    )


def test_a_project_with_two_of_the_places_is_known():
    assert match(project(), {"1", "3"}) is KNOWN


@pytest.mark.parametrize(
    ("changes", "place_ids"),
    [
        ({}, {"1"}),
        ({}, {"1", "9"}),
        ({"kind": Kind.RAILWAY}, {"1", "2"}),
        ({"country": "UZ"}, {"1", "2"}),
        ({"financiers": ()}, {"1", "2"}),
        ({"around": (PlaceMention(name="A", role=PlaceRole.AROUND, quote=quote("A")),)}, {"1", "2"}),
    ],
    ids=["one place", "another place", "another kind", "another country", "no financier in common", "a bypass"],
)
def test_another_project_is_not_taken_for_the_known_one(changes, place_ids):
    assert match(project(**changes), place_ids) is None


def test_every_fact_has_a_source_with_a_name_and_an_address():
    facts = [fact for known in read_known_projects().projects for fact in known.facts]

    assert len(facts) > 40
    assert all(fact.source.name and (fact.source.url or "").startswith("https://") for fact in facts)


@pytest.mark.parametrize(
    "text",
    ["no toml at all", "[sources]\n", '[sources]\n[[project]]\nid = "x"\nkind = "moon base"\n'],
)
def test_a_damaged_fact_file_is_named_and_left_out(tmp_path, monkeypatch, text):
    (tmp_path / "bad.toml").write_text(text)
    (tmp_path / "good.toml").write_bytes(min(facts_module.list_fact_files()).read_bytes())
    monkeypatch.setattr(facts_module, "geodata_path", lambda _name: tmp_path)
    read_known_projects.cache_clear()
    try:
        known = read_known_projects()
    finally:
        read_known_projects.cache_clear()

    (notice,) = known.notices
    assert "bad.toml is damaged" in notice
    assert known.projects
