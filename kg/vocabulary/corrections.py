"""Corrections of statements, read from Turtle files: what is right, what is wrong, and what it is instead."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from pathlib import Path

from kg.errors import KgError
from kg.model import Correction, Entity
from kg.vocabulary.gazetteer import ENTITY, Gazetteer
from kg.vocabulary.iris import ID, correction_iri
from kg.vocabulary.nodes import Node
from kg.vocabulary.terms import label_of, shorten, term
from kg.vocabulary.typed import Typing, Value, is_correctable

DECIDED = frozenset("kg:corrects kg:verdict kg:without kg:decidedBy kg:decidedOn rdfs:comment".split())
TO_READ = frozenset("rdf:type rdfs:label skos:note kg:inArticle kg:evidence".split())
"""With ``DECIDED`` what a correction says of itself; everything else is what it says of its statement."""

ALWAYS = frozenset(("factuality", "speechAct", "gist"))
"""What every statement has."""
NESTED = "within"
"""What can only be taken away: that a statement stands inside another."""
ONE_OF_SEVERAL = frozenset(("speaker", "addressee"))
"""Entities of which a statement has one; a content, and what a statement rests on, can have several."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What people decided about statements, by the IRI of each; ``Corrections()`` is nothing."""

    of: dict[str, tuple[Correction, ...]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Correction]:
        """All, in order."""
        return (one for several in self.of.values() for one in several)

    def __bool__(self) -> bool:
        """True where there is one."""
        return bool(self.of)

    @classmethod
    def read(cls, paths: Iterable[str | Path], gazetteer: Gazetteer) -> Corrections:
        """The files' corrections; the order of files and lines does not matter.

        A ``kg:Correction`` has ``kg:corrects`` with one statement or several, ``kg:decidedBy``, perhaps
        ``rdfs:comment`` (why) and ``kg:decidedOn``; and ``kg:verdict`` (right, wrong or open: not decided yet), or
        what the statement or its content is instead, by the ontology's properties; ``kg:without`` names those that it
        does not have. Entities are given by IRI or label, and can be described in the file (``skos:prefLabel``).
        KgError with file, line and what to do, also where two contradict each other.
        """
        found: dict[str, dict[str, Correction]] = defaultdict(dict)
        for path in dict.fromkeys(map(Path, paths)):
            nodes = Node.all([path])
            for one in _corrections(nodes, gazetteer):
                found[one.statement].setdefault(one.iri, one)
        of = {iri: tuple(one for _, one in sorted(found[iri].items())) for iri in sorted(found)}
        for same in of.values():
            for pair in combinations(same, 2):
                _check_agree(*pair)
        return cls(of)


def _corrections(nodes: dict[str, Node], gazetteer: Gazetteer) -> Iterator[Correction]:
    entities = {iri: node for iri, node in nodes.items() if iri.startswith(ENTITY)}
    for node in nodes.values():
        if node.iri in entities:
            continue
        statements = sorted(node.values.get("kg:corrects", ()))
        if not statements:
            raise node.wrong(f"<{node.iri}> corrects nothing; add kg:corrects <the statement's IRI>.")
        if "://" not in node.iri:  # a blank node is found by its statement
            node = replace(node, iri=statements[0])
        read = _Reader(node, Typing(node, entities, gazetteer))
        verdict = read.verdict()
        if verdict == "open":
            continue
        values, without = read.values(), read.without()
        if (verdict == "changed") != bool(values or without):
            raise node.wrong(
                f'it says "{verdict}" and what is right instead, too; leave one of the two out.'
                if values or without
                else "it does not say what is right; add kg:verdict, or a property such as kg:speaker."
            )
        by = read.text("kg:decidedBy")
        if not by:
            raise node.wrong('nobody is named who decided it; add kg:decidedBy "your name".')
        told = set(node.values) - TO_READ - {"kg:corrects"}
        identity = [(name, value) for name in told for value in node.values[name]]
        for statement in statements:
            yield Correction(
                str(correction_iri([*identity, ("kg:corrects", statement)])),
                read.statement(statement),
                verdict,
                by,
                read.text("rdfs:comment"),
                read.day("kg:decidedOn"),
                values,
                without,
                node.place(),
                read.evidence(),
                read.text("skos:note"),
            )


