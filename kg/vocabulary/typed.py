"""What a correction may say of a statement: which properties, and their values by the ontology's ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from rdflib import SKOS, XSD, URIRef

from kg.model import Entity, Term
from kg.vocabulary.gazetteer import ENTITY, ROLE, Gazetteer
from kg.vocabulary.nodes import Node
from kg.vocabulary.terms import (
    ELSEWHERE,
    KG,
    domain_of,
    expand,
    is_under,
    ontology,
    range_of,
    scheme_term,
    shorten,
    term,
)

# What can be said of a statement, beside the fields of its content.
OF_STATEMENTS = frozenset(
    "speaker addressee basedOn factuality speechAct eventStatus saidOn saidFrom saidTo setting".split()
)
WORKED_OUT = frozenset(("about", "issue", "conflictsWith"))
"""Properties of contents that follow from the others."""
ANYWHERE = frozenset(("validFrom", "validTo", "timePrecision"))
"""Properties of contents that the ontology gives no domain."""
WORDS = frozenset(("role", "predicate"))
"""Fields of contents whose words name a node."""
SCHEMES = {
    "factuality": "factuality",
    "speechAct": "speech-act",
    "eventStatus": "status",
    "timePrecision": "precision",
    "verdict": "verdict",
}

Value = Entity | Term | Decimal | date | str


def is_correctable(name: str) -> bool:
    """True for a property, by its prefixed name, of which a correction can say what it is instead.

    >>> [is_correctable(name) for name in ("kg:speaker", "kg:percent", "org:member", "kg:evidence", "kg:respondsTo")]
    [True, True, True, False, False]
    """
    local = name.rpartition(":")[2]
    try:
        iri = term(local)
        if iri != expand(name):
            return False
    except ValueError:
        return False
    domain, wanted = domain_of(iri), range_of(iri)
    if wanted is not None and is_under(wanted, KG.Content):
        return False
    of_contents = local in {*ANYWHERE, *ELSEWHERE} or (domain is not None and is_under(domain, KG.Content))
    return local in OF_STATEMENTS or (of_contents and local not in WORKED_OUT)


@dataclass(frozen=True, slots=True)
class Typing:
    """From texts to typed values: for what stands in ``node``, with the entities that its file describes."""

    node: Node
    entities: dict[str, Node]
    gazetteer: Gazetteer

    def value(self, name: str, text: str) -> Value:
        """A property's value (by its local name) from its text. KgError where it is of another type."""
        if not text.strip():
            raise self.node.wrong(f"kg:{name} is empty; give a value, or write kg:without kg:{name}.")
        wanted = range_of(term(name))
        if wanted == SKOS.Concept:
            return self.term(name, text)
        if name in WORDS:
            return text.removeprefix(ROLE).replace("-", " ") if text.startswith(ROLE) else text
        if wanted is None or not wanted.startswith(str(XSD)):
            if name == "gist":
                return " ".join(re.sub(r"[{}]", "", text).split())
            return self._entity(name, text, wanted)
        if wanted in (XSD.decimal, XSD.integer):
            return self._number(f"kg:{name}", text, whole=wanted == XSD.integer)
        if wanted == XSD.date:
            return self.day(f"kg:{name}", text)
        return self._duration(f"kg:{name}", text) if wanted == XSD.duration else text

    def term(self, name: str, text: str) -> Term:
        """A value of a scheme: of the property's own, where it has one."""
        scheme = SCHEMES.get(name, "")
        try:
            found = scheme_term(text)
        except ValueError:
            found = None
        if found is None or scheme not in ("", found.scheme):
            known = [one.rpartition("/")[2] for one in ontology().labels if f"/scheme/{scheme}/" in one]
            values = f" of {scheme}: {', '.join(known)}" if known else ""
            raise self.node.wrong(f'kg:{name} is "{text}"; give the IRI of a value{values}.')
        return found

    def _number(self, name: str, text: str, *, whole: bool) -> Decimal:
        try:
            number = Decimal(text)
        except InvalidOperation:
            number = Decimal("nan")
        if not number.is_finite() or (whole and number != number.to_integral_value()):
            raise self.node.wrong(f'{name} is "{text}"; write a {"whole " if whole else ""}number, such as 12.')
        return number

    def day(self, name: str, text: str) -> date:
        """A day of a property (by its prefixed name)."""
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise self.node.wrong(f'{name} is "{text}"; write a day as "2025-01-20"^^xsd:date.') from error

    def _duration(self, name: str, text: str) -> str:
        if not re.fullmatch(r"P(?=\w)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?", text):
            raise self.node.wrong(f'{name} is "{text}"; write a duration as "P30D"^^xsd:duration.')
        return text

    def _entity(self, name: str, text: str, wanted: URIRef | None) -> Entity:
        """An entity by IRI or label; the gazetteer's where it knows it, else as the file describes it."""
        types = (shorten(wanted or KG.Actor),)
        if not text.startswith(ENTITY):
            if "://" in text:
                raise self.node.wrong(f'kg:{name} is "{text}"; name an entity as <{ENTITY}its-name>, or by its label.')
            known = [one.entity for one in self.gazetteer.candidates(text) if one.known_as(text) in ("label", "alias")]
            if len(known) > 1:
                choice = " or ".join(f"<{ENTITY}{one.key}>" for one in known)
                raise self.node.wrong(f'kg:{name} is "{text}", which several go by; give {choice}.')
            return known[0] if known else Entity("", " ".join(text.split()), types)
        key = text.removeprefix(ENTITY)
        entry = self.gazetteer.entry(key)
        if entry is not None:
            return entry.entity
        described = self.entities.get(text, Node(text, self.node.path, {}))
        return Entity(
            key,
            described.first("skos:prefLabel") or key.rpartition("/")[2].replace("-", " "),
            tuple(sorted({*described.values.get("rdf:type", ()), *types})),
            tuple(sorted(described.values.get("skos:altLabel", ()))),
            tuple(sorted(described.values.get("skos:exactMatch", ()))),
        )
