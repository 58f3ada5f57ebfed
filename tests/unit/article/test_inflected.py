"""Russian and Kazakh, in the alphabets of the latter: projects under the base forms of their places."""

import tomllib
from pathlib import Path

import pytest

from infromap.article import extract_projects, parse_article
from infromap.article.dates import find_dates
from infromap.article.inflected.names import base_form
from infromap.article.inflected.setting import Setting
from infromap.article.inflected.words import grammar, plain_letters
from infromap.article.measures import find_capacities, find_lengths
from infromap.article.sentences import split_sentences
from infromap.gazetteer import open_gazetteer

FILE = Path(__file__).parents[2] / "data/passages_inflected.toml"
PASSAGES = tomllib.loads(FILE.read_text(encoding="utf-8"))["passage"]
NAMES = [passage["name"] for passage in PASSAGES]


@pytest.fixture(scope="module")
def gazetteer():
    with open_gazetteer() as opened:
        yield opened


def read(text, gazetteer):
    article = parse_article(text, source="x")
    return extract_projects(article, is_place=gazetteer.knows, rate_name=gazetteer.familiarity)


def sums(amounts):
    return [f"{amount.currency} {amount.value:.0f}" for amount in amounts]


def described(project, expected):
    """Return a project as a passage writes one, in the fields that the passage expects."""
    found = {
        "kind": project.kind.value,
        "places": [place.name for place in project.places],
        "capacity": project.capacity,
        "length_km": project.length_km,
        "status": project.status,
        "amounts": sums(project.amounts),
    }
    if found["places"] in expected.get("places_any", ()):
        found["places_any"] = expected["places_any"]
    return {field: found.get(field) for field in expected}


def test_there_are_many_passages_and_each_has_its_own_name():
    assert len(PASSAGES) >= 50
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("passage", PASSAGES, ids=NAMES)
def test_a_passage_gives_its_projects(gazetteer, passage):
    found = read(passage["text"], gazetteer).projects

    kinds_and_places = [(project.kind.value, [place.name for place in project.places]) for project in found]
    assert len(found) == len(passage["projects"]), kinds_and_places
    pairs = zip(found, passage["projects"], strict=True)
    assert [described(project, expected) for project, expected in pairs] == passage["projects"]


@pytest.mark.parametrize("passage", PASSAGES, ids=NAMES)
def test_a_passage_gives_what_is_said_of_the_whole(gazetteer, passage):
    reading = read(passage["text"], gazetteer)

    whole = {
        "date": reading.article.date,
        "country": reading.country,
        "amounts": sums(reading.amounts),
        "financiers": [financier.name for financier in reading.financiers],
    }
    expected = {field: passage[field] for field in whole if field in passage}
    assert {field: whole[field] for field in expected} == expected


@pytest.mark.parametrize("passage", PASSAGES, ids=NAMES)
def test_every_fact_is_a_stretch_of_the_text(gazetteer, passage):
    text = f"title: A title\ndate: 2026-03-01\n\n{passage['text']}"

    reading = read(text, gazetteer)

    quotes = [quote for project in reading.projects for quote in project.quotes]
    quotes += [place.quote for project in reading.projects for place in project.places]
    quotes += [each.quote for each in (*reading.amounts, *reading.financiers, *reading.people)]
    assert all(text[quote.start : quote.end] == quote.text for quote in quotes)
    assert all(quote.start >= reading.article.body_start for quote in quotes)


def test_the_reader_is_told_that_fewer_rules_read_it():
    reading = extract_projects(parse_article("Банк построит больницу в Кокшетау.", source="x"))

    assert any("fewer rules" in notice for notice in reading.notices)


def test_a_place_and_a_figure_that_no_project_has_are_told(gazetteer):
    text = (
        "Банк построит больницу в Кокшетау. Протяжённость всех дорог страны – 96 000 км. Об этом сообщили в Ташкенте."
    )

    reading = read(text, gazetteer)

    assert any("Ташкент" in notice for notice in reading.notices)
    assert any("96 000 км" in notice for notice in reading.notices)


def test_a_sum_whose_currency_was_said_before_has_it():
    reading = extract_projects(
        parse_article("ЕБРР даёт 150 млн долларов, АБИИ – 50 млн. Ещё 40 млн добавит фонд ОПЕК.", source="x")
    )

    assert [(each.value, each.currency) for each in reading.amounts] == [(1.5e8, "USD"), (5e7, "USD"), (4e7, "USD")]
    assert [each.name for each in reading.financiers] == ["EBRD", "AIIB", "OPEC Fund"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("кредит на 80 млн евро", "EUR 80000000"),
        ("заём в 1,5 млрд юаней", "CNY 1500000000"),
        ("более 20 миллиардов рублей", "RUB 20000000000"),
        ("300 тыс. манатов", "AZN 300000"),
        ("$150 млн", "USD 150000000"),
        ("35 млн швейцарских франков", "CHF 35000000"),
        ("12 млрд индийских рупий", "INR 12000000000"),
        ("жобаға 2 млрд теңгеден астам", "KZT 2000000000"),
        ("50 миллион АҚШ долларына дейін", "USD 50000000"),
        ("2 трлн сумов", "UZS 2000000000000"),
        ("около 5 млн саженцев на сумму 1 млн драмов", "AMD 1000000"),
    ],
)
def test_a_sum_is_read_in_any_case(text, amount):
    reading = extract_projects(parse_article(f"Банк выделит {text}.", source="x"))

    assert sums(reading.amounts) == [amount]


