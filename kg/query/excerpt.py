"""What a graph holds of one article, found without a look at the others."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import PROV, Graph, Literal, URIRef

from kg.query.bindings import IRI, VALUES
from kg.query.questions import Answering, Row, query_text, run
from kg.vocabulary import ID, KG

Triple = tuple[URIRef, URIRef, URIRef | Literal]

ELSEWHERE = frozenset((KG.inArticle, KG.conflictsWith, KG.sameReportAs, PROV.wasRevisionOf))
"""Properties that lead out of an article."""
AT_ONCE = 500
"""Nodes that are asked for at once."""


def excerpt(dataset: Answering | Graph, article: str) -> list[Triple]:
    """A graph and the IRI of an article in, triples out; none where the graph has no such article.

    They are those of the article, its mentions and statements, then those of the contents and entities that these
    name. What an entity stated or controls elsewhere is not among them.
    """
    found = [*_ask(dataset, "nodes", [article]), *_ask(dataset, "article", [article])]
    asked: set[URIRef | Literal] = {subject for subject, _, _ in found}
    ahead = found
    while ahead:
        named = (value for _, name, value in ahead if name not in ELSEWHERE and value.startswith(ID))
        new = [node for node in dict.fromkeys(named) if isinstance(node, URIRef) and node not in asked]
        asked.update(new)
        ahead = [row for at in range(0, len(new), AT_ONCE) for row in _ask(dataset, "nodes", new[at : at + AT_ONCE])]
        found += ahead
    return found


def articles(dataset: Answering | Graph, of: Iterable[str] | None = None) -> dict[str, str]:
    """A graph in, the titles of its articles by their IRIs out, "" for one without: all, or those ``of`` these names.

    A name that is no IRI is nobody's.
    """
    titles: dict[str, str] = {}
    for article, title in _rows(dataset, "articles", None if of is None else filter(IRI.fullmatch, of)):
        titles.setdefault(str(article), str(title or ""))
    return titles


def _ask(dataset: Answering | Graph, name: str, nodes: Iterable[str]) -> list[Triple]:
    return [_triple(row) for row in _rows(dataset, name, nodes)]


def _rows(dataset: Answering | Graph, name: str, nodes: Iterable[str] | None) -> list[Row]:
    """The answer to a question about these nodes, or about all."""
    text = query_text(f"view/{name}")
    if nodes is not None:
        given = " ".join(f"<{node}>" for node in nodes)
        text = VALUES.sub(lambda found: f"VALUES {found['names']} {{ {given} }}", text, count=1)
    return run(dataset, text)[1]


def _triple(row: Row) -> Triple:
    subject, name, value = row
    assert isinstance(subject, URIRef) and isinstance(name, URIRef) and value is not None  # noqa: PT018
    return subject, name, value
