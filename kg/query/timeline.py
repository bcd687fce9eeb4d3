"""Everything that a graph says about one entity, by date."""

from __future__ import annotations

from collections import defaultdict

from rdflib import Graph, Literal, URIRef

from kg.query.bindings import bound
from kg.query.names import entity_named
from kg.query.questions import Answering, Result, conforming, query_text, run
from kg.query.told import Told, days, statements
from kg.vocabulary import KG, label_of

COLUMNS = ("date", "time", "role", "kind", "what", "status", "certainty", "by", "article", "sentence")


@conforming()
def timeline(dataset: Answering | Graph, entity: str) -> Result:
    """A graph and an entity (name, alias, key or IRI) in; the statements that concern it out, the earliest first.

    ``date`` is the day that the content is about, else that of saying, else of publication; ``time`` tells which:
    "valid", "scheduled", "said", "published". ``role`` is what the entity is in it: speaker, addressee, participant,
    and so on. What has no date comes last. KgError for an unknown entity.
    """
    roles = _roles(dataset, entity_named(dataset, entity))
    rows = [(_date(one), one) for one in (statements(dataset, roles) if roles else [])]
    rows.sort(key=lambda row: (row[0][0] or "9999", row[0][1:], row[1].article, row[1].begin, row[1].statement))
    cells = (_cells(time, date, ", ".join(roles[one.statement]), one) for (_, time, date), one in rows)
    return Result(COLUMNS, tuple(tuple(Literal(text) if text else None for text in row) for row in cells))


def _roles(dataset: Answering | Graph, entity: str) -> dict[str, list[str]]:
    """Each statement that concerns the entity, with what it is in it; "about" where there is no more to say."""
    text = bound(query_text("compare/concerning"), {"entity": entity}, lambda lookup: run(dataset, lookup))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for statement, role in run(dataset, text)[1]:
        found[str(statement)].append(_role(URIRef(str(role))))
    about = label_of(KG.about)
    return {iri: [role for role in roles if role != about] or [about] for iri, roles in found.items()}


def _role(iri: URIRef) -> str:
    """The label of a property, its local name where it is another vocabulary's (org:member)."""
    return label_of(iri) or iri.rpartition("/")[2].rpartition("#")[2]


def _date(one: Told) -> tuple[str, str, str]:
    """(first day, which time, words for it) of a statement."""
    first, last = one.valid
    if first or last:
        return first or last, "valid", days(first, last)
    if one.scheduled:
        return one.scheduled, "scheduled", one.scheduled
    first, last = one.said
    if first or last:
        return first or last, "said", days(first, last)
    return one.published, "published" if one.published else "", one.published


def _cells(time: str, date: str, role: str, one: Told) -> tuple[str, ...]:
    return date, time, role, one.kind, one.gist, one.status, one.certainty, one.by, one.headline, one.sentence
