import pytest

from infromap.article import extract_projects, parse_article
from infromap.article.datelines import find_dateline

BODY = "The bank will finance a hospital in Almaty."


@pytest.mark.parametrize(
    "line",
    [
        "Shanghai, 3 November 2021. ",
        "Kigali, Rwanda, 16 November 2017 – ",
        "Manila, 5 March 2020: ",
        "ANKARA, Turkey, May 3, 2019 - ",
        "London, 3 May. ",
        "Washington, March 12, 2019 — ",
        "Lusaka, 24 June 2021 (AfDB) – ",
        "Abidjan (Côte d’Ivoire), 12 July 2022 – ",
        "Paris/Dakar, 3 June 2019 – ",
        "Kochi, 12 April 2019\n",
        "Santo Domingo, Dominican Republic, 4 May 2020.- ",
        "Islamabad — ",
        "ASTANA — ",
        "Baku / 24.11.17 / ",
    ],
)
def test_a_dateline_ends_where_the_text_begins(line):
    assert (line + BODY)[find_dateline(line + BODY, 0)[1] :].strip() == BODY


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2019, the bank approved a loan.",
        "Bonn, 3 May 2019, was the place and the day.",
        "Almaty — Bishkek highway to be widened.",
        "Бейнеу – Бозой – Шымкент gas pipeline.",
        "Since 3 May – the day of the vote – work goes on.",
        BODY,
    ],
)
def test_what_only_looks_like_a_dateline_is_text(text):
    assert find_dateline(text, 0) == (0, 0)


def test_a_dateline_gives_the_date_and_no_place():
    reading = extract_projects(parse_article(f"Shanghai, 3 November 2021. {BODY}", source="x"))

    assert reading.article.date == "2021-11-03"
    assert [place.name for project in reading.projects for place in project.places] == ["Almaty"]


def test_a_dateline_below_a_headline_is_no_part_of_what_is_read():
    text = f"Bank to help Almaty\n\nBEIJING, 5 March 2020 (AIIB) - {BODY}"
    reading = extract_projects(parse_article(text, source="x"))

    assert (reading.article.title, reading.article.date) == ("Bank to help Almaty", "2020-03-05")
    assert [place.name for project in reading.projects for place in project.places] == ["Almaty"]
    assert all(text[quote.start : quote.end] == quote.text for project in reading.projects for quote in project.quotes)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"World Bank to help renew three Uzbek towns\n\n{BODY}", "World Bank to help renew three Uzbek towns"),
        (f"{BODY}\n\nIt has 300 beds.", None),
        (f"Short line\n{BODY}", None),
        ("Only a line of its own", None),
        (f"{'A very long line ' * 20}\n\n{BODY}", None),
    ],
)
def test_a_line_of_its_own_above_the_text_is_its_title(text, title):
    assert parse_article(text, source="x").title == title
