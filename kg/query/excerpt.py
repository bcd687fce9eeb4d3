"""What a graph holds of one article, found without a look at the others."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import PROV, Graph, Literal, URIRef

from kg.query.bindings import VALUES
from kg.query.questions import Answering, Row, run
from kg.vocabulary import KG, PREFIXES, folder

Triple = tuple[URIRef, URIRef, URIRef | Literal]

OURS = PREFIXES["ent"].removesuffix("entity/")
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
        named = (value for _, name, value in ahead if name not in ELSEWHERE and value.startswith(OURS))
        new = [node for node in dict.fromkeys(named) if isinstance(node, URIRef) and node not in asked]
        asked.update(new)
        ahead = [row for at in range(0, len(new), AT_ONCE) for row in _ask(dataset, "nodes", new[at : at + AT_ONCE])]
        found += ahead
    return found


def articles(dataset: Answering | Graph) -> dict[str, str]:
    """A graph in, the titles of its articles by their IRIs out; "" for an article without one."""
    titles: dict[str, str] = {}
    for article, title in run(dataset, _text("articles"))[1]:
        titles.setdefault(str(article), str(title or ""))
    return titles


def _ask(dataset: Answering | Graph, name: str, nodes: Iterable[str]) -> list[Triple]:
    given = " ".join(URIRef(node).n3() for node in nodes)
    rows = run(dataset, VALUES.sub(lambda found: f"VALUES {found['names']} {{ {given} }}", _text(name), count=1))[1]
    return [_triple(row) for row in rows]


def _triple(row: Row) -> Triple:
    subject, name, value = row
    assert isinstance(subject, URIRef) and isinstance(name, URIRef) and value is not None  # noqa: PT018
    return subject, name, value


def _text(name: str) -> str:
    return (folder("ontology") / "queries" / "view" / f"{name}.rq").read_text(encoding="utf-8")