@pytest.mark.parametrize(
    ("text", "qualifier"), [("свыше 10 млн евро", "свыше"), ("до 10 млн евро", "до"), ("около 10 млн евро", "около")]
)
def test_a_sum_has_its_qualifier(text, qualifier):
    reading = extract_projects(parse_article(f"Банк даёт {text} на дорогу.", source="x"))

    assert [each.qualifier for each in reading.amounts] == [qualifier]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Договор подписали 12 марта 2024 года.", "ru", [("2024-03-12", False)]),
        ("Работы начнутся в ноябре 2024 года.", "ru", [("2024-11", False)]),
        ("Мост сдадут до конца 2025 года.", "ru", [("2025", True)]),
        ("Завод заработает к 2030 году.", "ru", [("2030", True)]),
        ("Об этом сообщили вчера.", "ru", [("2024-12-02", False)]),
        ("Соглашение ратифицировали 28 февраля.", "ru", [("2024-02-28", False)]),
        ("В прошлом году построили школу.", "ru", [("2023", False)]),
        ("Открыли 01.02.2023.", "ru", [("2023-02-01", False)]),
        ("Встреча 31 июня 2020 года.", "ru", []),
        ("Трасса 2032 закрыта.", "ru", []),
        ("2024 жылғы 12 наурызда қол қойылды.", "kk", [("2024-03-12", False)]),
        ("Құрылыс 2027 жылдың соңына дейін аяқталады.", "kk", [("2027", True)]),
        ("Құжатқа 28 ақпанда қол қойылды.", "kk", [("2024-02-28", False)]),
        ("Жол биыл ашылады.", "kk", [("2024", False)]),
        ("Жұмыс 2025 жылғы қарашада басталады.", "kk", [("2025-11", False)]),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_said(text, language, expected):
    (sentence,) = split_sentences(text, 0, language)

    dates = find_dates(sentence, "2024-12-03", language)

    assert [(each.value, each.is_deadline) for each in dates] == expected
    assert all(each.quote.text in text for each in dates)


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("мощностью более 1,5 ГВт", "1,5 GW"),
        ("на 50 000 кубометров воды в сутки", "50 000 m³/day"),
        ("до 5 млн пассажиров в год", "5 млн passengers/year"),
        ("на 1 200 мест", "1 200 places"),
        ("тәулігіне 20 мың текше метр", "20 мың m³/day"),
        ("жылына 6 млн жолаушы", "6 млн passengers/year"),
        ("300 төсектік", "300 beds"),
    ],
)
def test_a_capacity_is_read_with_its_unit(text, capacity):
    (sentence,) = split_sentences(text)

    assert [each.text for each in find_capacities(sentence)] == [capacity]


@pytest.mark.parametrize("text", ["558 гигаватт-часов", "210 млн кВт·ч", "40 тысяч человек", "120 мың тонна"])
def test_energy_and_counts_are_no_capacity(text):
    (sentence,) = split_sentences(text)

    assert not find_capacities(sentence)


@pytest.mark.parametrize(
    ("text", "length_km"),
    [
        ("протяжённостью свыше 2,5 км", [2.5]),
        ("длиной 1 454 км", [1454.0]),
        ("60 км от Бишкека до Оша", [60.0]),
        ("в 60 км от Оша", []),
        ("до 100 км/ч", []),
        ("487–504-шақырымында", [17.0]),
        ("232 шақырымдық", [232.0]),
    ],
)
def test_a_length_is_no_speed_and_no_distance(text, length_km):
    (sentence,) = split_sentences(text)

    assert [each.value for each in find_lengths(sentence)] == length_km


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Об этом сказал министр энергетики Ерлан Аккенженов.",
            [("Ерлан Аккенженов", "министр энергетики")],
        ),
        (
            "Встретились глава банка Цзинь Лицюнь и гендиректор агентства Шухрат Вафаев.",
            [("Цзинь Лицюнь", "глава банка"), ("Шухрат Вафаев", "гендиректор агентства")],
        ),
        ("Его встретил Нурлан Уранов, аким города Ош.", [("Нурлан Уранов", "аким города Ош")]),
        ("Банк принял министра Нурлана Уранова.", [("Нурлан Уранов", "министра")]),
        ("Станцию открыл глава Росатома Алексей Лихачёв.", [("Алексей Лихачёв", "глава Росатома")]),
        ("Бұл туралы Көлік министрі Нұрлан Сауранбаев мәлімдеді.", [("Нұрлан Сауранбаев", "Көлік министрі")]),
        (
            "Астанада Азия даму банкінің президенті Масато Кандамен кездесті.",
            [("Масато Канда", "Азия даму банкінің президенті")],
        ),
        ("В Нижнем Новгороде построят метро.", []),
        ("Об этом заявила заместитель акима Алия Омарова.", [("Алия Омарова", "заместитель акима")]),
        ("Он встретился с министром Юргеном Ригтером.", [("Юрген Ригтер", "министром")]),
        ("По словам министра экономики Анны Беловой, всё готово.", [("Анна Белова", "министра экономики")]),
        ("Министр встретился с главой банка Дирком Веймером.", [("Дирк Веймер", "главой банка")]),
    ],
)
def test_people_have_the_roles_beside_their_names(text, people):
    reading = extract_projects(parse_article(text, source="x"))

    assert [(each.name, each.role) for each in reading.people] == people
    assert all(text[each.quote.start : each.quote.end] == each.quote.text for each in reading.people)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Планируется построить больницу в Оше.", "planned"),
        ("Банк одобрил кредит на больницу в Оше.", "approved"),
        ("Подписано соглашение о больнице в Оше, банк даст кредит.", "signed"),
        ("В Оше строится больница.", "under construction"),
        ("Строительство больницы в Оше завершено.", "completed"),
        ("Ошта аурухана салынады.", "planned"),
        ("Ошта аурухана салынып жатыр.", "under construction"),
        ("Ошта аурухана пайдалануға берілді.", "completed"),
    ],
)
def test_a_project_has_its_status(text, status):
    (project,) = extract_projects(parse_article(text, source="x")).projects

    assert project.status == status


