"""Dates, whole and counted from the article's day, and who borrows."""

import pytest

from infromap.article import extract_projects, parse_article
from infromap.article.dates import find_dates
from infromap.article.sentences import split_sentences


def dates_of(text, today="2024-12-03"):
    return [(each.value, each.is_deadline) for s in split_sentences(text) for each in find_dates(s, today)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board approved it on November 15.", [("2024-11-15", False)]),
        ("It was signed on 4 June 2021 in Paris.", [("2021-06-04", False)]),
        ("The bank said yesterday that it would lend.", [("2024-12-02", False)]),
        ("Talks were held on Monday.", [("2024-12-02", False)]),
        ("Work is to end by June 2032.", [("2032-06", True)]),
        ("It should be ready by the end of 2026.", [("2026", True)]),
        ("It was opened in 2019.", [("2019", False)]),
        ("The 31 June 2020 meeting never was; 2020 people came.", []),
        ("Route 2032 is closed.", []),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_said(text, expected):
    assert dates_of(text) == expected


def test_a_day_far_ahead_was_last_year():
    assert dates_of("On December 28 the loan was signed.", today="2024-02-01") == [("2023-12-28", False)]


def test_without_the_day_of_the_article_only_whole_dates_are_known():
    assert dates_of("Signed yesterday, on Monday, on November 15; approved on 4 June 2021.", today=None) == [
        ("2021-06-04", False)
    ]


def test_a_project_has_the_day_of_its_status_and_its_deadline():
    text = "date: 2024-12-03\n\nADB approved a loan for a road from Osh to Uzgen on November 15. "
    text += "It should be ready by June 2027."

    (project,) = extract_projects(parse_article(text, source="x")).projects

    assert (project.status, project.status_date, project.completion) == ("approved", "2024-11-15", "2027-06")
    assert {"date": "November 15", "completion": "June 2027"}.items() <= {
        q.field: q.text for q in project.quotes
    }.items()


@pytest.mark.parametrize(
    ("text", "borrower"),
    [
        ("The EBRD lends $103 million to the national road operator Kazavtozhol for a road to Osh.", "Kazavtozhol"),
        ("KTZ is to receive a $150 million loan for the Almaty railway bypass.", "KTZ"),
        (
            "Kazakhstan Temir Zholy will receive a $1 million loan for the Almaty railway bypass.",
            "Kazakhstan Temir Zholy",
        ),
        ("The bank lends EUR 100 million to MAVIR for a 400 kV line between Debrecen and Oradea.", "MAVIR"),
        ("A $108 million loan to electrify the Bukhara-Khiva railway was signed.", None),
        ("The bank lends Mykolaiv UAH 400 million to repair its water supply system.", "Mykolaiv"),
    ],
)
def test_the_borrower_is_who_gets_the_loan(text, borrower):
    (project,) = extract_projects(parse_article(text, source="x")).projects

    assert project.borrower == borrower
