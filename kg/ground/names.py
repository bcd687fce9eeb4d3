"""The entity that a mention stands for, chosen from the gazetteer with a score and a reason, or one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.ground.bodies import body_of_the_country, is_common, names_others
from kg.ground.own import Use, own_entity, unnamed_entity
from kg.ground.people import (
    family_name,
    held_on,
    of_that_title,
    office_holder,
    speaks_against,
    states_of,
    without_titles,
)
from kg.model import Entity, Grounding, Mention
from kg.vocabulary import Gazetteer, GazetteerEntry, fold

# How sure a match is, by the way the entity goes by the name.
SCORES = {"label": 1.0, "alias": 0.95, "demonym": 0.75, "capital": 0.65}
REASONS = {
    "label": "its name",
    "alias": "another of its names",
    "demonym": "the name of its people",
    "capital": "capital used for its government",
}
# "in Kyiv", "near Kyiv": the city, not the government
_PLACED = re.compile(r"\b(?:in|near|outside|around|into|across|through|over|at|towards?|central|downtown)\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Setting:
    """What grounding goes by besides the mention: the known entities, the article's day and text."""

    gazetteer: Gazetteer
    day: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Open:
    """No known entity was chosen, for this reason; ``candidates`` were possible."""

    reason: str
    candidates: tuple[Entity, ...] = ()


NOT_KNOWN = Open("not in the gazetteer, an entity of its own")


def ground_name(mention: Mention, use: Use, anywhere: Use, setting: Setting) -> Grounding:
    """A mention in, the entity it stands for out, with a score (0 to 1) and a reason.

    ``use`` is what this mention does in the statements, ``anywhere`` what its name does in all of the article: it
    gives an entity of its own its types.
    """
    name = _clean(mention.name)
    known = _known(mention, name, use, setting)
    if isinstance(known, Grounding):
        return known
    if not mention.named:
        return Grounding(unnamed_entity(mention, name, anywhere), 0.5, "unnamed source, an entity of this article")
    if mention.kind == "ORG" and is_common(name):
        reason = known.reason if known.candidates else "a body that every country has, an entity of this article"
        return Grounding(unnamed_entity(mention, name, anywhere), 0.5, reason, known.candidates)
    if mention.kind == "PERSON":
        name = without_titles(name)[0]
    return Grounding(own_entity(mention, name, anywhere, setting.gazetteer), 0.5, known.reason, known.candidates)


def _known(mention: Mention, name: str, use: Use, setting: Setting) -> Grounding | Open:
    """The known entity that a mention stands for, or why there is none."""
    government = _government(name, setting)
    if government:
        return government
    if mention.named:
        if mention.kind != "PERSON":
            found = _thing(mention, name, use, setting)
            return _holder(name, setting) if found == NOT_KNOWN else found
        found = _person(mention, use, setting)
        return _body_read_as_person(mention, name, use, setting) or found if isinstance(found, Open) else found
    if mention.kind == "PERSON":
        return _holder(name, setting)
    called = {entry.known_as(name) for entry in setting.gazetteer.candidates(name)}
    is_body = " " in name and called and called <= {"label", "alias"}  # "the U.N. health agency", not "South Koreans"
    return _thing(mention, name, use, setting) if is_body or is_common(name) else NOT_KNOWN


def _person(mention: Mention, use: Use, setting: Setting) -> Grounding | Open:
    name, title = without_titles(_clean(mention.name))
    titles = [*mention.titles, *([title] if title else [])]
    for form in (name, *(other for other in mention.names if " " in other)):
        people = [entry for entry in setting.gazetteer.candidates(form) if _is_person(entry)]
        if not people:
            continue
        if " " not in form and form.casefold() != people[0].entity.label.casefold():
            return _by_family_name(form, titles, people, setting)
        against = [speaks_against(entry, titles, setting.gazetteer, setting.day, use.acts) for entry in people]
        left = [entry for entry, reason in zip(people, against, strict=True) if not reason]
        if len(left) > 1:
            left = [entry for entry in left if held_on(entry, setting.day)] or left
        if len(left) == 1:
            return Grounding(left[0].entity, 0.95, "full name")
        return Open(next(filter(None, against), "fits several known people"), _entities(people))
    return _titled(name, titles, setting)


def _body_read_as_person(mention: Mention, name: str, use: Use, setting: Setting) -> Grounding | None:
    """ "Kremlin", taken for a person by the pipeline: a known body, but no state, whose name a person can have."""
    if mention.titles or " " in name:
        return None
    found = _thing(mention, name, use, setting)
    if isinstance(found, Open) or {"kg:State", "kg:Territory"} & set(found.entity.types):
        return None
    return found


def _by_family_name(name: str, titles: list[str], people: list[GazetteerEntry], setting: Setting) -> Grounding | Open:
    """A family name alone stands for the one person of that name who holds an office on the day."""
    if any(speaks_against(entry, titles, setting.gazetteer, setting.day, acts=True) for entry in people):
        return Open("a family name alone, and the article's titles do not fit", _entities(people))
    now = [(entry, office) for entry in people if (office := held_on(entry, setting.day))]
    if len(now) != 1:
        return Open(f"a family name alone, and {len(now)} known people held an office on the day", _entities(people))
    entry, office = now[0]
    return Grounding(entry.entity, 0.8, f"a family name alone, {office.role} on the day", _entities(people))


