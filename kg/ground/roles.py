"""What the roles of an article tell of people: the country that an office belongs to, or another field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.ground.people import CALLINGS, calling, is_state, states_of
from kg.model import Content, Entity, Grounding, Mark, Mention, Skipped, Statement
from kg.vocabulary import Gazetteer

# Offices of a country, or of what lies in it
OFFICES = frozenset(
    "president vice-president premier chancellor minister secretary senator governor mayor lawmaker legislator "
    "congressman congresswoman mp king queen emir sultan general admiral colonel".split()
)
# "the mayor of Osk": no country
LOCAL = frozenset("mayor governor premier".split())
# What no province has; of two words where one alone is not enough
WHOLE = frozenset(("president", "king", "queen", "emir", "sultan", "prime minister", "foreign minister"))


@dataclass(frozen=True, slots=True)
class Holding:
    """A role that the article gives a person."""

    member: Mention
    role: str
    organization: Mention | None


def holdings(found: Iterable[Statement | Skipped]) -> Iterator[Holding]:
    """The roles that an article's statements give to named people, in any content."""
    for item in found:
        statement: Statement | None = item if isinstance(item, Statement) else None
        while statement is not None:
            yield from _in_content(statement.content)
            statement = statement.outer


def is_local(role: str) -> bool:
    """True for an office of a town or province ("mayor"): what it is of is a place, never the government there.

    >>> is_local("deputy mayor"), is_local("foreign minister")
    (True, False)
    """
    return not LOCAL.isdisjoint(role.split())


def mark_of(holding: Holding, mentions: Mapping[Mention, Grounding], gazetteer: Gazetteer) -> Mark | None:
    """What a role tells of who holds it; None where it tells nothing ("president of the university")."""
    words = set(holding.role.split())
    if field := calling(holding.role):
        return Mark(field, field)
    if holding.organization is None or not words & OFFICES:
        return None
    body = mentions[holding.organization]
    state = _state(holding.organization, body, gazetteer)
    if state:
        return Mark(state.key, state.label)
    whole = any(set(office.split()) <= words for office in WHOLE)
    # "Selt's president": whatever a pipeline takes Selt for, only a country has one
    kinds = {"GPE", "NORP", "PERSON"} if whole else {"GPE", "NORP"}
    is_country = holding.organization.kind in kinds and not is_local(holding.role)
    if not is_country or body.candidates or gazetteer.entry(body.entity.key):
        return None
    return Mark(body.entity.key, body.entity.label, known=False, whole=whole)


def contradict(one: Mark, other: Mark) -> bool:
    """True where nobody has both: offices of two countries, an office and a calling such as goalkeeper.

    Two countries that no gazetteer knows are two, unless they may be one by their names ("Norvia", "Norvian").
    """
    unknown = [mark for mark in (one, other) if not mark.known]
    fields = {one.key, other.key}.issubset(CALLINGS.values())
    if one.key == other.key or fields or (unknown and one.key[:4] == other.key[:4]):
        return False
    return len(unknown) != 1 or unknown[0].whole


def _in_content(content: Content) -> Iterator[Holding]:
    member, role, organization = map(content.get, ("member", "role", "organization"))
    if isinstance(member, Mention) and isinstance(role, str) and member.kind == "PERSON" and member.named:
        yield Holding(member, role, organization if isinstance(organization, Mention) else None)
    for _, value in content.fields:
        if isinstance(value, Content):
            yield from _in_content(value)


def _state(mention: Mention, body: Grounding, gazetteer: Gazetteer) -> Entity | None:
    """The state that a body is, is the seat of, lies in as its capital, or is named after ("Ukrainian army")."""
    entry = gazetteer.entry(body.entity.key)
    states = states_of(entry, gazetteer) if entry else {other for other in body.candidates if "kg:State" in other.types}
    if not entry and not body.candidates and mention.kind == "ORG":
        states = {known.entity for known in gazetteer.candidates(mention.name.split()[0]) if is_state(known)}
    return states.pop() if len(states) == 1 else None