@dataclass(frozen=True, slots=True)
class _Reader:
    """One correction under way."""

    node: Node
    typing: Typing

    def statement(self, iri: str) -> str:
        if not re.fullmatch(rf"{ID}statement/[0-9a-f]+", iri):
            raise self.node.wrong(f'kg:corrects is "{iri}"; give the IRI of a statement, as `kg review` lists it.')
        return iri

    def evidence(self) -> str:
        """Where its sentence stands, "" where that is not told."""
        found = min(self.node.values.get("kg:evidence", ()), default="")
        if found and not re.fullmatch(rf"{ID}article/[0-9a-f]+#char=\d+,\d+", found):
            raise self.node.wrong(f'kg:evidence is "{found}"; leave it as `kg review` wrote it, or leave it out.')
        return found

    def verdict(self) -> str:
        """The verdict; "changed" where there is none."""
        found = self.node.values.get("kg:verdict", [])
        if len(found) > 1:
            raise self.node.wrong("it has two verdicts; leave one out.")
        return self.typing.term("verdict", found[0]).key if found else "changed"

    def text(self, name: str) -> str:
        """A property's words on one line, several values one after the other."""
        return "; ".join(" ".join(text.split()) for text in sorted(self.node.values.get(name, ())) if text.strip())

    def day(self, name: str) -> date | None:
        """A property's day."""
        text = self.text(name)
        return self.typing.day(name, text) if text else None

    def values(self) -> tuple[tuple[str, Value], ...]:
        """What the statement and its content are instead."""
        found: list[tuple[str, Value]] = []
        for name in sorted(set(self.node.values) - DECIDED - TO_READ):
            local = self._property(name)
            values = [self.typing.value(local, text) for text in sorted(self.node.values[name])]
            if len(values) > 1 and (local in ONE_OF_SEVERAL or not isinstance(values[0], Entity)):
                raise self.node.wrong(f"{name} has {len(values)} values; leave one.")
            found += [(local, value) for value in values]
        if {"saidOn"} < {name for name, _ in found} & {"saidOn", "saidFrom", "saidTo"}:
            raise self.node.wrong("it has kg:saidOn and the ends of an interval; leave one of the two out.")
        return tuple(found)

    def without(self) -> tuple[str, ...]:
        given = sorted(map(shorten, self.node.values.get("kg:without", ())))
        names = [NESTED if name == f"kg:{NESTED}" else self._property(name) for name in given]
        for name in names:
            if name in ALWAYS:
                raise self.node.wrong(f"every statement has kg:{name}; give another value instead.")
            if f"kg:{name}" in self.node.values:
                raise self.node.wrong(f"kg:{name} is given and taken away; leave one of the two out.")
        return tuple(names)

    def _property(self, name: str) -> str:
        """A prefixed name of what can be corrected in, its local name out."""
        local = name.rpartition(":")[2]
        if not is_correctable(name):
            raise self.node.wrong(f"{name} is nothing that can be corrected; docs/corrections.md lists what can.")
        return local


def _check_agree(one: Correction, other: Correction) -> None:
    """KgError where two corrections of a statement cannot both be followed."""
    if one.verdict != other.verdict:
        reason = f'one says "{one.verdict}", the other "{other.verdict}"'
    else:
        mine, theirs = _said(one), _said(other)
        name = next((name for name in sorted(mine) if mine[name] != theirs.get(name, mine[name])), "")
        reason = f"they differ on {label_of(term(name)) or name}" if name else ""
    if reason:
        raise KgError(f"{one.place} and {other.place}: both correct <{one.statement}>, and {reason}; leave one out.")


def _said(one: Correction) -> dict[str, set[Value]]:
    """What a correction makes of each property: no values where it takes it away."""
    found: dict[str, set[Value]] = {name: set() for name in one.without}
    for name, value in one.values:
        found.setdefault(name, set()).add(value)
    return found
