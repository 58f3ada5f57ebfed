"""What may stand in Latin letters where the program speaks another language: its own words, and the names of a map."""

import json
from collections.abc import Iterator
from xml.etree import ElementTree

from infromap.assets import resource_path
from infromap.gazetteer import open_places
from infromap.gazetteer.alternatives import list_alternatives
from infromap.model.mapdoc import MapDocument
from infromap.model.place import Candidate
from infromap.saying import Saying
from sayings import notes

# Not a word of it is English, so that whatever is comes from the program.
ARTICLE = """АБИИ выделит 500 млн долларов на строительство автодороги Актобе – Карабутак – Улгайсын длиной 234 км.
Банк профинансирует больницу в Кокшетау на 630 коек и ветровую электростанцию мощностью 220 МВт.
АБИИ даст 40 млн долларов на больницу в Нигдеевске. Участники встретились в Астане."""


def translations(language: str) -> Iterator[str]:
    """Yield all that the program says in a language."""
    for message in ElementTree.parse(resource_path(f"i18n/infromap_{language}.ts")).getroot().iter("translation"):
        yield from ([form.text or "" for form in message.iter("numerusform")] or [message.text or ""])
    for name in (f"{language}.json", f"sentences_{language}.json"):
        yield from json.loads(resource_path(f"i18n/{name}").read_text(encoding="utf-8")).values()
    yield resource_path(f"manual/{language}.md").read_text(encoding="utf-8")


def names_of(document: MapDocument) -> Iterator[str]:
    """Yield the names that a map has from its data: places, countries, sources, and what sources say."""
    for feature in document.features:
        yield from (row.value for row in feature.fact_rows)
        yield from (row.source.name for row in feature.fact_rows if row.source)
        yield from (waypoint.name for waypoint in feature.waypoints)
        yield from (waypoint.added_from.name for waypoint in feature.waypoints if waypoint.added_from)
        yield from (each.name for each in feature.project.financiers)
        yield from (each.currency for each in feature.project.amounts)
        with open_places() as gazetteer:
            for resolved in feature.resolved:
                for candidate, _ in list_alternatives(resolved.mention.name, gazetteer, country="KZ"):
                    yield from _names_of(candidate)


def _names_of(candidate: Candidate) -> Iterator[str]:
    place = candidate.place
    yield from (candidate.matched_name, place.country, place.region or "")
    for text in (place.name, place.source.name):  # what is said of them is not their name
        yield from text.values.values() if isinstance(text, Saying) and text.values else [text] * (text not in notes())