@pytest.mark.parametrize(
    ("text", "borrower"),
    [
        ("Банк даст кредит на дорогу Ош – Узген. Заёмщик – Masdar Energy.", "Masdar Energy"),
        ("КТЖ получит кредит ЕБРР на железную дорогу Достык – Мойынты.", "КТЖ"),
        ("Банк выделит кредит компании «Кыргыз Энерго» на ГЭС в Нарыне.", "Кыргыз Энерго"),
        ("«Самұрық-Энерго» Екібастұздағы ЖЭО үшін несие алады.", "Самұрық-Энерго"),
        ("Банк построит больницу в Оше за счёт кредита.", None),
    ],
)
def test_the_borrower_is_who_gets_the_loan(text, borrower):
    (project,) = extract_projects(parse_article(text, source="x")).projects

    assert project.borrower == borrower


@pytest.mark.parametrize(
    ("name", "case", "language", "base"),
    [
        ("Семее", "prepositional", "ru", "Семей"),
        ("Иванове", "prepositional", "ru", "Иваново"),
        ("Бухары", "genitive", "ru", "Бухара"),
        ("Алматы", "genitive", "ru", "Алматы"),
        ("Нижнем Новгороде", "prepositional", "ru", "Нижний Новгород"),
        ("Ростове-на-Дону", "prepositional", "ru", "Ростов-на-Дону"),
        ("Жаңа-Ауылдан", "any", "kk", "Жаңа-Ауыл"),
        ("Қызылордада", "any", "kk", "Қызылорда"),
        ("Бақты", "chain", "kk", "Бақты"),
        ("Атырауда", "any", "kk", "Атырау"),
    ],
)
def test_a_name_has_its_base_form(gazetteer, name, case, language, base):
    setting = Setting(language=language, rate=gazetteer.familiarity, country=None, people=frozenset())

    assert base_form(name, name, case, setting) == base


@pytest.mark.parametrize(
    "text", ["Banktiŋ qarjysyna avtojoly salynady", "Azııa damý banki Shymkent qalasynda jańa jol"]
)
def test_latin_letters_are_read_one_for_one(text):
    plain = plain_letters(text, "kk")

    assert len(plain) == len(text)
    assert "Banktiŋ" not in plain
    assert "damý" not in plain


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_vocabulary_of_a_language_has_every_kind_and_table(language):
    words = grammar(language)

    assert {"hospital", "highway", "railway", "water", "solar", "grid", "open"} <= set(words["heads"])
    assert len(words["months"]["stems"]) == 12
    assert set(words["status"]) == {"planned", "approved", "signed", "under construction", "completed"}
    assert all(len(code) == 2 and code.isupper() for code in words["countries"])


def test_works_that_are_called_the_same_have_their_places_in_their_names(gazetteer):
    text = "Построят больницу на 300 коек в Усть-Каменогорске. Детскую больницу на 200 коек построят в Семее."
    names = [project.name for project in read(text, gazetteer).projects]

    assert len(names) == len(set(names)) == 2
    assert [name.rpartition(", ")[2] for name in names] == ["Усть-Каменогорск", "Семей"]


def test_no_name_has_half_a_pair_of_quotation_marks(gazetteer):
    text = "ūzyndyǧy 208 şaqyrym «Qyzylorda – Jezqazǧan» avtojoly salynady, dedı Maqsat Qaliaqparov."
    names = [project.name for project in read(text, gazetteer).projects]

    assert names == ["Qyzylorda – Jezqazǧan avtojoly"]
