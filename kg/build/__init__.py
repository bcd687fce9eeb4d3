"""Statements and what they are grounded to in, quads of the graph out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import URIRef

from kg.build.conflicts import at_odds, conflict, conflicts, question, tellings
from kg.build.contents import gist
from kg.build.copies import copies
from kg.build.entities import entities
from kg.build.labels import WORDED, one_label
from kg.build.mentions import groundings as grounded
from kg.build.revisions import revisions as revision_quads
from kg.build.scope import Scope
from kg.build.statements import statements as statement_quads
from kg.build.texts import article_quads
from kg.model import Article, Content, Groundings, Revision, Statement
from kg.vocabulary import DERIVED, Quad

__all__ = [
    "WORDED",
    "at_odds",
    "build",
    "combine",
    "conflict",
    "conflicts",
    "content_of",
    "copies",
    "gist_of",
    "one_label",
    "question",
    "statement_of",
    "tellings",
]


def build(
    article: Article, statements: Iterable[Statement], groundings: Groundings, revisions: Iterable[Revision] = ()
) -> Iterator[Quad]:
    """The quads of one article, each once: its own named graph, and what it adds to the shared one.

    A statement whose speaker, or an entity of whose content, is not grounded is left out (``ground`` lists why).
    ``revisions``: which of the statements people corrected, and those that they took out.
    """
    scope = Scope(article, groundings)
    quads = [*article_quads(scope), *statement_quads(scope, statements), *revision_quads(scope, revisions)]
    yield from dict.fromkeys(one_label([*quads, *grounded(scope, quads), *entities(scope, quads)]))


def combine(quads: Iterable[Quad], same_reports: Iterable[tuple[URIRef, URIRef]] = ()) -> list[Quad]:
    """The quads of all articles, and which of these are one report, in; the whole graph out, sorted.

    A node has one label; what is derived is drawn anew.
    """
    settled = list(one_label(quad for quad in quads if quad[3] != DERIVED))
    derived = (*conflicts(settled), *copies(same_reports))
    return sorted({*settled, *derived}, key=lambda quad: [node.n3() for node in (quad[3], *quad[:3])])


def statement_of(statement: Statement, article: Article, groundings: Groundings) -> str | None:
    """The IRI that ``build`` gives a statement, None where it leaves it out."""
    return _text(Scope(article, groundings).statement(statement))


def content_of(content: Content, article: Article, groundings: Groundings) -> str | None:
    """The IRI that ``build`` gives a content, None where it leaves it out."""
    return _text(Scope(article, groundings).content(content))


def gist_of(content: Content, article: Article, groundings: Groundings) -> str:
    """A content in normal form, as ``build`` writes it."""
    return gist(Scope(article, groundings), content)


def _text(iri: str | None) -> str | None:
    return None if iri is None else str(iri)
