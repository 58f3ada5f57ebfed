"""Names that are hard to look up: other scripts, older names, regions, countries, slips, and namesakes abroad."""

import csv
from pathlib import Path

import geopy.distance
import pytest

from infromap.gazetteer import open_gazetteer

TABLE = Path(__file__).parents[2] / "data" / "hard_names.csv"


def towns():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            (row["name"], row["country"] or None, float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)
        ]


REGIONS = {
    ("BD", 22.82, 89.55): ["Khulna region", "Khulna Division", "Khulna division"],
    ("TJ", 40.28, 69.62): ["Sughd", "Sughd region", "Согдийская область"],
    ("TJ", 37.84, 68.78): ["Khatlon region", "Хатлонская область"],
    ("UZ", 42.46, 59.61): ["Karakalpakstan", "Каракалпакстан", "Qaraqalpaqstan", "Республика Каракалпакстан"],
    ("UZ", 41.55, 60.63): ["Khorezm region", "Xorazm", "Хорезмская область"],
    ("UZ", 39.77, 64.43): ["Bukhara region", "Бухарская область", "Bukhara province"],
    ("KZ", 49.80, 73.10): ["Karaganda region", "Карагандинская область", "Қарағанды облысы", "Karagandy oblast"],
    ("KZ", 53.28, 69.39): ["Akmola region", "Акмолинская область", "Ақмола облысы"],
    ("KZ", 53.21, 63.62): ["Kostanay region", "Kostanay oblast", "Костанайская область"],
    ("KZ", 42.90, 71.37): ["Zhambyl region", "Жамбылская область", "Жамбыл облысы"],
    ("KZ", 49.95, 82.61): ["East Kazakhstan", "Восточно-Казахстанская область", "Шығыс Қазақстан облысы"],
    ("KZ", 50.41, 80.23): ["Abai region"],
    ("KZ", 43.65, 51.16): ["Mangystau region", "Мангистауская область"],
    ("KG", 42.49, 78.39): ["Issyk-Kul region", "Иссык-Кульская область"],
    ("PK", 31.55, 74.34): ["Punjab"],
    ("IN", 30.90, 75.85): ["Punjab"],
    ("IN", 19.08, 72.88): ["Maharashtra"],
    ("IN", 13.09, 80.27): ["Tamil Nadu"],
    ("PK", 24.86, 67.01): ["Sindh"],
}
COUNTRIES = {
    "KZ": ["Kazakhstan", "Казахстан", "Қазақстан", "Republic of Kazakhstan", "Республика Казахстан"],
    "UZ": ["Uzbekistan", "Узбекистан", "Oʻzbekiston"],
    "KG": ["Kyrgyz Republic", "Kyrgyzstan", "Киргизия"],
    "TR": ["Türkiye", "Turkey", "Турция"],
    "CI": ["Ivory Coast", "Côte d'Ivoire"],
    "CZ": ["Czech Republic", "Czechia"],
    "LA": ["Lao PDR", "Laos"],
    "VN": ["Viet Nam", "Vietnam", "Socialist Republic of Vietnam"],
    "MD": ["Republic of Moldova", "Moldova", "Молдова"],
    "CD": ["Democratic Republic of the Congo", "DR Congo"],
    "CG": ["Republic of the Congo"],
    "IR": ["Islamic Republic of Iran", "Иран"],
    "PH": ["Philippines", "the Philippines", "Republic of the Philippines"],
    "NL": ["Netherlands", "The Netherlands"],
}


@pytest.fixture(scope="module")
def gazetteer():
    with open_gazetteer() as opened:
        yield opened


@pytest.mark.parametrize(("name", "country", "lat", "lon"), towns())
def test_a_town_is_found_under_its_other_names(gazetteer, name, country, lat, lon):
    best = gazetteer.candidates(name, country=country)[0].place

    assert geopy.distance.distance((best.point.y, best.point.x), (lat, lon)).km < 25


@pytest.mark.parametrize(("name", "where"), [(name, where) for where, names in REGIONS.items() for name in names])
def test_a_region_is_found_with_its_middle_and_extent(gazetteer, name, where):
    country, lat, lon = where

    best = gazetteer.candidates(name, country=country if name == "Punjab" else None)[0].place

    assert (best.country, best.feature_type, best.exactness) == (country, "region", "region")
    for y, x in ((lat, lon), (best.point.y, best.point.x)):
        assert best.extent.south <= y <= best.extent.north
        assert best.extent.west <= x <= best.extent.east


@pytest.mark.parametrize(("name", "code"), [(name, code) for code, names in COUNTRIES.items() for name in names])
def test_a_country_is_found_under_official_and_foreign_names(gazetteer, name, code):
    best = gazetteer.candidates(name)[0].place

    assert (best.country, best.feature_type) == (code, "country")
    assert best.extent.south < best.point.y < best.extent.north


@pytest.mark.parametrize(
    ("name", "meant"), [("Zhezkasgan", "Zhezkazgan"), ("Bishkeck", "Bishkek"), ("Karagnda", "Karaganda")]
)
def test_a_slip_is_understood_and_its_confidence_stated(gazetteer, name, meant):
    sure, slip = gazetteer.candidates(meant)[0], gazetteer.candidates(name)[0]

    assert slip.place == sure.place
    assert slip.score < sure.score
    assert "%" in slip.reason or "another spelling" in slip.reason


@pytest.mark.parametrize("name", ["Kazybek Bek station", "станция Казыбек Бек", "Kazybek Bek", "Казыбек-Бек"])
def test_a_station_is_found_where_a_source_gives_it(gazetteer, name):
    best = gazetteer.candidates(name, country="KZ")[0].place

    assert (best.gazetteer_id, best.feature_type) == ("curated:kazybek-bek-station", "station")


@pytest.mark.parametrize("name", ["San José", "Victoria", "Punjab", "Hyderabad", "Córdoba", "Tripoli"])
def test_who_shares_a_name_is_told_apart_by_country(gazetteer, name):
    anywhere = gazetteer.candidates(name, limit=100)
    homes = list(dict.fromkeys(each.place.country for each in anywhere))[:4]

    assert len(homes) > 1
    for home in homes:
        assert gazetteer.candidates(name, country=home)[0].place.country == home
