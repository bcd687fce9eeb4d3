"""Known entities, read from SKOS Turtle files: who a name can stand for, and who held which office when."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.model import Entity
from kg.vocabulary.folders import folder
from kg.vocabulary.nodes import Node
from kg.vocabulary.terms import PREFIXES

ENTITY = PREFIXES["ent"]
ROLE = "https://w3id.org/newskg/id/role-type/"
WAYS = ("label", "alias", "demonym", "capital", "hidden")
"""How an entity can go by a name, the surest first."""


@dataclass(frozen=True, slots=True)
class Office:
    """Who held which office of which body. ``role`` is a slug ("president"); a day that is None is not known."""

    member: Entity
    role: str
    organization: Entity | None = None
    first: date | None = None
    last: date | None = None

    def held_on(self, day: date) -> bool:
        """True where nothing says that the office was not held on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One known entity with the other words it goes by.

    ``demonyms``: "Ukrainian". ``capitals``: places named for its government ("Kyiv"). ``seat_of``: the state that this
    body speaks for (the Kremlin: Russia). ``hidden``: names that alone tell too little ("Trump"). ``offices``: held by
    this person, oldest first.
    """

    entity: Entity
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    seat_of: Entity | None = None
    offices: tuple[Office, ...] = ()

    def known_as(self, name: str) -> str:
        """How the entity goes by this name: "label", "alias", "demonym", "capital" or "hidden"; "" where not."""
        keys = folds(name)
        return next((way for way, known in self.names() if fold(known) in keys), "")

    def names(self) -> Iterator[tuple[str, str]]:
        """Every name with the way it is one, the surest first."""
        yield "label", self.entity.label
        for way, names in zip(WAYS[1:], (self.entity.aliases, self.demonyms, self.capitals, self.hidden), strict=True):
            for name in names:
                yield way, name


class Gazetteer:
    """The known entities.

    ``Gazetteer.load(paths)`` reads the shipped files and then the user's own; ``Gazetteer.read(paths)`` those alone.
    """

    def __init__(self, entries: Iterable[GazetteerEntry] = ()) -> None:
        """Entries with different keys."""
        self._entries = {entry.entity.key: entry for entry in entries}
        self._by_name: dict[str, dict[str, int]] = defaultdict(dict)
        for key in sorted(self._entries):
            for way, name in self._entries[key].names():
                self._by_name[fold(name)].setdefault(key, WAYS.index(way))
        self._offices = sorted(
            (office for entry in self._entries.values() for office in entry.offices),
            key=lambda office: (office.first or date.min, office.member.key),
        )

    @classmethod
    def load(cls, paths: Iterable[str | Path] = ()) -> Gazetteer:
        """The shipped gazetteer with the user's files added. KgError with file, line and what to do."""
        return cls.read([*sorted((folder("seeds") / "gazetteer").glob("*.ttl")), *paths])

    @classmethod
    def read(cls, paths: Iterable[str | Path]) -> Gazetteer:
        """The gazetteer of these files alone; of two labels for one IRI the later file's is preferred. KgError."""
        return cls(_entries(Node.all(Path(path) for path in paths)))

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[GazetteerEntry]:
        return iter(self._entries.values())

    def entry(self, key: str) -> GazetteerEntry | None:
        """The entry of an entity's key."""
        return self._entries.get(key)

    def candidates(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Whom a name can stand for: those labelled so, then by the other ways; within these by key."""
        found: dict[str, int] = {}
        for folded in folds(name):
            for key, way in self._by_name.get(folded, {}).items():
                found[key] = min(way, found.get(key, way))
        return tuple(self._entries[key] for key in sorted(found, key=lambda key: (found[key], key)))

    def holders(self, role: str, organization: str = "", day: date | None = None) -> tuple[Entity, ...]:
        """Who held a role (its slug) of a body (its key; "" for any), on a day where one is given; earliest first."""
        found = (
            office.member
            for office in self._offices
            if office.role == role
            and (not organization or (office.organization is not None and office.organization.key == organization))
            and (day is None or office.held_on(day))
        )
        return tuple(dict.fromkeys(found))


def fold(name: str) -> str:
    """A name as it is compared: accents, dots in initials, a leading "the" and a possessive 's gone; lower case.

    Short names in capitals keep them, so that "US" is not "us".

    >>> fold("the Kremlin's"), fold("Côte d’Ivoire"), fold("U.S."), fold("us")
    ('kremlin', "cote d'ivoire", 'US', 'us')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("’", "'")
    plain = re.sub(r"(?<=\b\w)\.", "", re.sub(r"'s?\s*$", "", plain))
    words = re.sub(r"^the\s+(?=\S)", "", " ".join(plain.split()), flags=re.IGNORECASE)
    return words if len(words) <= 3 and words.isupper() else words.casefold()


def folds(name: str) -> tuple[str, ...]:
    """The forms under which a printed name may be known: a short one in capitals (US; LEE in a headline) has two."""
    folded = fold(name)
    return (folded, folded.casefold()) if folded.isupper() else (folded,)


def _entries(nodes: dict[str, Node]) -> Iterator[GazetteerEntry]:
    offices = [node for node in nodes.values() if "org:Membership" in node.values.get("rdf:type", ())]
    entities = {
        iri: _entity(node) for iri, node in nodes.items() if "org:Membership" not in node.values.get("rdf:type", ())
    }
    held: dict[str, list[Office]] = defaultdict(list)
    for node in offices:
        held[node.first("org:member")].append(_office(node, entities))
    for iri, entity in entities.items():
        values = nodes[iri].values
        yield GazetteerEntry(
            entity,
            demonyms=tuple(values.get("kg:demonym", ())),
            capitals=tuple(values.get("kg:capital", ())),
            hidden=tuple(values.get("skos:hiddenLabel", ())),
            seat_of=_known(nodes[iri], "kg:seatOf", entities) if "kg:seatOf" in values else None,
            offices=tuple(sorted(held[iri], key=lambda office: (office.first or date.min, office.role))),
        )


def _entity(node: Node) -> Entity:
    key = node.iri.removeprefix(ENTITY)
    if key == node.iri or not re.fullmatch(r"[^/#?\s]+", key):
        raise node.wrong(f"<{node.iri}> is no entity; write <{ENTITY}name-in-lower-case>.")
    label = node.first("skos:prefLabel")
    if not label:
        raise node.wrong(f'<{node.iri}> has no name; add skos:prefLabel "..."@en.')
    types = node.values.get("rdf:type", [])
    if not types:
        raise node.wrong(f"<{node.iri}> has no type; add one, such as kg:Actor or kg:Territory.")
    others = node.values["skos:prefLabel"][1:] + node.values.get("skos:altLabel", [])
    return Entity(
        key, label, tuple(sorted(types)), tuple(others), tuple(sorted(node.values.get("skos:exactMatch", ())))
    )


def _office(node: Node, entities: dict[str, Entity]) -> Office:
    role = node.first("org:role")
    if not role.startswith(ROLE):
        raise node.wrong(f"<{node.iri}> has no role; add org:role <{ROLE}president>, or another of that form.")
    return Office(
        _known(node, "org:member", entities),
        role.removeprefix(ROLE),
        _known(node, "org:organization", entities) if "org:organization" in node.values else None,
        _day(node, "kg:validFrom"),
        _day(node, "kg:validTo"),
    )


def _known(node: Node, name: str, entities: dict[str, Entity]) -> Entity:
    iri = node.first(name)
    if iri not in entities:
        raise node.wrong(
            f"{name} of <{node.iri}> names {f'<{iri}>' if iri else 'nothing'}; give an entity of a gazetteer."
        )
    return entities[iri]


def _day(node: Node, name: str) -> date | None:
    text = node.first(name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise node.wrong(f'{name} of <{node.iri}> is "{text}"; write a day as "2025-01-20"^^xsd:date.') from error