def _titled(name: str, titles: list[str], setting: Setting) -> Grounding | Open:
    """ "US President Vell": who held that office on the day, where the family name is theirs."""
    for title in titles:
        holder = office_holder(title, setting.gazetteer, setting.day)
        if holder and fold(family_name(holder.label)) == fold(name):
            return Grounding(holder, 0.85, f"family name and office ({title}) on the day")
    if " " in name:
        return NOT_KNOWN
    people = list(dict.fromkeys(person for title in titles for person in _of_title(title, name, setting)))
    if len(people) == 1:
        return Grounding(people[0], 0.8, "family name and title on the day")
    return Open("a family name and title that fit several", tuple(people)) if people else NOT_KNOWN


def _of_title(title: str, name: str, setting: Setting) -> Iterator[Entity]:
    """Who is called so on the day, but for a country that the article does not name, though it names others."""
    for entry in of_that_title(title, name, setting.gazetteer, setting.day):
        if not names_others(states_of(entry, setting.gazetteer), setting.text, setting.gazetteer):
            yield entry.entity


def _holder(phrase: str, setting: Setting) -> Grounding | Open:
    """ "the US president", unnamed."""
    holder = office_holder(phrase, setting.gazetteer, setting.day)
    entry = setting.gazetteer.entry(holder.key) if holder else None
    if entry is None or names_others(states_of(entry, setting.gazetteer), setting.text, setting.gazetteer):
        return NOT_KNOWN
    return Grounding(entry.entity, 0.8, f"held the office ({phrase}) on {setting.day}")


def _thing(mention: Mention, name: str, use: Use, setting: Setting) -> Grounding | Open:
    """States, bodies, places; also a person by full name whom the pipeline took for something else."""
    for form in (name, *mention.names):
        found = setting.gazetteer.candidates(form)
        things = [entry for entry in found if not _is_person(entry)]
        if things:
            return _best_thing(mention, form, things, use, setting)
        if " " in form and len(found) == 1:
            return Grounding(found[0].entity, 0.7, f"full name of a person, though read as {mention.kind}")
    body = body_of_the_country(name, setting.text, setting.gazetteer)
    return Grounding(body.entity, 0.7, "that body of the one country the article names") if body else NOT_KNOWN


def _best_thing(
    mention: Mention, name: str, things: list[GazetteerEntry], use: Use, setting: Setting
) -> Grounding | Open:
    way = things[0].known_as(name)
    best = [entry for entry in things if entry.known_as(name) == way]
    if way == "capital" and (use.land or (not use.acts and _is_placed(mention, setting))):
        return Open("a capital city as a place", _entities(best))
    states = states_of(best[0], setting.gazetteer) if len(best) == 1 and is_common(name) else ()
    if states and names_others(states, setting.text, setting.gazetteer):
        return Open("a body that every country has, and the article names others", _entities(best))
    told = best if len(best) == 1 else [entry for entry in best if _told(entry, name, setting.text)]
    if len(told) != 1:
        return Open(f"fits {len(best)} known entities, and the article does not tell which", _entities(best))
    score = SCORES.get(way, 0.7) - (0.0 if len(best) == 1 else 0.2)
    return Grounding(told[0].entity, score, REASONS.get(way, way), _entities(things[:8]) if len(things) > 1 else ())


def _government(name: str, setting: Setting) -> Grounding | None:
    """ "Ukrainian government", "government of Ukraine": the state."""
    match = re.fullmatch(r"(?:(?P<whose>.+?)\s+government|government\s+of\s+(?P<of>.+))", name, re.IGNORECASE)
    states = setting.gazetteer.candidates(match["whose"] or match["of"]) if match else ()
    states = tuple(entry for entry in states if "kg:State" in entry.entity.types)
    return Grounding(states[0].entity, 0.75, "the state of this government") if len(states) == 1 else None


def _entities(entries: list[GazetteerEntry]) -> tuple[Entity, ...]:
    return tuple(entry.entity for entry in entries)


def _told(entry: GazetteerEntry, name: str, text: str) -> bool:
    """True where the article also calls the entity by a name that is not the ambiguous one."""
    names = (known for known in (entry.entity.label, *entry.entity.aliases) if fold(known) != fold(name))
    return any(re.search(rf"\b{re.escape(known)}\b", text) for known in names)


def _is_placed(mention: Mention, setting: Setting) -> bool:
    return bool(_PLACED.search(setting.text[max(0, mention.span.start - 20) : mention.span.start]))


def _is_person(entry: GazetteerEntry) -> bool:
    return "foaf:Person" in entry.entity.types


def _clean(name: str) -> str:
    """One line, without a determiner or a possessive."""
    return re.sub(r"^(?:the|an?)\s+(?=\S)|[’']s?$", "", " ".join(name.split()), flags=re.IGNORECASE) or name
