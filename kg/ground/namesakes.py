"""Who is one person and who is not: namesakes told apart by their roles, in one article and in several; initials."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.ground.roles import Holding, contradict, mark_of
from kg.model import Article, Entity, Grounding, Groundings, Mark, Mention
from kg.vocabulary import Gazetteer, slug

UNTOLD = 0.3
"""How sure it is that a name is that of somebody unknown, where it fits several people met elsewhere."""
LAST_TOLD = 0.4
"""How sure it is that a name is that of whichever namesake the article told of last."""
LONG_APART = 60
"""Years between two articles in which one person hardly speaks."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """The people of one name: the marks that tell them apart, each with the key that stands for it; none where one."""

    keys: Mapping[Mark, str]

    @classmethod
    def of(cls, marks: Iterable[Mark]) -> Namesakes:
        """Whoever has these marks: several people where two of the marks contradict each other.

        A mark that contradicts some and not others tells nothing; the first of marks that may be one stands for them.
        """
        every = sorted(set(marks))
        if not any(contradict(one, other) for one in every for other in every):
            return cls({})
        groups = {mark: [other for other in every if not contradict(mark, other)] for mark in every}
        telling = {mark for mark, like in groups.items() if all(groups[other] == like for other in like)}
        return cls({mark: groups[mark][0].key for mark in every if mark in telling})

    def key(self, marks: Iterable[Mark]) -> str:
        """The key of the person with these marks; "" where they fit several or tell nothing."""
        found = {self.keys[mark] for mark in marks if mark in self.keys}
        return found.pop() if len(found) == 1 else ""

    def marks(self, key: str) -> list[Mark]:
        """The marks of the person with this key."""
        return [mark for mark, known in self.keys.items() if known == key]

    def told(self) -> list[str]:
        """The keys of all."""
        return sorted(set(self.keys.values()))


def _named_apart(grounding: Grounding, base: str, key: str, namesakes: Namesakes) -> Grounding:
    """A person of their own in, the one of several namesakes with this key out; open between all where it is ""."""
    others = [other for other in namesakes.told() if other != key]
    labels = " and ".join(mark.label for other in others for mark in namesakes.marks(other)[:1])
    if key:
        label = namesakes.marks(key)[0].label
        reason = f"{grounding.reason}; {label} by role, another of that name by {labels}"
        return replace(grounding, entity=replace(grounding.entity, key=f"{base}-{key}"), reason=reason)
    reason = f"fits people of that name by {labels}, and the article does not tell which"
    candidates = dict.fromkeys((*grounding.candidates, *(_called(grounding.entity, base, other) for other in others)))
    return Grounding(replace(grounding.entity, key=base), UNTOLD, reason, tuple(candidates))


def _called(entity: Entity, base: str, key: str) -> Entity:
    return replace(entity, key=f"{base}-{key}", aliases=())


def told_apart(
    mentions: Mapping[Mention, Grounding],
    roles: Iterable[Holding],
    choose: Callable[[Mention, tuple[str, ...]], Grounding],
    gazetteer: Gazetteer,
) -> tuple[Mapping[Mention, Grounding], Mapping[str, tuple[Mark, ...]]]:
    """The mentions of one article and its roles in; the mentions with namesakes apart, and the marks of people, out.

    ``choose`` grounds a mention anew by the titles of the one whom it names.
    """
    bearers: dict[str, list[tuple[Holding, Mark]]] = {}
    for holding in roles:
        if mark := mark_of(holding, mentions, gazetteer):
            bearers.setdefault(holding.member.name, []).append((holding, mark))
    settled = dict(mentions)
    marks: dict[str, tuple[Mark, ...]] = {}
    for mention, grounding in mentions.items():
        if mention.kind != "PERSON" or not mention.named:
            continue
        own = bearers.get(mention.name, [])
        namesakes = Namesakes.of(mark for _, mark in own)
        if namesakes.keys:
            key = namesakes.key(_bearer(mention, own))
            titles = tuple(f"{mark.label} {one.role}" for one, mark in own if namesakes.keys.get(mark) == key)
            grounding = choose(mention, titles if key else mention.titles)
        base = grounding.entity.key
        if gazetteer.entry(base) is None:
            marks[base] = tuple(sorted({*marks.get(base, ()), *(mark for _, mark in own)}))
            if namesakes.keys:
                grounding = _named_apart(grounding, base, key, namesakes)
                if key and all(mention.span != one.member.span for one, _ in own):
                    grounding = replace(grounding, score=LAST_TOLD, reason=f"{grounding.reason}; the one told of last")
        settled[mention] = grounding
    return settled, marks


def apart(found: Sequence[tuple[Article, Groundings]]) -> list[Mapping[Mention, Grounding]]:
    """The groundings of all articles in; out what the mentions are, with namesakes of different articles apart.

    Before that, a name with an initial in the middle joins the same name without, where that has one initial alone.
    """
    found = _initials_joined(found)
    marks: dict[str, list[Mark]] = {}
    years: dict[str, set[int]] = {}
    for article, groundings in found:
        for base, own in groundings.marks.items():
            marks.setdefault(base, []).extend(own)
            years.setdefault(base, set()).update([article.published.year] if article.published else [])
    namesakes = {base: Namesakes.of(own) for base, own in marks.items()}
    eras = {base: _eras(own) for base, own in years.items()}
    return [_apart(article, groundings, namesakes, eras) for article, groundings in found]


def _apart(
    article: Article,
    groundings: Groundings,
    namesakes: Mapping[str, Namesakes],
    eras: Mapping[str, Mapping[int, int]],
) -> Mapping[Mention, Grounding]:
    """What the mentions of one article are, in the light of all."""
    year = article.published.year if article.published else 0
    people = {key: person for base, own in groundings.marks.items() for key, person in _people(base, own).items()}
    mentions = dict(groundings.mentions)
    for mention, grounding in groundings.mentions.items():
        if mention.kind != "PERSON" or grounding.entity.key not in people:
            continue
        base, own = people[grounding.entity.key]
        key = namesakes[base].key(own)
        if namesakes[base].keys and grounding.entity.key != f"{base}-{key}":
            mentions[mention] = _named_apart(grounding, base, key, namesakes[base])
        if len(set(eras[base].values())) > 1 and year:
            mentions[mention] = _of_era(mentions[mention], eras[base][year])
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


def _bearer(mention: Mention, bearers: Sequence[tuple[Holding, Mark]]) -> list[Mark]:
    """Which of several people of its name a mention is: the one whose role was told last before it, if any was."""
    before = [(holding.member.span, mark) for holding, mark in bearers if holding.member.span <= mention.span]
    last = max((span for span, _ in before), default=None)
    return [mark for span, mark in before if span == last]


def _initials_joined(found: Sequence[tuple[Article, Groundings]]) -> Sequence[tuple[Article, Groundings]]:
    """ "Ana B. Vell" of one article is "Ana Vell" of another, unless there is an "Ana C. Vell", too."""
    own = {base for _, groundings in found for base in groundings.marks}
    full: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    for _, groundings in found:
        for grounding in groundings.mentions.values():
            entity = grounding.entity
            plain = without_initials(entity.label)
            if entity.key in own and entity.key == slug(entity.label) and plain != entity.label:
                full[slug(plain)].add(entity.key)
                labels[entity.key] = plain
    joined = {key: plain for plain, keys in full.items() if plain in own and len(keys) == 1 for key in keys}
    if not joined:
        return found
    return [(article, _joined(groundings, joined, labels)) for article, groundings in found]


def _joined(groundings: Groundings, joined: Mapping[str, str], labels: Mapping[str, str]) -> Groundings:
    mentions = dict(groundings.mentions)
    for mention, grounding in groundings.mentions.items():
        entity = grounding.entity
        if entity.key in joined:
            names = (entity.label, *entity.aliases)
            plain = replace(entity, key=joined[entity.key], label=labels[entity.key], aliases=names)
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
