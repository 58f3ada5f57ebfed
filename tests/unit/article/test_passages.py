"""Short passages of our own, one construction each, and the projects that a careful reader finds in them."""

import pytest

from infromap.article import extract_projects, parse_article

PASSAGES = {
    "one site": (
        "The EBRD will lend US$ 40 million for a new hospital in Shymkent.",
        [("hospital", ("Shymkent",))],
    ),
    "hyphened ends": (
        "The bank finances the Taraz-Korday highway in Kazakhstan.",
        [("highway", ("Taraz", "Korday"))],
    ),
    "from to via": (
        "Construction of a railway from Osh to Kashgar via Irkeshtam was approved in Kyrgyzstan.",
        [("railway", ("Osh", "Irkeshtam", "Kashgar"))],
    ),
    "between and": (
        "ADB approved a loan to rebuild the road between Dushanbe and Kulob.",
        [("highway", ("Dushanbe", "Kulob"))],
    ),
    "capacity before the head": (
        "The project will build a 100 MW solar power plant in Navoi, Uzbekistan.",
        [("solar", ("Navoi",))],
    ),
    "capacity and no place": (
        "The bank is financing a 300 MW wind farm; its site was not named.",
        [("wind power", ())],
    ),
    "list with a shared head": (
        "AIIB funds the Uralsk-Atyrau and Kandyagash-Makat highways.",
        [("highway", ("Uralsk", "Atyrau")), ("highway", ("Kandyagash", "Makat"))],
    ),
    "mixed list": (
        "The programme finances a metro line in Tashkent, a water treatment plant in Bukhara and an airport in Termez.",
        [("metro", ("Tashkent",)), ("water", ("Bukhara",)), ("airport", ("Termez",))],
    ),
    "bypass": (
        "The World Bank will finance a bypass road around Kutaisi in Georgia.",
        [("highway", ("Kutaisi",))],
    ),
    "dam by name": (
        "The Rogun hydropower plant in Tajikistan will receive a US$ 350 million grant.",
        [("hydropower", ("Rogun",))],
    ),
    "port": (
        "JICA agreed to finance a new container terminal at the port of Aktau.",
        [("port", ("Aktau",))],
    ),
    "transmission line": (
        "A 500 kV transmission line between Ekibastuz and Semey is under construction with an EBRD loan.",
        [("grid", ("Ekibastuz", "Semey"))],
    ),
    "gas pipeline": (
        "EDB will finance a gas pipeline from Karaganda to Astana.",
        [("gas", ("Karaganda", "Astana"))],
    ),
    "landfill": (
        "KfW supports a sanitary landfill in Khujand, Tajikistan.",
        [("waste", ("Khujand",))],
    ),
    "thermal plant": (
        "The ministry said a 1,000 MW combined-cycle power plant will be built in Kyzylorda with IsDB money.",
        [("thermal power", ("Kyzylorda",))],
    ),
    "boiler plant": (
        "ADB will finance a heat-only boiler plant in Darkhan, Mongolia.",
        [("thermal power", ("Darkhan",))],
    ),
    "a long way behind the head": (
        "The bank signed a loan for a railway with a number of partners and several ministries on the modernisation "
        "and the electrification of it all in Batumi.",
        [("railway", ("Batumi",))],
    ),
    "nothing built": ("The minister flew from Astana to Paris and met the bank's president.", []),
    "weather": ("It rained over the highway on Monday.", []),
    "a place of meeting is no site": (
        "At a meeting in Astana the bank approved a loan for a hospital in Pavlodar.",
        [("hospital", ("Pavlodar",))],
    ),
    "dollars are no country": (
        "A loan of 50 million US dollars was signed for a wastewater plant in Ganja, Azerbaijan.",
        [("water", ("Ganja",))],
    ),
    "once although named twice": (
        "AIIB approved a solar plant in Gulshat. The solar plant will produce 100 GWh a year.",
        [("solar", ("Gulshat",))],
    ),
    "section of a road": (
        "EBRD lends for the reconstruction of the Aktobe-Kandyagash section of the highway.",
        [("highway", ("Aktobe", "Kandyagash"))],
    ),
    "ring road": (
        "The Asian Development Bank approved US$ 120 million for a ring road around Bishkek.",
        [("highway", ("Bishkek",))],
    ),
    "linking": (
        "A highway linking Batumi and Akhaltsikhe will be financed by the World Bank.",
        [("highway", ("Batumi", "Akhaltsikhe"))],
    ),
    "airport of a city": (
        "The IFC will finance a new terminal of the airport in Samarkand.",
        [("airport", ("Samarkand",))],
    ),
    "substation": (
        "A new 220 kV substation in Turkestan will be built with a loan of the EBRD.",
        [("grid", ("Turkestan",))],
    ),
    "apposition": (
        "The bank approved a loan for the Zhanatas wind farm, a 100 MW plant in Zhambyl Region.",
        [("wind power", ("Zhanatas",))],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PASSAGES.values(), ids=PASSAGES)
def test_a_passage_gives_its_projects(text, expected):
    reading = extract_projects(parse_article(text, source="passage"))

    assert [(p.kind, tuple(place.name for place in p.places)) for p in reading.projects] == expected


@pytest.mark.parametrize("text", [text for text, _ in PASSAGES.values()])
def test_every_fact_is_a_stretch_of_the_text(text):
    article = parse_article(f"title: A title\ndate: 2026-03-01\n\n{text}", source="passage")

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


def test_a_language_that_is_not_read_is_told():
    text = "Банк одобрил заём на строительство больницы в Кокшетау и автомобильной дороги до Петропавловска."

    reading = extract_projects(parse_article(text, source="passage"))

    assert any("English" in notice for notice in reading.notices)
