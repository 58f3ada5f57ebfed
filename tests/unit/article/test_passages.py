"""Passages of our own, and the projects, sums and financiers that a careful reader finds in them."""

import tomllib
from pathlib import Path

import pytest

from infromap.article import extract_projects, parse_article

PASSAGES = tomllib.loads((Path(__file__).parents[2] / "data/passages.toml").read_text(encoding="utf-8"))["passage"]
NAMES = [passage["name"] for passage in PASSAGES]
FIELDS = ("id", "name", "length_km", "status", "status_date", "completion", "borrower", "region", "country")


def read(passage):
    is_place = set(passage["knows"]).__contains__ if "knows" in passage else None
    return extract_projects(parse_article(passage["text"].lstrip("\n"), source="passage"), is_place=is_place)


def said(value):
    """Return a field as a passage writes it: "" for what the text does not say."""
    return "" if value is None else getattr(value, "name", value)


def sums(amounts):
    return [f"{amount.currency} {amount.value:.0f}" for amount in amounts]


def differences(project, expected):
    """Return what a project has otherwise than the passage expects, as text."""
    places = [place.name for place in project.places]
    roles = [place.role.value for place in project.places]
    checks = {
        "kind": project.kind in expected.get("kind_any", [expected.get("kind")]),
        "places": (
            set(expected["places_some"]) <= set(places)
            if "places_some" in expected
            else places in expected.get("places_any", [expected.get("places")])
        ),
        "capacity": said(project.capacity)
        in expected.get("capacity_any", [expected.get("capacity", said(project.capacity))]),
        **{field: said(getattr(project, field)) == expected[field] for field in FIELDS if field in expected},
        "around": [place.name for place in project.around]
        == expected.get("around", [each.name for each in project.around]),
        "roles": roles == expected.get("roles", roles),
        "amounts": sums(project.amounts) == expected.get("amounts", sums(project.amounts)),
    }
    wrong = [field for field, is_right in checks.items() if not is_right]
    shown = {"places": places, "roles": roles}
    return [f"{field}: {shown.get(field) or getattr(project, field)}" for field in wrong]


def test_there_are_many_passages_and_each_has_its_own_name():
    assert len(PASSAGES) >= 100
    assert len(set(NAMES)) == len(NAMES)


def marked(passage):
    """Return a passage as a case of a test; what is not read yet is expected to fail, and told when it does not."""
    marks = [pytest.mark.xfail(reason=f"not read: {passage['unread']}", strict=True)] if "unread" in passage else []
    return pytest.param(passage, id=passage["name"], marks=marks)


@pytest.mark.parametrize("passage", [marked(passage) for passage in PASSAGES])
def test_a_passage_gives_its_projects(passage):
    found = read(passage).projects

    kinds_and_places = [(project.kind.value, [place.name for place in project.places]) for project in found]
    assert len(found) == len(passage["projects"]), kinds_and_places
    pairs = zip(found, passage["projects"], strict=True)
    assert [differences(project, expected) for project, expected in pairs] == [[]] * len(found)


@pytest.mark.parametrize("passage", PASSAGES, ids=NAMES)
def test_a_passage_gives_what_is_said_of_the_whole(passage):
    reading = read(passage)

    whole = {
        "date": reading.article.date,
        "country": reading.country,
        "amounts": sums(reading.amounts),
        "portfolio": reading.portfolio.count if reading.portfolio else 0,
        "financiers": sorted(financier.name for financier in reading.financiers),
        "people": [person.name for person in reading.people],
    }
    expected = {field: passage[field] for field in whole if field in passage}
    if "financiers" in expected:
        expected["financiers"] = sorted(expected["financiers"])
    assert {field: whole[field] for field in expected} == expected


@pytest.mark.parametrize("passage", PASSAGES, ids=NAMES)
def test_every_fact_is_a_stretch_of_the_text(passage):
    article = parse_article(f"title: A title\ndate: 2026-03-01\n\n{passage['text']}", source="passage")

    reading = extract_projects(article)

    quotes = [quote for project in reading.projects for quote in project.quotes]
    quotes += [place.quote for project in reading.projects for place in project.places]
    quotes += [amount.quote for amount in reading.amounts]
    assert all(article.text[quote.start : quote.end] == quote.text for quote in quotes)
    assert all(quote.start >= article.body_start for quote in quotes)


def test_an_amount_goes_to_its_project_and_a_total_to_none():
    text = (
        "The bank has invested over US$5 billion in Uzbekistan. "
        "It will lend EUR 70 million for a hospital in Nukus. A landfill in Fergana is planned as well."
    )

    reading = extract_projects(parse_article(text, source="passage"))

    assert [[(a.value, a.currency) for a in project.amounts] for project in reading.projects] == [
        [(70_000_000, "EUR")],
        [],
    ]
    assert (5_000_000_000, "USD", "over") in [(a.value, a.currency, a.qualifier) for a in reading.amounts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It will lend EUR 70 million for a hospital in Nukus and $30 million for a landfill in Fergana.",
            [[(70_000_000, "EUR")], [(30_000_000, "USD")]],
        ),
        (
            "The bank finances a hospital in Nukus (EUR 70 million) and a landfill in Fergana ($30 million).",
            [[(70_000_000, "EUR")], [(30_000_000, "USD")]],
        ),
        ("The bank will lend EUR 70 million for a hospital in Nukus and a landfill in Fergana.", [[], []]),
    ],
)
def test_a_sentence_of_two_projects_gives_each_its_own_sum_and_no_shared_one(text, expected):
    reading = extract_projects(parse_article(text, source="passage"))

    assert [[(a.value, a.currency) for a in project.amounts] for project in reading.projects] == expected


@pytest.mark.parametrize(
    "text", ["哈萨克斯坦正在推进四个铁路建设项目。", "Le port de Dakar sera agrandi avec un prêt de la banque."]
)
def test_a_language_that_is_not_read_is_told(text):
    reading = extract_projects(parse_article(text, source="passage"))

    assert any("only English, Russian and Kazakh" in notice for notice in reading.notices)
