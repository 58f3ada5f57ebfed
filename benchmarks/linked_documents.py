"""Documents of many projects with one long article, as a corpus of articles may give them."""

from datetime import date

from shapely import LineString, Point

from infromap.compose import compose_map
from infromap.compose.rows import article_rows
from infromap.model.article import Amount, Article, Financier, Reading
from infromap.model.mapdoc import Feature, MapDocument
from infromap.model.place import Exactness
from infromap.model.project import Kind, PlaceMention, PlaceRole, Project
from infromap.model.provenance import Quote
from infromap.model.route import GeometryMethod

KINDS = tuple(Kind)
LINES = (Kind.HIGHWAY, Kind.RAILWAY, Kind.METRO)
SENTENCE = (
    "The {bank} lends USD {sum} million for the {kind} number {number} in {town} of {capacity} MW, now {status}.\n"
)


def many_projects(count: int) -> MapDocument:
    """Return a document of this many projects over Kazakhstan: five facts each, a tenth of them without a place."""
    sentences, projects, start = [], [], 0
    for number in range(count):
        sentence, project = _project(number, start)
        sentences.append(sentence)
        projects.append(project)
        start += len(sentence)
    article = Article(
        text="".join(sentences), source="corpus.txt", title="A corpus", date=date(2026, 11, 1).isoformat()
    )
    reading = Reading(article=article, projects=tuple(projects), country="KZ", countries=("KZ",))
    return compose_map(reading, [_feature(project, number, count) for number, project in enumerate(projects)])


def _project(number: int, start: int) -> tuple[str, Project]:
    kind = KINDS[number % len(KINDS)]
    said = {
        "bank": "AIIB",
        "sum": str(10 + number % 490),
        "kind": kind.value,
        "number": str(number),
        "town": f"Town {number}",
        "capacity": str(5 + number % 700),
        "status": "planned",
    }
    sentence = SENTENCE.format(**said)

    def quote(field: str, text: str) -> Quote:
        begin = start + sentence.index(text)
        return Quote(field=field, text=text, start=begin, end=begin + len(text))

    place = PlaceMention(name=said["town"], role=PlaceRole.SITE, quote=quote("place", said["town"]))
    amount = Amount(value=float(said["sum"]) * 1e6, currency="USD", quote=quote("amount", f"USD {said['sum']} million"))
    whole = sentence.rstrip()
    facts = (quote("kind", kind.value), quote("capacity", f"{said['capacity']} MW"), quote("status", "planned"))
    project = Project(
        id=f"project-{number}",
        name=f"{kind.value} number {number} in {said['town']}",
        kind=kind,
        linear=kind in LINES,
        places=(place,),
        country="KZ",
        status="planned",
        capacity=f"{said['capacity']} MW",
        financiers=(Financier(name="AIIB", quote=quote("financier", "AIIB")),),
        amounts=(amount,),
        quotes=(
            Quote(field="sentence", text=whole, start=start, end=start + len(whole)),
            *facts,
            place.quote,
            amount.quote,
        ),
    )
    return sentence, project


def _feature(project: Project, number: int, count: int) -> Feature:
    columns = max(1, round(count**0.5))
    lon, lat = 48 + 38 * (number % columns) / columns, 41 + 14 * (number // columns) / columns
    is_lost, is_line = number % 10 == 9, project.linear
    shape = LineString([(lon, lat), (lon + 0.2, lat + 0.1)]) if is_line else Point(lon, lat)
    method = GeometryMethod.SCHEMATIC if is_line else GeometryMethod.GAZETTEER
    return Feature(
        id=project.id,
        name=project.name,
        kind=project.kind,
        geometry=None if is_lost else shape,
        method=GeometryMethod.NONE if is_lost else method,
        exactness=Exactness.NOT_STATED if is_lost else Exactness.CITY,
        accuracy_km=None if is_lost or is_line else 5.0,
        geometry_length_km=20.0 if is_line and not is_lost else None,
        project=project,
        sentence=project.quotes[0],
        article_rows=article_rows(project),
    )
