"""Who is one person and who is not: the namesakes of one article, told apart by their roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.ground.roles import Holding, contradict, mark_of
from kg.model import Entity, Grounding, Mark, Mention
from kg.vocabulary import Gazetteer

UNTOLD = 0.3
"""How sure it is that a name is that of somebody unknown, where it fits several people met elsewhere."""
LAST_TOLD = 0.4
"""How sure it is that a name is that of whichever namesake the article told of last."""


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


def named_apart(grounding: Grounding, base: str, key: str, namesakes: Namesakes) -> Grounding:
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
                grounding = named_apart(grounding, base, key, namesakes)
                if key and all(mention.span != one.member.span for one, _ in own):
                    grounding = replace(grounding, score=LAST_TOLD, reason=f"{grounding.reason}; the one told of last")
        settled[mention] = grounding
    return settled, marks


def _bearer(mention: Mention, bearers: Sequence[tuple[Holding, Mark]]) -> list[Mark]:
    """Which of several people of its name a mention is: the one whose role was told last before it, if any was."""
    before = [(holding.member.span, mark) for holding, mark in bearers if holding.member.span <= mention.span]
    last = max((span for span, _ in before), default=None)
    return [mark for span, mark in before if span == last]
