"""Statements and what they are grounded to in, quads of the graph out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.build.conflicts import at_odds, conflict, conflicts, question, tellings
from kg.build.entities import entities
from kg.build.labels import WORDED, one_label
from kg.build.mentions import groundings as grounded
from kg.build.scope import Scope
from kg.build.statements import statements as statement_quads
from kg.build.texts import article_quads
from kg.model import Article, Content, Groundings, Statement
from kg.vocabulary import DERIVED, Quad

__all__ = [
    "WORDED",
    "at_odds",
    "build",
    "combine",
    "conflict",
    "conflicts",
    "content_of",
    "one_label",
    "question",
    "statement_of",
    "tellings",
]


def build(article: Article, statements: Iterable[Statement], groundings: Groundings) -> Iterator[Quad]:
    """The quads of one article, each once: its own named graph, and what it adds to the shared one.

    A statement whose speaker, or an entity of whose content, is not grounded is left out (``ground`` lists why).
    """
    scope = Scope(article, groundings)
    quads = [*article_quads(scope), *statement_quads(scope, statements)]
    yield from dict.fromkeys(one_label([*quads, *grounded(scope, quads), *entities(scope, quads)]))


def combine(quads: Iterable[Quad]) -> list[Quad]:
    """The quads of all articles in, the whole graph out: one label a node, conflicts drawn (old ones anew), sorted."""
    settled = list(one_label(quad for quad in quads if quad[3] != DERIVED))
    return sorted({*settled, *conflicts(settled)}, key=lambda quad: [node.n3() for node in (quad[3], *quad[:3])])


def statement_of(statement: Statement, article: Article, groundings: Groundings) -> str | None:
    """The IRI that ``build`` gives a statement, None where it leaves it out."""
    return _text(Scope(article, groundings).statement(statement))


def content_of(content: Content, article: Article, groundings: Groundings) -> str | None:
    """The IRI that ``build`` gives a content, None where it leaves it out."""
    return _text(Scope(article, groundings).content(content))


def _text(iri: str | None) -> str | None:
    return None if iri is None else str(iri)
