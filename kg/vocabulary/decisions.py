"""Decisions about entities, read from SKOS Turtle files: which two are one, and which is another than it seems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.model import Entity
from kg.vocabulary.gazetteer import ENTITY, Gazetteer, fold
from kg.vocabulary.nodes import Node

MATCH = "skos:exactMatch"
DIFFERENT = "http://www.w3.org/2002/07/owl#differentFrom"
WIKIDATA = "http://www.wikidata.org/entity/"
# Types of the note that a decision is, not of the entity it is about.
OF_THE_NOTE = frozenset(("skos:Concept", "http://www.w3.org/2002/07/owl#NamedIndividual"))


@dataclass(frozen=True, slots=True)
class One:
    """Several entities decided to be one.

    ``iri`` is the one they go by, ``known`` its entity in the gazetteer, ``label`` the name that the files give it.
    ``links`` are its IRIs in other data sets, ``members`` all entities that are it, in order.
    """

    iri: str
    known: Entity | None
    label: str
    links: tuple[str, ...]
    members: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Another:
    """An entity decided to be none of ``others``, though it goes by their name.

    ``names`` are folded; ``places`` are the articles and mentions that the decision is about: all where there are none.
    """

    entity: Entity
    others: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    file: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """What somebody decided about entities; ``Decisions()`` is nothing."""

    same: tuple[One, ...] = ()
    different: tuple[Another, ...] = ()
    of: dict[str, One] = field(default_factory=dict)

    @classmethod
    def read(cls, same: Iterable[str | Path], different: Iterable[str | Path], gazetteer: Gazetteer) -> Decisions:
        """The files' decisions.

        ``same``: ``ent:a skos:exactMatch ent:b``, or a Wikidata IRI. ``different``: an entity with ``skos:prefLabel``,
        perhaps ``skos:altLabel``, and ``owl:differentFrom``; ``kg:inArticle`` and ``kg:evidence`` say where. The order
        of files and lines does not matter. KgError with file, line and what to do, also where the two contradict.
        """
        links = _links(gazetteer)
        ones = tuple(_ones(Node.all(map(Path, same)), links, gazetteer))
        of = {iri: one for one in ones for iri in one.members}
        others = tuple(_others(Node.all(map(Path, different)), links, of))
        return cls(ones, others, of)


def _links(gazetteer: Gazetteer) -> dict[str, str]:
    """The gazetteer's entity for an IRI of another data set."""
    return {
        other: ENTITY + entry.entity.key
        for entry in sorted(gazetteer, key=lambda entry: entry.entity.key, reverse=True)
        for other in entry.entity.same_as
    }


def _ones(nodes: dict[str, Node], links: dict[str, str], gazetteer: Gazetteer) -> Iterator[One]:
    """Whatever matches join, directly or by way of others, is one."""
    groups: dict[str, set[str]] = {}
    for iri, node in nodes.items():
        for other in node.values.get(MATCH, ()):
            pair = {_plain(iri, node), _plain(other, node)}
            pair |= {links[one] for one in pair if one in links}
            joined = pair.union(*(groups[one] for one in pair if one in groups))
            groups.update(dict.fromkeys(joined, joined))
        if MATCH not in node.values and "skos:prefLabel" not in node.values:
            raise node.wrong(f"<{iri}> is the same as nothing; write <{iri}> skos:exactMatch <{ENTITY}another>.")
    for group in sorted(map(sorted, {id(group): group for group in groups.values()}.values())):
        members = tuple(iri for iri in group if iri.startswith(ENTITY))
        if not members:
            continue
        entries = {iri: gazetteer.entry(iri.removeprefix(ENTITY)) for iri in members}
        iri = min(members, key=lambda one: (entries[one] is None, _is_local(one), one))
        entry = entries[iri]
        file = next(nodes[one].path.name for one in sorted(nodes) if _plain(one, nodes[one]) in group)
        yield One(
            iri,
            entry.entity if entry else None,
            min(nodes[iri].values.get("skos:prefLabel", ()), default="") if iri in nodes else "",
            tuple(one for one in group if one not in members),
            members,
            file,
        )


def _others(nodes: dict[str, Node], links: dict[str, str], of: dict[str, One]) -> Iterator[Another]:
    for iri, node in sorted(nodes.items()):
        if DIFFERENT not in node.values:
            raise node.wrong(f"<{iri}> is different from nothing; add owl:differentFrom <{ENTITY}another>.")
        if not iri.startswith(ENTITY):
            raise node.wrong(f"<{iri}> is no entity; write <{ENTITY}name-in-lower-case>.")
        label = min(node.values.get("skos:prefLabel", ()), default="")
        if not label:
            raise node.wrong(f'<{iri}> has no name that tells its mentions; add skos:prefLabel "..."@en.')
        others = frozenset(links.get(plain, plain) for plain in (_plain(one, node) for one in node.values[DIFFERENT]))
        for other in sorted(others):
            if other == iri or (iri in of and of[iri] is of.get(other)):
                raise node.wrong(f"<{iri}> is said to be the same as <{other}>, too; leave one of the two out.")
        aliases = tuple(sorted(node.values.get("skos:altLabel", ())))
        yield Another(
            Entity(
                iri.removeprefix(ENTITY),
                label,
                tuple(sorted(set(node.values.get("rdf:type", ())) - OF_THE_NOTE)),
                aliases,
                tuple(sorted(_plain(one, node) for one in node.values.get(MATCH, ()))),
            ),
            others,
            frozenset(map(fold, (label, *aliases))),
            frozenset((*node.values.get("kg:inArticle", ()), *node.values.get("kg:evidence", ()))),
            node.path.name,
        )


def _plain(iri: str, node: Node) -> str:
    """An IRI in its one form: Wikidata's pages are its entities. KgError where it is a text and no IRI.

    >>> _plain("https://www.wikidata.org/wiki/Q42", Node("", Path(), {}))
    'http://www.wikidata.org/entity/Q42'
    """
    if not re.match(r"[a-z][a-z0-9+.-]*://\S+$", iri):
        raise node.wrong(f'"{iri}" is no IRI; name an entity as <{ENTITY}name-in-lower-case>, or by its Wikidata IRI.')
    found = re.fullmatch(r"https?://www\.wikidata\.org/(?:entity|wiki)/(Q\d+)", iri)
    return WIKIDATA + found[1] if found else iri


def _is_local(iri: str) -> bool:
    """True for an entity that belongs to one article ("two officials")."""
    return "/" in iri.removeprefix(ENTITY)
