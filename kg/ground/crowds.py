"""People of one name in several articles: what each article tells of them, and who is one person in the light of all.

What articles tell is kept by name, as text, so that a store can hold it and add an article to many others: what all of
them tell of a name (``Crowd``) depends on the set of these texts alone.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace

from kg.ground.namesakes import Namesakes, named_apart
from kg.model import Article, Grounding, Groundings, Mark, Mention
from kg.vocabulary import slug

LONG_APART = 60
"""Years between two articles in which one person hardly speaks."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """What all articles tell of the people of one name: nothing where none contradicts another.

    ``joined`` are keys of fuller names that stand for the plain one ("ana-b-vell" for "ana-vell"). ``namesakes`` and
    ``eras`` (the first year of its era for each year of an article) are by key, where there are several.
    """

    joined: frozenset[str] = frozenset()
    namesakes: Mapping[str, Namesakes] = field(default_factory=dict)
    eras: Mapping[str, Mapping[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, told: Iterable[str]) -> Crowd:
        """What ``told`` gave for one name, in any order."""
        rows = [json.loads(text) for text in told]
        plain = {row["name"] for row in rows if row["key"] == row["name"]}
        fuller = {row["key"] for row in rows if row["fuller"]}
        joined = frozenset(fuller if plain and len(fuller) == 1 else ())
        marks: defaultdict[str, list[Mark]] = defaultdict(list)
        years: defaultdict[str, set[int]] = defaultdict(set)
        for row in rows:
            key = row["name"] if row["key"] in joined else row["key"]
            marks[key].extend(Mark(*mark) for mark in row["marks"])
            years[key].update([row["year"]] if row["year"] else [])
        namesakes = {key: found for key, own in marks.items() if (found := Namesakes.of(own)).keys}
        eras = {key: era for key, own in years.items() if len(set((era := _eras(own)).values())) > 1}
        return cls(joined, namesakes, eras)


NOBODY = Crowd()
"""Nothing keeps the people of a name apart."""


def told(article: Article, groundings: Groundings) -> Iterator[tuple[str, str]]:
    """What an article tells of each person whom no gazetteer knows: the name it is kept by, and a text (JSON)."""
    fuller = _fuller(groundings)
    for key, marks in groundings.marks.items():
        name = fuller.get(key, key)
        row = {
            "name": name,
            "key": key,
            "fuller": key in fuller,
            "marks": [astuple(mark) for mark in marks],
            "year": article.published.year if article.published else 0,
        }
        yield name, json.dumps(row, ensure_ascii=False, sort_keys=True)


def crowds(found: Iterable[tuple[Article, Groundings]]) -> dict[str, Crowd]:
    """All articles in, the crowd of each name out."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for article, groundings in found:
        for name, text in told(article, groundings):
            names[name].add(text)
    return {name: Crowd.of(texts) for name, texts in names.items()}


def in_crowds(article: Article, groundings: Groundings, crowds: Mapping[str, Crowd]) -> Mapping[Mention, Grounding]:
    """What the mentions of one article are in the light of all; a name without a crowd keeps nobody apart."""
    fuller = _fuller(groundings)
    around = {key: crowds.get(fuller.get(key, key), NOBODY) for key in groundings.marks}
    joined = {key: fuller[key] for key, crowd in around.items() if key in crowd.joined}
    if joined:
        groundings = _joined(groundings, joined)
        around = {joined.get(key, key): crowd for key, crowd in around.items()}
    return _apart(article, groundings, around)


def _apart(article: Article, groundings: Groundings, around: Mapping[str, Crowd]) -> Mapping[Mention, Grounding]:
    year = article.published.year if article.published else 0
    people = {key: person for base, own in groundings.marks.items() for key, person in _people(base, own).items()}
    mentions = dict(groundings.mentions)
    for mention, grounding in groundings.mentions.items():
        if mention.kind != "PERSON" or grounding.entity.key not in people:
            continue
        base, own = people[grounding.entity.key]
        namesakes, eras = around[base].namesakes.get(base), around[base].eras.get(base)
        if namesakes:
            key = namesakes.key(own)
            if grounding.entity.key != f"{base}-{key}":
                mentions[mention] = named_apart(grounding, base, key, namesakes)
        if eras and year:
            mentions[mention] = _of_era(mentions[mention], eras[year])
    return mentions


def _people(base: str, marks: Sequence[Mark]) -> dict[str, tuple[str, tuple[Mark, ...]]]:
    """The keys that an article has for the people of one name, each with the name's key and their marks."""
    here = Namesakes.of(marks)
    if not here.keys:
        return {base: (base, tuple(marks))}
    return {base: (base, ()), **{f"{base}-{key}": (base, tuple(here.marks(key))) for key in here.told()}}


def _of_era(grounding: Grounding, first: int) -> Grounding:
    """The same with the first year of its era in the key."""
    entity = replace(grounding.entity, key=f"{grounding.entity.key}-{first}")
    reason = f"{grounding.reason}; articles of more than {LONG_APART} years apart name people of that name"
    return replace(grounding, entity=entity, reason=reason)


def _fuller(groundings: Groundings) -> dict[str, str]:
    """The keys of people whose name has an initial in its middle, each with the key of the name without."""
    return {
        entity.key: slug(plain)
        for entity in dict.fromkeys(grounding.entity for grounding in groundings.mentions.values())
        if entity.key in groundings.marks
        and entity.key == slug(entity.label)
        and (plain := without_initials(entity.label)) != entity.label
    }


def _joined(groundings: Groundings, joined: Mapping[str, str]) -> Groundings:
    mentions = dict(groundings.mentions)
    for mention, grounding in groundings.mentions.items():
        entity = grounding.entity
        if entity.key in joined:
            names = (entity.label, *entity.aliases)
            label = without_initials(entity.label)
            plain = replace(entity, key=joined[entity.key], label=label, aliases=names)
            reason = f"{grounding.reason}; the same name without its initial"
            mentions[mention] = replace(grounding, entity=plain, reason=reason)
    marks: dict[str, tuple[Mark, ...]] = {}
    for key, own in groundings.marks.items():
        base = joined.get(key, key)
        marks[base] = tuple(sorted({*marks.get(base, ()), *own}))
    return replace(groundings, mentions=mentions, marks=marks)


def without_initials(name: str) -> str:
    """A full name without the initials in its middle.

    >>> without_initials("Ana B. Vell"), without_initials("A. B. Vell"), without_initials("Ana Vell")
    ('Ana Vell', 'A. B. Vell', 'Ana Vell')
    """
    return re.sub(r"(?<=\w\w)(?: [A-Z]\.?)+(?= \w\w)", "", name)


def _eras(years: Iterable[int]) -> dict[int, int]:
    """Each year with the first of its era: an era ends where nothing is heard for longer than ``LONG_APART``."""
    eras: dict[int, int] = {}
    last = first = 0
    for year in sorted(years):
        first = first if first and year - last <= LONG_APART else year
        eras[year] = first
        last = year
    return eras
