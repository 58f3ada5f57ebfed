"""A book is read in parts: what one sentence means to another is looked for within some pages only.

So the time that a text takes grows with its length and not with the square of it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.article.institutions import unique_financiers
from infromap.model.article import Article, Person, Reading

if TYPE_CHECKING:
    from infromap.article.sentences import Sentence
    from infromap.model.project import Project

_PART = 12_000  # letters: longer than almost every article, so that these are read whole


def split_parts(sentences: Sequence["Sentence"]) -> Iterator[tuple["Sentence", ...]]:
    """Yield the sentences in parts of some 12,000 letters, numbered from 0 in each; at least one part, if empty."""
    part: list[Sentence] = []
    begin = sentences[0].start if sentences else 0
    for sentence in sentences:
        if part and sentence.end - begin > _PART:
            yield tuple(part)
            part, begin = [], sentence.start
        part.append(sentence if sentence.number == len(part) else replace(sentence, number=len(part)))
    yield tuple(part)


def join_readings(article: Article, readings: Sequence[Reading]) -> Reading:
    """Make one reading of those of an article's parts; a project that two parts place alike is one."""
    if len(readings) == 1:
        return readings[0]
    countries = _most_named([each.countries for each in readings])
    people: dict[str, Person] = {}
    for person in (person for each in readings for person in each.people):
        people.setdefault(person.name, person)
    return Reading(
        article=article,
        projects=_unlike([project for each in readings for project in each.projects]),
        financiers=unique_financiers([financier for each in readings for financier in each.financiers]),
        amounts=tuple(amount for each in readings for amount in each.amounts),
        people=tuple(people.values()),
        portfolio=next((each.portfolio for each in readings if each.portfolio), None),
        country=countries[0] if countries else None,
        countries=countries,
        notices=tuple(dict.fromkeys(notice for each in readings for notice in each.notices)),
    )


def _most_named(lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the countries that come first in most parts first."""
    counts: Counter[str] = Counter()
    for codes in lists:
        for rank, code in enumerate(codes):
            counts[code] += max(1, 10 - rank)
    return tuple(code for code, _ in counts.most_common())


def _unlike(projects: Sequence["Project"]) -> tuple["Project", ...]:
    """Return the projects without those of one kind at the same places, each with an id of its own."""
    seen: set[tuple[object, ...]] = set()
    used: Counter[str] = Counter()
    kept = []
    for project in projects:
        places = tuple((place.name, place.role) for place in project.places)
        key = (project.kind, places or project.name)
        if key in seen:
            continue
        seen.add(key)
        used[project.id] += 1
        again = f"{project.id}-again-{used[project.id]}"
        kept.append(replace(project, id=again) if used[project.id] > 1 else project)
    return tuple(kept)
