import pytest

from infromap.article import extract_projects, parse_article
from infromap.article.datelines import dateline_end

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
    assert (line + BODY)[dateline_end(line + BODY, 0) :].strip() == BODY


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
    assert dateline_end(text, 0) == 0


def test_a_dateline_gives_the_date_and_no_place():
    reading = extract_projects(parse_article(f"Shanghai, 3 November 2021. {BODY}", source="x"))

    assert reading.article.date == "2021-11-03"
    assert [place.name for project in reading.projects for place in project.places] == ["Almaty"]
