"""A text of any length and make is read in a time that grows with its length."""

import cProfile
import itertools
import json
import pstats
import subprocess
import sys

import pytest

from infromap.article import extract_projects, parse_article
from infromap.article.sentences import split_sentences

STORY = (
    "The EBRD will lend US$ 40 million for a new hospital in Shymkent. ",
    "The bank is building the Taraz-Korday highway, which is 120 km long. ",
    "It was raining all day and nobody went to the market in town.\n\n",
    "The plant of 100 MW in Osh was completed in 2021. It has 20 turbines. ",
    "On Monday the minister, John Smith, said that prices rose by 3 per cent. ",
)
HOSTILE = {
    "no-space": "Abcdefghij",
    "chain": "A-B-",
    "towns": "Astana – Almaty – ",
    "digits": "1234567890",
    "capitals": "Astana Almaty Osh ",
    "brackets": "(",
    "quotes": "“",
    "apostrophes": "'",
    "stops": ".",
    "newlines": "\n\n\nx",
    "nouns": "road ",
    "lengths": "5 km ",
    "sums": "US$ 40 million ",
    "from-to": "from Astana to ",
    "russian": "дорога Астана – Павлодар ",
}


def book(letters):
    sentences = itertools.cycle(STORY)
    text = "".join(itertools.islice(sentences, letters * len(STORY) // len("".join(STORY))))
    return parse_article(text, source="book")


def calls(article):
    """Return how many calls the reading takes: a measure of work that no other program on the machine changes."""
    profile = cProfile.Profile()
    profile.runcall(extract_projects, article)
    return pstats.Stats(profile).total_calls


def test_twice_the_text_is_twice_the_work():
    extract_projects(book(1_000))  # patterns are compiled once

    small, large = calls(book(60_000)), calls(book(120_000))

    assert 1.6 < large / small < 2.4


def test_a_project_that_many_pages_name_stands_once():
    reading = extract_projects(book(60_000))

    places = [(project.kind, [place.name for place in project.places]) for project in reading.projects]
    assert len(places) == len({str(each) for each in places})
    assert len({project.id for project in reading.projects}) == len(reading.projects)
    for project in reading.projects:
        for quote in project.quotes:
            assert reading.article.text[quote.start : quote.end] == quote.text


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_prose_is_cut_into_pieces_of_bounded_length(piece):
    text = piece * (20_000 // len(piece))

    sentences = split_sentences(text)

    assert max((len(sentence.text) for sentence in sentences), default=0) <= 2_000
    assert sum(len("".join(sentence.text.split())) for sentence in sentences) == len("".join(text.split()))
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in sentences)


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_much_of_it_is_read_to_the_end(piece, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("A text. " + piece * (200_000 // len(piece.encode())), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "infromap", "extract", str(path)], capture_output=True, timeout=120, check=True
    )

    assert json.loads(done.stdout)["type"] == "FeatureCollection"
